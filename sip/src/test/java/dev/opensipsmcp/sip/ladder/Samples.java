package dev.opensipsmcp.sip.ladder;

import static dev.opensipsmcp.sip.ladder.Wire.sdp;
import static dev.opensipsmcp.sip.ladder.Wire.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls that the tests and the pictures of the documentation show. */
final class Samples {
  static final String ALICE = "192.0.2.10:5060";
  static final String BOB = "203.0.113.9:5060";
  static final String SBC = "198.51.100.5:5060";
  static final String GATEWAY = "203.0.113.80:5060";
  static final LadderSettings NAMED =
      new LadderSettings(
          Map.of(
              "192.0.2.10", "alice's phone",
              "203.0.113.9", "bob's phone",
              "198.51.100.5", "sbc",
              "203.0.113.80", "gateway"),
          LadderSettings.DEFAULT.correlationHeaders());

  private static final String A = "UDP 192.0.2.10:5060;branch=z9hG4bK-a";
  private static final String P = "UDP 198.51.100.5:5060;branch=z9hG4bK-p";
  private static final String B = "UDP 203.0.113.9:5060;branch=z9hG4bK-b";

  private Samples() {}

  /** {@return all samples by the name of their picture} */
  static Map<String, Wire> all() {
    Map<String, Wire> all = new LinkedHashMap<>();
    all.put("two-parties", twoParties());
    all.put("b2bua", b2bua());
    all.put("no-ack", noAck());
    all.put("unreachable", unreachable());
    all.put("nat", nat());
    return all;
  }

  static Dialogue direct() {
    return new Dialogue("7f3c91@192.0.2.10", "alice@example.com", "a71", "bob@example.com", "b52");
  }

  /** Seven messages: a call that the callee ends. */
  static Wire twoParties() {
    Dialogue call = direct();
    return new Wire()
        .at(
            0,
            ALICE,
            BOB,
            with(
                with(
                    call.request("INVITE", 1, "bob@203.0.113.9", A + "1"),
                    "Contact: <sip:alice@192.0.2.10:5060>"),
                sdp("417001", "192.0.2.10", 40_000)))
        .at(41, BOB, ALICE, call.response("100 Trying", "INVITE", 1, A + "1"))
        .at(312, BOB, ALICE, call.response("180 Ringing", "INVITE", 1, A + "1"))
        .at(
            3_120,
            BOB,
            ALICE,
            with(
                with(
                    call.response("200 OK", "INVITE", 1, A + "1"),
                    "Contact: <sip:bob@203.0.113.9:5060>",
                    "Session-Expires: 1800;refresher=uac"),
                sdp("88112", "203.0.113.9", 31_002)))
        .at(3_158, ALICE, BOB, call.request("ACK", 1, "bob@203.0.113.9", A + "2"))
        .at(
            95_402,
            BOB,
            ALICE,
            with(
                call.back("BYE", 7, "alice@192.0.2.10:5060", B + "1"),
                "Reason: Q.850;cause=16;text=\"Normal call clearing\""))
        .at(95_441, ALICE, BOB, call.responseBack("200 OK", "BYE", 7, B + "1"));
  }

