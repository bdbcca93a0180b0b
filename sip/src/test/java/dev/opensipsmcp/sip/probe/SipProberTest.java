package dev.opensipsmcp.sip.probe;

import static dev.opensipsmcp.sip.testing.UdpStandIn.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.testing.UdpStandIn;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers that are lost, late, foreign or none, as UDP brings them. */
class SipProberTest {
  /** Patience that no test is meant to use up. */
  private static final ProbeLimits PATIENT =
      new ProbeLimits(Duration.ofSeconds(60), Duration.ofMillis(20));

  private static final ProbeLimits SHORT =
      new ProbeLimits(Duration.ofMillis(300), Duration.ofMillis(20));

  private static SipRequest options() {
    return SipRequest.of(
        "OPTIONS", "sip:probe@127.0.0.1", "sip:probe@opensips-mcp.invalid", "sip:127.0.0.1");
  }

  private static ProbeOutcome ask(UdpStandIn server, ProbeLimits limits) {
    try (SipProber prober = new SipProber(server.target(), limits, () -> false)) {
      return prober.ask(_ -> options());
    }
  }

  private static ProbeOutcome.Answered answered(ProbeOutcome outcome) {
    assertThat(outcome).isInstanceOf(ProbeOutcome.Answered.class);
    return (ProbeOutcome.Answered) outcome;
  }

  private static ProbeOutcome.Failed failed(ProbeOutcome outcome) {
    assertThat(outcome).isInstanceOf(ProbeOutcome.Failed.class);
    ProbeOutcome.Failed failed = (ProbeOutcome.Failed) outcome;
    assertThat(failed.failure().cause()).isNotBlank();
    assertThat(failed.failure().next()).isNotBlank();
    return failed;
  }

  @Test
  void aServerThatAnswersIsThere() {
    try (UdpStandIn server =
        UdpStandIn.start((request, _) -> List.of(answer(request, "200 OK", "Server: lab")))) {
      ProbeOutcome.Answered answer = answered(ask(server, PATIENT));
      assertThat(answer.code()).isEqualTo(200);
      assertThat(answer.response().header("Server")).contains("lab");
      assertThat(answer.milliseconds()).isPositive();
      assertThat(answer.strays()).isEqualTo(Strays.NONE);
      SipMessage request = server.requests().getFirst();
      assertThat(request.defects()).isEmpty();
      assertThat(request.vias().getFirst().parameters()).containsKey("rport");
    }
  }

  @Test
  void aLostRequestIsSentAgainWithTheSameBranch() {
    try (UdpStandIn server =
        UdpStandIn.start(
            (request, number) -> number < 3 ? List.of() : List.of(answer(request, "200 OK")))) {
      assertThat(answered(ask(server, PATIENT)).sent()).isGreaterThanOrEqualTo(3);
      assertThat(server.requests().stream().map(it -> it.vias().getFirst().branch()).distinct())
          .hasSize(1);
    }
  }

  @Test
  void aRefusalIsAnAnswer() {
    try (UdpStandIn server =
        UdpStandIn.start((request, _) -> List.of(answer(request, "403 Forbidden")))) {
      assertThat(answered(ask(server, PATIENT)).code()).isEqualTo(403);
    }
  }

  @Test
  void silenceIsATimeout() {
    try (UdpStandIn server = UdpStandIn.start((_, _) -> List.of())) {
      ProbeOutcome.Failed silent = failed(ask(server, SHORT));
      assertThat(silent.failure().kind()).isEqualTo(ProbeFailure.Kind.TIMEOUT);
      assertThat(silent.sent()).isGreaterThan(1);
    }
  }

  @Test
  void provisionalAnswersAloneAreToldApart() {
    try (UdpStandIn server =
        UdpStandIn.start((request, _) ->
            List.of(answer(request, "100 Trying"), answer(request, "183 Progress")))) {
      ProbeOutcome.Failed failed = failed(ask(server, SHORT));
      assertThat(failed.failure().kind()).isEqualTo(ProbeFailure.Kind.PROVISIONAL_ONLY);
      assertThat(failed.provisional()).startsWith(100, 183);
    }
  }

  @Test
  void anAnswerBehindProvisionalOnesCounts() {
    try (UdpStandIn server =
        UdpStandIn.start(
            (request, _) -> List.of(answer(request, "100 Trying"), answer(request, "200 OK")))) {
      ProbeOutcome.Answered answer = answered(ask(server, PATIENT));
      assertThat(answer.code()).isEqualTo(200);
      assertThat(answer.provisional()).containsExactly(100);
    }
  }

