package dev.opensipsmcp.sip.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.testing.RealKamailio;
import dev.opensipsmcp.sip.testing.RealProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIPp and Kamailio answer OPTIONS, over what each of them speaks. */
class RealAnswersTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final ProbeLimits LIMITS = ProbeLimits.of(Duration.ofSeconds(60));

  @TempDir private Path directory;

  private static ProbeOutcome.Answered ping(SipProber prober, String uri) {
    ProbeOutcome outcome =
        prober.ask(_ -> SipRequest.of("OPTIONS", uri, "sip:probe@opensips-mcp.invalid", uri));
    assertThat(outcome).isInstanceOf(ProbeOutcome.Answered.class);
    return (ProbeOutcome.Answered) outcome;
  }

  private static final String SCENARIO =
      """
      <?xml version="1.0" encoding="ISO-8859-1" ?>
      <scenario name="answers OPTIONS">
        <recv request="OPTIONS"/>
        <send><![CDATA[
      SIP/2.0 200 OK
      [last_Via:]
      [last_From:]
      [last_To:];tag=[call_number]
      [last_Call-ID:]
      [last_CSeq:]
      Allow: INVITE, ACK, BYE, OPTIONS
      Content-Length: 0

        ]]></send>
      </scenario>
      """;

  @Test
  void sippAnswersOverUdpAndTcp() throws IOException {
    Path sipp = RealProgram.find("sipp", "sip-tester");
    Path scenario = Files.writeString(directory.resolve("options.xml"), SCENARIO);
    for (ProbeTransport transport : List.of(ProbeTransport.UDP, ProbeTransport.TCP)) {
      int port = port();
      List<String> command =
          List.of(
              sipp.toString(),
              "-sf",
              scenario.toString(),
              "-i",
              "127.0.0.1",
              "-p",
              String.valueOf(port),
              "-t",
              transport == ProbeTransport.UDP ? "u1" : "t1",
              "-nostdin");
      try (RealProgram server = RealProgram.start(directory, command);
          SipProber prober =
              new SipProber(
                  new ProbeTarget(transport, new IpAddress(LOOPBACK), port), LIMITS, () -> false)) {
        ProbeOutcome.Answered first = untilThere(prober, server);
        assertThat(first.code()).isEqualTo(200);
        ProbeOutcome.Answered second = ping(prober, "sip:probe@127.0.0.1:" + port);
        assertThat(second.response().header("Allow")).contains("INVITE, ACK, BYE, OPTIONS");
        assertThat(second.response().defects()).isEmpty();
      }
    }
  }

  /** A program that is just starting refuses at first. */
  private static ProbeOutcome.Answered untilThere(SipProber prober, RealProgram server) {
    while (true) {
      ProbeOutcome outcome =
          prober.ask(
              _ -> SipRequest.of("OPTIONS", "sip:p@127.0.0.1", "sip:a@b", "sip:p@127.0.0.1"));
      if (outcome instanceof ProbeOutcome.Answered answer) {
        return answer;
      }
      assertThat(server.isAlive()).as(server.output()).isTrue();
    }
  }

  private static int port() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void kamailioAnswersOverUdpTcpTlsAndWebSocket() {
    try (RealKamailio kamailio = RealKamailio.start(directory)) {
      for (ProbeTransport transport : List.of(ProbeTransport.values())) {
        int port =
            switch (transport) {
              case UDP, TCP -> kamailio.sipPort();
              case TLS, WSS -> kamailio.tlsPort();
              case WS -> kamailio.webSocketPort();
            };
        ProbeTarget target = new ProbeTarget(transport, new IpAddress(LOOPBACK), port);
        try (SipProber prober = new SipProber(target, LIMITS, () -> false)) {
          for (int round = 0; round < 3; round++) {
            ProbeOutcome.Answered answer = ping(prober, "sip:lab.example");
            assertThat(answer.code()).as(transport.word()).isEqualTo(200);
            assertThat(answer.response().header("Server").orElse("")).startsWith("kamailio");
            assertThat(answer.response().vias().getFirst().parameters()).containsKey("received");
          }
          assertThat(prober.tls().isPresent()).isEqualTo(transport.secure());
          prober
              .tls()
              .ifPresent(tls -> {
                assertThat(tls.protocol()).startsWith("TLSv1.");
                assertThat(tls.chain()).hasSize(1);
              });
        }
      }
    }
  }

  @Test
  void kamailioOnTheWrongTransportIsToldApart() {
    try (RealKamailio kamailio = RealKamailio.start(directory)) {
      ProbeTarget plain =
          new ProbeTarget(ProbeTransport.TLS, new IpAddress(LOOPBACK), kamailio.sipPort());
      assertThat(kind(plain)).isEqualTo(ProbeFailure.Kind.NO_TLS);
      ProbeTarget noSocket =
          new ProbeTarget(ProbeTransport.WSS, new IpAddress(LOOPBACK), kamailio.webSocketPort());
      assertThat(kind(noSocket)).isEqualTo(ProbeFailure.Kind.NO_TLS);
    }
  }

  private static ProbeFailure.Kind kind(ProbeTarget target) {
    ProbeLimits limits = ProbeLimits.of(Duration.ofSeconds(2));
    try (SipProber prober = new SipProber(target, limits, () -> false)) {
      ProbeOutcome outcome = prober.ask(_ -> SipRequest.of("OPTIONS", "sip:a", "sip:b", "sip:a"));
      assertThat(outcome).isInstanceOf(ProbeOutcome.Failed.class);
      return ((ProbeOutcome.Failed) outcome).failure().kind();
    }
  }
}