  /** Two legs through a B2BUA that names the first in the second. */
  static Wire b2bua() {
    Dialogue in =
        new Dialogue(
            "in-5d1e@192.0.2.10", "alice@example.com", "a1", "+493012345678@example.com", "s1");
    Dialogue out =
        new Dialogue(
            "out-90ab@198.51.100.5",
            "alice@sbc.example.com",
            "s2",
            "003012345678@gw.example.com",
            "g1");
    return new Wire()
        .at(
            0,
            ALICE,
            SBC,
            with(
                with(
                    in.request("INVITE", 101, "+493012345678@example.com", A + "1"),
                    "Contact: <sip:alice@192.0.2.10:5060>"),
                sdp("417002", "192.0.2.10", 40_010)))
        .at(3, SBC, ALICE, in.response("407 Proxy Authentication Required", "INVITE", 101, A + "1"))
        .at(24, ALICE, SBC, in.request("ACK", 101, "+493012345678@example.com", A + "1"))
        .at(
            31,
            ALICE,
            SBC,
            with(
                with(
                    in.request("INVITE", 102, "+493012345678@example.com", A + "2"),
                    "Contact: <sip:alice@192.0.2.10:5060>",
                    "Proxy-Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"5f1c\", uri=\"sip:example.com\", response=\"6629fae49393a05397450978507c4ef1\""),
                sdp("417002", "192.0.2.10", 40_010)))
        .at(34, SBC, ALICE, in.response("100 Trying", "INVITE", 102, A + "2"))
        .at(
            39,
            SBC,
            GATEWAY,
            with(
                with(
                    out.request("INVITE", 1, "003012345678@203.0.113.80", P + "1"),
                    "Contact: <sip:sbc@198.51.100.5:5060>",
                    "X-Call-ID: in-5d1e@192.0.2.10"),
                sdp("660001", "198.51.100.5", 20_500)))
        .at(70, GATEWAY, SBC, out.response("100 Trying", "INVITE", 1, P + "1"))
        .at(
            1_804,
            GATEWAY,
            SBC,
            with(
                with(
                    out.response("183 Session Progress", "INVITE", 1, P + "1"),
                    "Contact: <sip:gw@203.0.113.80>"),
                sdp("9001", "203.0.113.80", 16_384)))
        .at(
            1_809,
            SBC,
            ALICE,
            with(
                in.response("183 Session Progress", "INVITE", 102, A + "2"),
                sdp("660002", "198.51.100.5", 20_502)))
        .at(
            6_930,
            GATEWAY,
            SBC,
            with(
                with(
                    out.response("200 OK", "INVITE", 1, P + "1"), "Contact: <sip:gw@203.0.113.80>"),
                sdp("9001", "203.0.113.80", 16_384)))
        .at(6_934, SBC, GATEWAY, out.request("ACK", 1, "gw@203.0.113.80", P + "2"))
        .at(
            6_936,
            SBC,
            ALICE,
            with(
                with(
                    in.response("200 OK", "INVITE", 102, A + "2"),
                    "Contact: <sip:sbc@198.51.100.5:5060>"),
                sdp("660002", "198.51.100.5", 20_502)))
        .at(6_958, ALICE, SBC, in.request("ACK", 102, "sbc@198.51.100.5:5060", A + "3"))
        .at(64_100, ALICE, SBC, in.request("BYE", 103, "sbc@198.51.100.5:5060", A + "4"))
        .at(64_103, SBC, ALICE, in.response("200 OK", "BYE", 103, A + "4"))
        .at(64_104, SBC, GATEWAY, out.request("BYE", 2, "gw@203.0.113.80", P + "3"))
        .at(64_131, GATEWAY, SBC, out.response("200 OK", "BYE", 2, P + "3"));
  }

