package dev.opensipsmcp.sip.probe;

import static dev.opensipsmcp.sip.testing.UdpStandIn.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.probe.RegisterResult.Stage;
import dev.opensipsmcp.sip.testing.RealKamailio;
import dev.opensipsmcp.sip.testing.UdpStandIn;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registrar is tried, and left as it was. */
class RegisterProbeTest {
  private static final ProbeLimits LIMITS = ProbeLimits.of(Duration.ofSeconds(60));
  private static final ProbeLimits SHORT =
      new ProbeLimits(Duration.ofMillis(200), Duration.ofMillis(50));
  private static final Credentials ALICE = new Credentials("alice", "wonderland");
  private static final String ASKS =
      "WWW-Authenticate: Digest realm=\"lab\", nonce=\"abc\", qop=\"auth\", algorithm=SHA-256";

  private static RegisterResult run(ProbeTarget target, Optional<Credentials> credentials) {
    return new RegisterProbe(target, "sip:alice@lab.example", LIMITS, () -> false).run(credentials);
  }

  private static Challenge challenge(String value) {
    String text = "SIP/2.0 401 Unauthorized\r\nWWW-Authenticate: " + value + "\r\n\r\n";
    return Challenge.of(SipParser.parse(text.getBytes(StandardCharsets.UTF_8))).orElseThrow();
  }