  @Test
  void answersOfOtherTransactionsAreNone() {
    try (UdpStandIn server =
        UdpStandIn.start((request, _) ->
            List.of(
                answer(request, "200 OK").replaceFirst("branch=z9hG4bK", "branch=z9hG4bKx"),
                answer(request, "200 OK").replaceFirst("CSeq: 1", "CSeq: 2"),
                answer(request, "200 OK").replaceFirst("1 OPTIONS", "1 INVITE"),
                "OPTIONS sip:you SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\n\r\n"))) {
      ProbeOutcome.Failed failed = failed(ask(server, SHORT));
      assertThat(failed.failure().kind()).isEqualTo(ProbeFailure.Kind.FOREIGN_ONLY);
      assertThat(failed.strays().foreign()).isGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void garbageIsCountedAndTheAnswerBehindItFound() {
    try (UdpStandIn server =
        UdpStandIn.start((request, _) ->
            List.of(
                "",
                "\r\n\r\n",
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "\0\1\2\3\4\5",
                "SIP/2.0 999999 X\r\n\r\n",
                answer(request, "200 OK")))) {
      ProbeOutcome.Answered answer = answered(ask(server, PATIENT));
      assertThat(answer.code()).isEqualTo(200);
      assertThat(answer.strays().garbage()).isEqualTo(3);
    }
  }

  @Test
  void aFloodOfGarbageEndsWithTheTime() {
    List<String> flood = IntStream.range(0, 2_000).mapToObj(i -> "garbage " + i).toList();
    try (UdpStandIn server = UdpStandIn.start((_, _) -> flood)) {
      assertThat(failed(ask(server, SHORT)).failure().kind())
          .isEqualTo(ProbeFailure.Kind.FOREIGN_ONLY);
    }
  }

  @Test
  void anAnswerToAnEarlierProbeIsLate() {
    List<SipMessage> held = new ArrayList<>();
    UdpStandIn.Behaviour slow =
        (request, _) -> {
          if (held.isEmpty()) {
            held.add(request);
          }
          boolean first = request.callId().equals(held.getFirst().callId());
          return first
              ? List.of()
              : List.of(answer(held.getFirst(), "200 OK"), answer(request, "200 OK"));
        };
    try (UdpStandIn server = UdpStandIn.start(slow);
        SipProber prober = new SipProber(server.target(), SHORT, () -> false)) {
      assertThat(failed(prober.ask(_ -> options())).failure().kind())
          .isEqualTo(ProbeFailure.Kind.TIMEOUT);
      ProbeOutcome.Answered second = answered(prober.ask(_ -> options()));
      assertThat(second.strays().late()).isEqualTo(1);
    }
  }

  @Test
  void aPortWhereNobodyListensRefuses() throws IOException {
    int port;
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    for (ProbeTransport transport : ProbeTransport.values()) {
      ProbeTarget target =
          new ProbeTarget(transport, new IpAddress(InetAddress.getLoopbackAddress()), port);
      try (SipProber prober = new SipProber(target, PATIENT, () -> false)) {
        assertThat(failed(prober.ask(_ -> options())).failure().kind())
            .as(transport.word())
            .isEqualTo(ProbeFailure.Kind.REFUSED);
      }
    }
  }

  @Test
  void aWithdrawnCallEndsAtOnce() {
    AtomicBoolean withdrawn = new AtomicBoolean();
    UdpStandIn.Behaviour withdraws =
        (_, _) -> {
          withdrawn.set(true);
          return List.of();
        };
    try (UdpStandIn server = UdpStandIn.start(withdraws);
        SipProber prober = new SipProber(server.target(), PATIENT, withdrawn::get)) {
      assertThat(failed(prober.ask(_ -> options())).failure().kind())
          .isEqualTo(ProbeFailure.Kind.STOPPED);
      assertThat(failed(prober.ask(_ -> options())).sent()).isZero();
    }
  }

  @Test
  void nothingEndsAHeaderEarly() {
    for (String wrong : List.of("sip:a b", "sip:a\r\nX: y", "sip:a>", "")) {
      assertThatThrownBy(() -> SipRequest.of("OPTIONS", wrong, "sip:a", "sip:b"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> options().with(List.of("X: y\r\nZ: z")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SipRequest.of("INVITE", "sip:a", "sip:a", "sip:b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timesAreThoseThatWereMeasured() {
    assertThat(Times.of(List.of())).isEmpty();
    Times times =
        Times.of(IntStream.rangeClosed(1, 20).mapToObj(i -> (double) i).toList()).orElseThrow();
    assertThat(times).isEqualTo(new Times(1, 10, 19, 20, 10.5, 1));
    assertThat(Times.of(List.of(7.0)).orElseThrow()).isEqualTo(new Times(7, 7, 7, 7, 7, 0));
  }
}