  /** The ACK stops at the proxy, which had no Record-Route of its own to send it on by. */
  static Wire noAck() {
    Dialogue call =
        new Dialogue("c0ffee-17@192.0.2.10", "alice@example.com", "a9", "bob@example.com", "b9");
    String[] vias = {P + "9", A + "9"};
    Wire wire =
        new Wire()
            .at(
                0,
                ALICE,
                SBC,
                with(
                    with(
                        call.request("INVITE", 1, "bob@example.com", A + "9"),
                        "Contact: <sip:alice@192.0.2.10>"),
                    sdp("417003", "192.0.2.10", 40_020)))
            .at(4, SBC, ALICE, call.response("100 Giving it a try", "INVITE", 1, A + "9"))
            .at(
                6,
                SBC,
                BOB,
                with(
                    with(
                        call.request("INVITE", 1, "bob@203.0.113.9", vias),
                        "Contact: <sip:alice@192.0.2.10>"),
                    sdp("417003", "192.0.2.10", 40_020)))
            .at(207, BOB, SBC, call.response("180 Ringing", "INVITE", 1, vias))
            .at(210, SBC, ALICE, call.response("180 Ringing", "INVITE", 1, A + "9"))
            .at(
                2_400,
                BOB,
                SBC,
                with(
                    with(
                        call.response("200 OK", "INVITE", 1, vias),
                        "Contact: <sip:bob@203.0.113.9>"),
                    sdp("88113", "203.0.113.9", 31_010)))
            .at(
                2_403,
                SBC,
                ALICE,
                with(
                    with(
                        call.response("200 OK", "INVITE", 1, A + "9"),
                        "Contact: <sip:bob@203.0.113.9>"),
                    sdp("88113", "203.0.113.9", 31_010)))
            .at(2_431, ALICE, SBC, call.request("ACK", 1, "bob@203.0.113.9", A + "10"));
    int wait = 500;
    int time = 2_400;
    for (int count = 0; count < 6; count++) {
      time += wait;
      wait = Math.min(4_000, 2 * wait);
      wire.again(time, 6);
    }
    return wire.at(
            34_402,
            BOB,
            SBC,
            with(
                call.back("BYE", 1, "alice@192.0.2.10", B + "9"),
                "Reason: SIP;cause=408;text=\"ACK timeout\""))
        .at(
            34_405,
            SBC,
            ALICE,
            with(
                call.back("BYE", 1, "alice@192.0.2.10", P + "10", B + "9"),
                "Reason: SIP;cause=408;text=\"ACK timeout\""))
        .at(34_430, ALICE, SBC, call.responseBack("200 OK", "BYE", 1, P + "10", B + "9"))
        .at(34_433, SBC, BOB, call.responseBack("200 OK", "BYE", 1, B + "9"));
  }

  /** A gateway that does not answer; the proxy gives up with 408. */
  static Wire unreachable() {
    Dialogue call =
        new Dialogue("dead-end-3@192.0.2.10", "alice@example.com", "a3", "0190@example.com", "p3");
    String[] vias = {P + "3", A + "3"};
    Wire wire =
        new Wire()
            .at(
                0,
                ALICE,
                SBC,
                with(
                    call.request("INVITE", 1, "0190@example.com", A + "3"),
                    sdp("417004", "192.0.2.10", 40_030)))
            .at(2, SBC, ALICE, call.response("100 Giving it a try", "INVITE", 1, A + "3"))
            .at(
                5,
                SBC,
                GATEWAY,
                with(
                    call.request("INVITE", 1, "0190@203.0.113.80", vias),
                    sdp("417004", "192.0.2.10", 40_030)));
    int time = 5;
    for (int wait = 500; wait <= 4_000; wait *= 2) {
      time += wait;
      wire.again(time, 3);
    }
    return wire.at(8_011, SBC, ALICE, call.response("408 Request Timeout", "INVITE", 1, A + "3"))
        .at(8_034, ALICE, SBC, call.request("ACK", 1, "0190@example.com", A + "3"));
  }