  /** The two examples of RFC 7616 section 3.9.1. */
  @Test
  void digestsAreThoseOfTheStandard() {
    Credentials mufasa = new Credentials("Mufasa", "Circle of Life");
    String said =
        "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s,"
            + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
            + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
    String cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    assertThat(challenge(said.formatted("MD5")).answer(mufasa, "GET", "/dir/index.html", 1, cnonce))
        .contains("response=\"8ca523f5e9506fed4657c9700eebdbec\"", "opaque=\"FQhe");
    assertThat(
            challenge(said.formatted("SHA-256"))
                .answer(mufasa, "GET", "/dir/index.html", 1, cnonce))
        .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"");
  }

  /** The example of RFC 2069 as it was corrected: no quality of protection. */
  @Test
  void theOldFormIsAnsweredToo() {
    assertThat(
            challenge(
                    "Digest realm=\"testrealm@host.com\","
                        + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"")
                .answer(new Credentials("Mufasa", "CircleOfLife"), "GET", "/dir/index.html", 1))
        .contains("response=\"1949323746fe6a43ef61f9606e7febea\"")
        .doesNotContain("qop", "nc=");
  }

  @Test
  void whatCantBeAnsweredIsSaid() {
    for (String asks :
        List.of(
            "WWW-Authenticate: Digest realm=\"x\", nonce=\"y\", algorithm=AKAv1-MD5",
            "WWW-Authenticate: Digest realm=\"x\", nonce=\"y\", qop=\"auth-int\"",
            "WWW-Authenticate: Digest realm=\"x\"",
            "WWW-Authenticate: Basic realm=\"x\"",
            "X: y")) {
      try (UdpStandIn server =
          UdpStandIn.start((request, _) -> List.of(answer(request, "401 Unauthorized", asks)))) {
        assertThat(run(server.target(), Optional.of(ALICE)).stage())
            .as(asks)
            .isEqualTo(Stage.CHALLENGE_UNKNOWN);
        assertThat(server.requests()).hasSize(1);
      }
    }
  }

  @Test
  void withoutCredentialsOnlyTheChallengeIsSeen() {
    try (UdpStandIn server =
        UdpStandIn.start((request, _) -> List.of(answer(request, "401 Unauthorized", ASKS)))) {
      RegisterResult result = run(server.target(), Optional.empty());
      assertThat(result.stage()).isEqualTo(Stage.CHALLENGED);
      assertThat(result.challenges().getFirst().algorithm()).isEqualTo("SHA-256");
      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().getFirst().header("Contact")).isEmpty();
    }
  }

  @Test
  void anOpenRegistrarTellsItsBindings() {
    try (UdpStandIn server =
        UdpStandIn.start(
            (request, _) -> List.of(answer(request, "200 OK", "Contact: <sip:a@192.0.2.1>")))) {
      RegisterResult result = run(server.target(), Optional.of(ALICE));
      assertThat(result.stage()).isEqualTo(Stage.OPEN);
      assertThat(result.others()).containsExactly("sip:a@192.0.2.1");
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static boolean proven(SipMessage request) {
    return request.header("Authorization").isPresent();
  }

  @Test
  void whereSomebodyIsRegisteredNothingIsMade() {
    try (UdpStandIn server =
        UdpStandIn.start((request, _) ->
            List.of(
                proven(request)
                    ? answer(request, "200 OK", "Contact: <sip:phone@192.0.2.1>;expires=9")
                    : answer(request, "401 Unauthorized", ASKS)))) {
      RegisterResult result = run(server.target(), Optional.of(ALICE));
      assertThat(result.stage()).isEqualTo(Stage.AUTHENTICATED);
      assertThat(result.others()).containsExactly("sip:phone@192.0.2.1");
      assertThat(server.requests())
          .hasSize(2)
          .allMatch(request -> request.header("Contact").isEmpty());
    }
  }

  @Test
  void aBindingThatMayHaveBeenMadeIsRemovedEvenWhenTheCallerIsGone() {
    AtomicBoolean withdrawn = new AtomicBoolean();
    UdpStandIn.Behaviour swallows =
        (request, _) -> {
          String contact = request.header("Contact").orElse("");
          if (contact.endsWith("expires=60")) {
            withdrawn.set(true);
            return List.of();
          }
          return List.of(
              proven(request)
                  ? answer(request, "200 OK")
                  : answer(request, "401 Unauthorized", ASKS));
        };
    try (UdpStandIn server = UdpStandIn.start(swallows)) {
      RegisterResult result =
          new RegisterProbe(server.target(), "sip:alice@lab.example", LIMITS, withdrawn::get)
              .run(Optional.of(ALICE));
      assertThat(result.stage()).isEqualTo(Stage.NOT_REGISTERED);
      assertThat(server.requests().getLast().header("Contact").orElse(""))
          .isEqualTo("<" + result.contact().orElseThrow() + ">;expires=0");
    }
  }

  @Test
  void aBindingThatStaysIsSaid() {
    UdpStandIn.Behaviour keeps =
        (request, _) -> {
          String contact = request.header("Contact").orElse("");
          if (!proven(request)) {
            return List.of(answer(request, "401 Unauthorized", ASKS));
          }
          return contact.endsWith("expires=0") ? List.of() : List.of(answer(request, "200 OK"));
        };
    try (UdpStandIn server = UdpStandIn.start(keeps)) {
      RegisterResult result =
          new RegisterProbe(server.target(), "sip:alice@lab.example", SHORT, () -> false)
              .run(Optional.of(ALICE));
      assertThat(result.stage()).isEqualTo(Stage.LEFT_BEHIND);
    }
  }

  @Test
  void aTooShortTimeIsMadeLonger() {
    UdpStandIn.Behaviour slow =
        (request, _) -> {
          String contact = request.header("Contact").orElse("");
          if (contact.endsWith("expires=60")) {
            return List.of(answer(request, "423 Interval Too Brief", "Min-Expires: 300"));
          }
          return List.of(
              proven(request)
                  ? answer(request, "200 OK")
                  : answer(request, "401 Unauthorized", ASKS));
        };
    try (UdpStandIn server = UdpStandIn.start(slow)) {
      assertThat(run(server.target(), Optional.of(ALICE)).stage())
          .isEqualTo(Stage.REGISTERED_AND_REMOVED);
    }
  }

  @Test
  void aRealRegistrarTakesTheBindingAndLosesIt(@TempDir Path directory) {
    try (RealKamailio kamailio = RealKamailio.start(directory)) {
      for (ProbeTransport transport :
          List.of(ProbeTransport.UDP, ProbeTransport.TCP, ProbeTransport.TLS, ProbeTransport.WS)) {
        ProbeTarget target =
            new ProbeTarget(
                transport,
                new IpAddress(InetAddress.getLoopbackAddress()),
                port(kamailio, transport));
        RegisterResult result = run(target, Optional.of(ALICE));
        assertThat(result.stage())
            .as(transport + " " + result.steps())
            .isEqualTo(Stage.REGISTERED_AND_REMOVED);
        assertThat(result.challenges().getFirst().realm()).isEqualTo(RealKamailio.REALM);
        assertThat(run(target, Optional.of(new Credentials("alice", "wrong"))).stage())
            .isEqualTo(Stage.REJECTED);
        assertThat(run(target, Optional.empty()).stage()).isEqualTo(Stage.CHALLENGED);
      }
    }
  }

  private static int port(RealKamailio kamailio, ProbeTransport transport) {
    return switch (transport) {
      case UDP, TCP -> kamailio.sipPort();
      case TLS, WSS -> kamailio.tlsPort();
      case WS -> kamailio.webSocketPort();
    };
  }

  @Test
  void nobodySeesThePassword() {
    assertThat(ALICE).hasToString("Credentials[***]");
    assertThat(
            challenge("Digest realm=\"r\", nonce=\"n\"")
                .answer(new Credentials("a\"b\\c", "geheim"), "REGISTER", "sip:x", 1))
        .contains("username=\"a\\\"b\\\\c\"")
        .doesNotContain("geheim");
  }
}
