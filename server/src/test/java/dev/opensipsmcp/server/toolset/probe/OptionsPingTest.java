package dev.opensipsmcp.server.toolset.probe;

import static dev.opensipsmcp.sip.testing.UdpStandIn.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.sip.testing.RealKamailio;
import dev.opensipsmcp.sip.testing.UdpStandIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks whether a server is there learns how well, and never reaches where it may not. */
class OptionsPingTest {
  private final ProbeBench bench = new ProbeBench();

  @AfterEach
  void stop() {
    bench.close();
  }

  private JsonObject ping(String arguments) {
    return bench.object("sip_options_ping", arguments);
  }

  private static String at(UdpStandIn server, String more) {
    return "{\"target\":\"127.0.0.1:" + server.target().port() + "\"" + more + "}";
  }

  @Test
  void aServerThatAnswersIsDescribedByItsOwnWords() {
    UdpStandIn.Behaviour polite =
        (request, _) ->
            List.of(
                answer(
                    request,
                    "200 OK",
                    "Server: lab 1\0\t2",
                    "Allow: INVITE, OPTIONS",
                    "Contact: <sip:me:hidden@10.0.0.1>"));
    try (UdpStandIn server = UdpStandIn.start(polite)) {
      JsonObject result = ping(at(server, ",\"count\":3"));
      assertThat(result.get("sent").getAsInt()).isEqualTo(3);
      assertThat(result.get("answered").getAsInt()).isEqualTo(3);
      assertThat(result.get("loss_percent").getAsInt()).isZero();
      assertThat(result.getAsJsonObject("rtt_ms").keySet())
          .containsExactly("min", "median", "p95", "max", "mean", "jitter");
      JsonObject peer = result.getAsJsonObject("peer");
      assertThat(peer.get("code").getAsInt()).isEqualTo(200);
      assertThat(peer.get("server").getAsString()).isEqualTo("lab 1  2");
      assertThat(peer.get("contact").getAsString()).isEqualTo("<sip:me:***@10.0.0.1>");
      assertThat(result.get("verdict").getAsString()).contains("answers with 200");
    }
  }

  @Test
  void aSilentOneGetsAReasonAndANextStep() {
    try (UdpStandIn server = UdpStandIn.start((_, _) -> List.of())) {
      JsonObject result = ping(at(server, ",\"count\":1,\"timeout_sec\":0.2"));
      assertThat(result.get("answered").getAsInt()).isZero();
      assertThat(result.get("loss_percent").getAsInt()).isEqualTo(100);
      assertThat(result.get("verdict").getAsString()).contains("did not answer within 200 ms");
      assertThat(result.get("next").getAsString()).contains("firewall", "fail2ban");
      assertThat(result.has("rtt_ms")).isFalse();
    }
  }

  @Test
  void theCallersFromIsUsed() {
    try (UdpStandIn server =
        UdpStandIn.start((request, _) -> List.of(answer(request, "404 Not Found")))) {
      JsonObject result = ping(at(server, ",\"count\":1,\"from_uri\":\"sip:noc@example.org\""));
      assertThat(result.get("answered").getAsInt()).isEqualTo(1);
      assertThat(server.requests().getFirst().from().orElseThrow().uri().text())
          .isEqualTo("sip:noc@example.org");
      assertThat(
              bench
                  .failure("sip_options_ping", at(server, ",\"from_uri\":\"mailto:noc@example\""))
                  .code())
          .isEqualTo("ARGUMENTS_WRONG");
    }
  }

  @Test
  void publicAddressesAreRefusedWhateverTheCallSays() {
    for (String target :
        List.of("198.51.100.7", "sip:198.51.100.7:5060", "[2001:db8::7]:5060", "169.254.169.254")) {
      assertThat(
              bench
                  .failure(
                      "sip_options_ping", "{\"target\":\"" + target + "\",\"allow_public\":true}")
                  .code())
          .as(target)
          .isEqualTo("PROBE_NOT_ALLOWED");
    }
  }

  @Test
  void whatTheSettingsNameAndTheNodesOwnHostsAreAllowed() {
    try (ProbeBench open =
        new ProbeBench(
            List.of("198.51.100.0/24"), List.of("http://203.0.113.9:8888/mi"), Map.of())) {
      for (String target : List.of("198.51.100.7", "203.0.113.9:5080", "10.9.8.7")) {
        Plan plan =
            open.ports().plan(open.tool("sip_options_ping"), "{\"target\":\"" + target + "\"}");
        assertThat(plan).as(target).isInstanceOf(Plan.Ready.class);
        assertThat(((Plan.Ready) plan).summary()).startsWith("Send 4 OPTIONS to udp:" + target);
      }
      assertThat(open.failure("sip_options_ping", "{\"target\":\"203.0.113.10\"}").code())
          .isEqualTo("PROBE_NOT_ALLOWED");
    }
  }

  @Test
  void whatIsNoPlaceIsRefused() {
    for (String wrong :
        List.of(
            "",
            "a b",
            "-",
            "host:99999",
            "http://127.0.0.1/",
            "127.0.0.1;x",
            "sip:127.0.0.1;transport=sctp",
            "127.0.0.1\\r\\nX: y",
            "[::1")) {
      assertThat(bench.failure("sip_options_ping", "{\"target\":\"" + wrong + "\"}").code())
          .as(wrong)
          .isIn("ARGUMENTS_WRONG", "TARGET_NOT_FOUND");
    }
  }

  @Test
  void aRealServerAnswersOverEverything(@TempDir Path directory) {
    try (RealKamailio kamailio = RealKamailio.start(directory)) {
      for (String target :
          List.of(
              "127.0.0.1:" + kamailio.sipPort(),
              "sip:127.0.0.1:" + kamailio.sipPort() + ";transport=tcp",
              "sips:127.0.0.1:" + kamailio.tlsPort(),
              "sip:127.0.0.1:" + kamailio.webSocketPort() + ";transport=ws")) {
        JsonObject result = ping("{\"target\":\"" + target + "\",\"count\":2,\"timeout_sec\":10}");
        assertThat(result.get("answered").getAsInt()).as(target).isEqualTo(2);
        assertThat(result.has("tls")).isEqualTo(target.startsWith("sips"));
        assertThat(result.getAsJsonObject("peer").get("server").getAsString())
            .startsWith("kamailio");
      }
    }
  }
}