  /** A phone behind a NAT whose private address the proxy passes on. */
  static Wire nat() {
    String phone = "203.0.113.77:62001";
    Dialogue call =
        new Dialogue("home-8842@192.168.1.20", "carol@example.com", "c4", "bob@example.com", "b4");
    String via = "UDP 192.168.1.20:5060;rport;branch=z9hG4bK-c4";
    String seen = "UDP 192.168.1.20:5060;received=203.0.113.77;rport=62001;branch=z9hG4bK-c4";
    String[] vias = {P + "4", seen};
    return new Wire()
        .at(
            0,
            phone,
            SBC,
            with(
                with(
                    call.request("INVITE", 1, "bob@example.com", via),
                    "Contact: <sip:carol@192.168.1.20:5060>"),
                sdp("5500421", "192.168.1.20", 40_100)))
        .at(3, SBC, phone, call.response("100 Giving it a try", "INVITE", 1, seen))
        .at(
            6,
            SBC,
            BOB,
            with(
                with(
                    call.request("INVITE", 1, "bob@203.0.113.9", vias),
                    "Record-Route: <sip:198.51.100.5;lr>",
                    "Contact: <sip:carol@192.168.1.20:5060>"),
                sdp("5500421", "192.168.1.20", 40_100)))
        .at(190, BOB, SBC, call.response("180 Ringing", "INVITE", 1, vias))
        .at(193, SBC, phone, call.response("180 Ringing", "INVITE", 1, seen))
        .at(
            2_900,
            BOB,
            SBC,
            with(
                with(call.response("200 OK", "INVITE", 1, vias), "Contact: <sip:bob@203.0.113.9>"),
                sdp("88114", "203.0.113.9", 31_020)))
        .at(
            2_903,
            SBC,
            phone,
            with(
                with(call.response("200 OK", "INVITE", 1, seen), "Contact: <sip:bob@203.0.113.9>"),
                sdp("88114", "203.0.113.9", 31_020)))
        .at(2_951, phone, SBC, call.request("ACK", 1, "bob@203.0.113.9", via + "a"))
        .at(2_954, SBC, BOB, call.request("ACK", 1, "bob@203.0.113.9", P + "4a", via + "a"))
        .at(11_200, phone, SBC, call.request("BYE", 2, "bob@203.0.113.9", via + "b"))
        .at(11_203, SBC, BOB, call.request("BYE", 2, "bob@203.0.113.9", P + "4b", via + "b"))
        .at(11_240, BOB, SBC, call.response("200 OK", "BYE", 2, P + "4b", via + "b"))
        .at(11_243, SBC, phone, call.response("200 OK", "BYE", 2, via + "b"));
  }

  /**
   * {@return a long call through a proxy with so many messages, with re-INVITEs of a session timer}
   */
  static Wire longCall(int messages) {
    Dialogue call =
        new Dialogue("long-1@192.0.2.10", "alice@example.com", "a5", "bob@example.com", "b5");
    Wire wire = new Wire();
    int time = 0;
    int cseq = 1;
    while (wire.messages.size() < messages) {
      String a = A + "L" + cseq;
      String[] vias = {P + "L" + cseq, a};
      String[] offer = sdp("417005", "192.0.2.10", 40_040);
      String[] answer = sdp("88115", "203.0.113.9", 31_040);
      String[] invite = call.request("INVITE", cseq, "bob@example.com", a);
      String[] forwarded = call.request("INVITE", cseq, "bob@203.0.113.9", vias);
      if (cseq > 1) {
        tag(invite);
        tag(forwarded);
      }
      wire.at(time, ALICE, SBC, with(invite, offer))
          .at(time + 2, SBC, ALICE, call.response("100 Giving it a try", "INVITE", cseq, a))
          .at(time + 4, SBC, BOB, with(forwarded, offer))
          .at(time + 40, BOB, SBC, with(call.response("200 OK", "INVITE", cseq, vias), answer))
          .at(time + 43, SBC, ALICE, with(call.response("200 OK", "INVITE", cseq, a), answer))
          .at(time + 66, ALICE, SBC, call.request("ACK", cseq, "bob@203.0.113.9", a + "k"))
          .at(
              time + 69,
              SBC,
              BOB,
              call.request("ACK", cseq, "bob@203.0.113.9", P + "k" + cseq, a + "k"));
      time += 90_000;
      cseq++;
    }
    Wire cut = new Wire();
    cut.messages.addAll(wire.messages.subList(0, messages));
    return cut;
  }

  private static void tag(String[] lines) {
    for (int at = 0; at < lines.length; at++) {
      if (lines[at].startsWith("To:")) {
        lines[at] += ";tag=b5";
      }
    }
  }

  static Ladder ladder(Wire wire) {
    return Ladders.of(wire.messages, NAMED);
  }

  static List<String> names() {
    return List.copyOf(all().keySet());
  }
}
