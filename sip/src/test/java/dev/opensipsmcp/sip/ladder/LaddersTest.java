package dev.opensipsmcp.sip.ladder;

import static dev.opensipsmcp.sip.ladder.Samples.ALICE;
import static dev.opensipsmcp.sip.ladder.Samples.BOB;
import static dev.opensipsmcp.sip.ladder.Samples.SBC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.ladder.Verdict.Grade;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaddersTest {
  private static final String A = "UDP 192.0.2.10:5060;branch=z9hG4bK-x";

  @Test
  void aCallOfTwoPartiesSaysWhoHungUpAndHowLongEachPartTook() {
    Ladder ladder = Samples.ladder(Samples.twoParties());

    assertThat(ladder.participants())
        .extracting(Participant::name)
        .containsExactly("alice's phone", "bob's phone");
    assertThat(ladder.verdict().grade()).isEqualTo(Grade.GOOD);
    assertThat(ladder.verdict().sentence())
        .startsWith("The callee (bob's phone) hung up after 92.2 s (Reason: Q.850;cause=16");
    assertThat(ladder.verdict().evidence()).containsExactly(4, 6);
    Leg leg = ladder.legs().getFirst();
    assertThat(leg.ending().kind()).isEqualTo(Ending.Kind.HUNG_UP);
    assertThat(leg.sessionExpires()).hasValue(1800);
    assertThat(timer(leg, CallTimer.Kind.POST_DIAL_DELAY)).isEqualTo(Duration.ofMillis(312));
    assertThat(timer(leg, CallTimer.Kind.RINGING)).isEqualTo(Duration.ofMillis(2_808));
    assertThat(timer(leg, CallTimer.Kind.SETUP)).isEqualTo(Duration.ofMillis(3_120));
    assertThat(timer(leg, CallTimer.Kind.TALK)).isEqualTo(Duration.ofMillis(92_282));
    assertThat(ladder.arrow(1).sdp().orElseThrow().text())
        .isEqualTo("audio 192.0.2.10:40000 PCMA PCMU telephone-event");
  }

  @Test
  void theOrderInWhichMessagesComeMakesNoDifference() {
    List<CapturedMessage> mixed = new ArrayList<>(Samples.b2bua().messages);
    Collections.shuffle(mixed, new Random(7));

    assertThat(Ladders.of(mixed, Samples.NAMED)).isEqualTo(Samples.ladder(Samples.b2bua()));
  }

  @Test
  void legsThroughABackToBackAgentAreOneCallAndTheReasonsAreNamed() {
    Ladder ladder = Samples.ladder(Samples.b2bua());

    assertThat(ladder.legs()).hasSize(2);
    Correlation correlation = ladder.correlations().getFirst();
    assertThat(correlation.confidence()).isEqualTo(Correlation.Confidence.HIGH);
    assertThat(correlation.reasons())
        .extracting(Correlation.Reason::text)
        .contains("X-Call-ID names the other leg")
        .anyMatch(text -> text.startsWith("same From and To users, 39 ms later"));
    assertThat(ladder.verdict().sentence())
        .isEqualTo("The caller (alice's phone) hung up after 57.1 s.");
    assertThat(ladder.arrow(2).kind()).isEqualTo(Arrow.Kind.CHALLENGE);
  }

  @Test
  void aHeaderThatTheOperatorNamesCorrelatesToo() {
    Wire wire = new Wire();
    Samples.b2bua()
        .messages
        .forEach(one -> wire.messages.add(renamed(one, "X-Call-ID", "X-Leg-Of")));

    assertThat(reasons(Ladders.of(wire.messages, LadderSettings.DEFAULT)))
        .noneMatch(text -> text.contains("X-Leg-Of"));
    assertThat(
            reasons(Ladders.of(wire.messages, new LadderSettings(Map.of(), List.of("X-Leg-Of")))))
        .contains("X-Leg-Of names the other leg");
  }

  @Test
  void aTwoHundredWithoutAckSaysSoAndWhereTheAckStopped() {
    Ladder ladder = Samples.ladder(Samples.noAck());

    assertThat(ladder.verdict().grade()).isEqualTo(Grade.FAILED);
    assertThat(ladder.verdict().sentence())
        .contains("200 retransmitted 6 times over 15.5 s by bob's phone and no ACK seen there")
        .contains("ACK #8 went from alice's phone to sbc and was not seen further");
    assertThat(ladder.legs().getFirst().retransmissions())
        .containsExactly(new Retransmission(6, 6, Duration.ofMillis(15_500)));
    assertThat(ladder.arrow(9).repeats()).hasValue(6);
  }

  @Test
  void aFailureNamesTheHopThatNeverAnswered() {
    assertThat(Samples.ladder(Samples.unreachable()).verdict().sentence())
        .isEqualTo(
            "sbc refused with 408 Request Timeout: gateway never answered INVITE, sent 5 times over"
                + " 7.5 s.");
  }

  @Test
  void aPrivateAddressBehindAPublicSourceIsMarkedWhereItStands() {
    Ladder ladder = Samples.ladder(Samples.nat());

    assertThat(ladder.arrow(1).nat())
        .extracting(NatMark::where)
        .containsExactly(NatMark.Where.VIA, NatMark.Where.CONTACT, NatMark.Where.SDP);
    assertThat(ladder.arrow(2).nat())
        .containsExactly(
            new NatMark(NatMark.Where.RECEIVED, "192.168.1.20:5060", "203.0.113.77:62001"));
    assertThat(ladder.verdict().grade()).isEqualTo(Grade.DOUBTFUL);
    assertThat(ladder.verdict().sentence())
        .contains("SDP names 192.168.1.20:40100, source is 203.0.113.77:62001 (#1)");
    assertThat(Samples.ladder(Samples.twoParties()).arrows())
        .allSatisfy(arrow -> assertThat(arrow.nat()).isEmpty());
  }

  @Test
  void carrierGradeNatIsPrivateToo() {
    Dialogue call = Samples.direct();
    Wire wire =
        new Wire()
            .at(
                0,
                "198.51.100.9:5060",
                SBC,
                Wire.with(
                    call.request("INVITE", 1, "bob@example.com", A),
                    "Contact: <sip:a@100.72.3.4>"));

    assertThat(Samples.ladder(wire).arrow(1).nat())
        .extracting(NatMark::where)
        .containsExactly(NatMark.Where.CONTACT);
  }

  @Test
  void whatSeveralCapturePointsSawIsShownOnceAndRetransmissionsStay() {
    List<CapturedMessage> both = new ArrayList<>(Samples.unreachable().messages);
    for (CapturedMessage one : Samples.unreachable().messages) {
      both.add(
          new CapturedMessage(
              one.time().plusMillis(37),
              one.transport(),
              one.source(),
              one.destination(),
              one.message(),
              "second point"));
    }

    Ladder ladder = Ladders.of(both, Samples.NAMED);

    assertThat(ladder.arrows())
        .hasSize(9)
        .allSatisfy(arrow -> assertThat(arrow.copies()).isEqualTo(2));
    assertThat(ladder.legs().getFirst().retransmissions().getFirst().count()).isEqualTo(4);
    assertThat(ladder.arrow(1).seenBy()).containsExactly("sample.pcap", "second point");
    assertThat(ladder.notes())
        .containsExactly("9 messages were captured more than once and are shown once.");
  }

  @Test
  void aPhoneThatSendsFromAnotherPortThanItListensAtIsOneParticipant() {
    Dialogue call = Samples.direct();
    Wire wire = new Wire();
    wire.transport = Transport.TCP;
    wire.at(
            0,
            "192.0.2.10:40123",
            SBC,
            call.request("INVITE", 1, "bob@example.com", "TCP 192.0.2.10:5060;branch=z9hG4bK-1"))
        .at(
            30,
            SBC,
            "192.0.2.10:40123",
            call.response("180 Ringing", "INVITE", 1, "TCP 192.0.2.10:5060;branch=z9hG4bK-1"))
        .at(
            900,
            SBC,
            "192.0.2.10:5060",
            call.back("BYE", 4, "alice@192.0.2.10", "TCP 198.51.100.5;branch=z9hG4bK-2"));

    assertThat(Ladders.of(wire.messages, LadderSettings.DEFAULT).participants())
        .extracting(Participant::address)
        .containsExactly("192.0.2.10", "198.51.100.5:5060");
  }

  @Test
  void twoPhonesBehindOneAddressStayTwo() {
    Dialogue call = new Dialogue("nat-2", "alice@example.com", "a", "bob@example.com", "b");
    String via = "UDP 192.168.1.10:5060;rport;branch=z9hG4bK-1";
    Wire wire =
        new Wire()
            .at(0, "203.0.113.7:1111", SBC, call.request("INVITE", 1, "bob@example.com", via))
            .at(
                3,
                SBC,
                "203.0.113.7:2222",
                call.request(
                    "INVITE", 1, "bob@203.0.113.7:2222", "UDP 198.51.100.5;branch=z9hG4bK-p", via));

    assertThat(Samples.ladder(wire).participants()).hasSize(3);
  }

  @Test
  void programsOfOneMachineAreToldApartByPort() {
    Dialogue call = Samples.direct();
    Wire wire =
        new Wire()
            .at(
                0,
                "127.0.0.1:5070",
                "127.0.0.1:5060",
                call.request("INVITE", 1, "bob@127.0.0.1", "UDP 127.0.0.1:5070;branch=z9hG4bK-1"))
            .at(
                2,
                "127.0.0.1:5060",
                "127.0.0.1:5080",
                call.request(
                    "INVITE",
                    1,
                    "bob@127.0.0.1",
                    "UDP 127.0.0.1:5060;branch=z9hG4bK-2",
                    "UDP 127.0.0.1:5070;branch=z9hG4bK-1"));

    assertThat(Ladders.of(wire.messages, LadderSettings.DEFAULT).participants())
        .extracting(Participant::address)
        .containsExactly("127.0.0.1:5070", "127.0.0.1:5060", "127.0.0.1:5080");
  }

  @Test
  void oneAliasForSeveralAddressesIsOneParticipant() {
    Ladder ladder =
        Ladders.of(
            Samples.b2bua().messages,
            new LadderSettings(
                Map.of("198.51.100.5", "core", "203.0.113.80:5060", "core"), List.of()));

    assertThat(ladder.participants())
        .extracting(Participant::name)
        .containsExactly("192.0.2.10:5060", "core");
  }

  @Test
  void aCancelledCallSaysByWhomAndWhen() {
    Dialogue call = Samples.direct();
    Wire wire =
        new Wire()
            .at(0, ALICE, BOB, call.request("INVITE", 1, "bob@example.com", A))
            .at(90, BOB, ALICE, call.response("180 Ringing", "INVITE", 1, A))
            .at(7_000, ALICE, BOB, call.request("CANCEL", 1, "bob@example.com", A))
            .at(7_020, BOB, ALICE, call.response("200 OK", "CANCEL", 1, A))
            .at(7_021, BOB, ALICE, call.response("487 Request Terminated", "INVITE", 1, A))
            .at(7_040, ALICE, BOB, call.request("ACK", 1, "bob@example.com", A));

    Ladder ladder = Samples.ladder(wire);
    assertThat(ladder.verdict().sentence())
        .isEqualTo("Cancelled by the caller (alice's phone) after 7.0 s.");
    assertThat(ladder.legs().getFirst().ending().code()).hasValue(487);
  }

  @Test
  void aProxyThatEndsACallInOneSidesNameIsNamed() {
    Wire wire = new Wire();
    List<CapturedMessage> call = Samples.nat().messages;
    wire.messages.addAll(call.subList(0, 9));
    Dialogue dialogue =
        new Dialogue("home-8842@192.168.1.20", "carol@example.com", "c4", "bob@example.com", "b4");
    wire.at(
        60_000,
        SBC,
        BOB,
        dialogue.request("BYE", 2, "bob@203.0.113.9", "UDP 198.51.100.5;branch=z9hG4bK-t"));

    assertThat(Samples.ladder(wire).verdict().sentence())
        .startsWith("sbc sent BYE in the caller's name after 57.1 s");
  }

  @Test
  void whatWasNotSeenIsNotGuessed() {
    Dialogue call = Samples.direct();
    assertThat(Samples.ladder(new Wire()).verdict().grade()).isEqualTo(Grade.UNKNOWN);
    Wire ringing =
        new Wire()
            .at(0, ALICE, BOB, call.request("INVITE", 1, "bob@example.com", A))
            .at(90, BOB, ALICE, call.response("180 Ringing", "INVITE", 1, A));
    assertThat(Samples.ladder(ringing).verdict().sentence())
        .isEqualTo("No final answer seen; the last was 180 from bob's phone.");
    Wire late = new Wire().at(0, BOB, ALICE, call.response("200 OK", "INVITE", 1, A));
    assertThat(Samples.ladder(late).verdict().sentence())
        .isEqualTo("The request that began it was not seen.");
    Wire forwarded =
        new Wire()
            .at(0, SBC, BOB, call.request("INVITE", 1, "bob@example.com", A, A + "2"))
            .at(10, BOB, SBC, call.response("200 OK", "INVITE", 1, A, A + "2"))
            .at(20, SBC, BOB, call.request("ACK", 1, "bob@example.com", A, A + "2"))
            .at(900, SBC, BOB, call.request("BYE", 2, "bob@example.com", A, A + "2"));
    assertThat(Samples.ladder(forwarded).verdict().sentence())
        .isEqualTo("The caller (from beyond sbc) hung up after 890 ms.");
  }

  private static CapturedMessage renamed(CapturedMessage one, String from, String to) {
    String text = new String(one.message().bytes(), java.nio.charset.StandardCharsets.UTF_8);
    return new CapturedMessage(
        one.time(),
        one.transport(),
        one.source(),
        one.destination(),
        dev.opensipsmcp.sip.message.SipParser.parse(
            text.replace(from, to).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        one.origin());
  }

  private static List<String> reasons(Ladder ladder) {
    return ladder.correlations().stream()
        .flatMap(one -> one.reasons().stream())
        .map(Correlation.Reason::text)
        .toList();
  }

  private static Duration timer(Leg leg, CallTimer.Kind kind) {
    return leg.timers().stream()
        .filter(one -> one.kind() == kind)
        .findFirst()
        .orElseThrow()
        .length();
  }
}
