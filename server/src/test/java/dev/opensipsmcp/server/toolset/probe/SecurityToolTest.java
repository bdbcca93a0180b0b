package dev.opensipsmcp.server.toolset.probe;

import static dev.opensipsmcp.sip.testing.UdpStandIn.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.testing.RealKamailio;
import dev.opensipsmcp.sip.testing.UdpStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node is looked at as a stranger sees it. */
class SecurityToolTest {
  private final ProbeBench bench = new ProbeBench();

  @AfterEach
  void stop() {
    bench.close();
  }

  private JsonObject probe(int port, String more) {
    return bench.object(
        "security_probe_node", "{\"target\":\"127.0.0.1:" + port + "\"" + more + "}");
  }

  private static Map<String, String> results(JsonObject result) {
    return result.getAsJsonArray("checks").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .collect(
            Collectors.toMap(
                it -> it.get("check").getAsString(), it -> it.get("result").getAsString()));
  }

  private static int nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String uri(SipMessage request) {
    return ((StartLine.Request) request.start()).uri();
  }

  @Test
  void aCarelessNodeIsFound() throws IOException {
    UdpStandIn.Behaviour careless =
        (request, _) -> {
          if (uri(request).endsWith(".invalid")) {
            return List.of(
                answer(request, "100 Trying"), answer(request, "476 Unresolvable destination"));
          }
          return List.of(
              uri(request).contains("mcp-")
                  ? answer(request, "404 Not Found")
                  : answer(request, "200 OK", "Server: OpenSIPS (3.6.8 (x86_64/linux))"));
        };
    try (UdpStandIn server = UdpStandIn.start(careless);
        LabNode lab = LabNode.start(Version.V3_6)) {
      JsonObject result =
          probe(
              server.target().port(),
              ",\"known_user\":\"alice\",\"tls_port\":"
                  + nobody()
                  + ",\"mi_port\":"
                  + lab.miUrl().getPort());
      assertThat(results(result))
          .containsEntry("version_told", "low")
          .containsEntry("open_relay", "high")
          .containsEntry("users_told", "medium")
          .containsEntry("old_tls", "low")
          .containsEntry("mi_exposed", "low");
      assertThat(result.get("verdict").getAsString()).isEqualTo("5 found, the worst is high.");
      assertThat(result.toString()).contains("server_signature", "is_myself", "httpd");
      assertThat(server.requests()).hasSizeLessThanOrEqualTo(6);
      assertThat(server.requests()).allMatch(request -> !request.method().equals("INVITE"));
    }
  }

  @Test
  void aRealServerIsLookedAt(@TempDir Path directory) throws IOException {
    try (RealKamailio kamailio = RealKamailio.start(directory)) {
      JsonObject result =
          probe(
              kamailio.sipPort(),
              ",\"domain\":\"lab.example\",\"known_user\":\"alice\",\"tls_port\":"
                  + kamailio.tlsPort()
                  + ",\"mi_port\":"
                  + nobody());
      assertThat(results(result))
          .containsEntry("version_told", "low")
          .containsEntry("open_relay", "ok")
          .containsEntry("users_told", "medium")
          .containsEntry("old_tls", "ok")
          .containsEntry("mi_exposed", "ok");
      assertThat(result.toString()).contains("takes TLSv1.2, TLSv1.3.");
    }
  }

  @Test
  void whatIsSilentStaysUnknown() throws IOException {
    JsonObject result = probe(nobody(), ",\"tls_port\":" + nobody() + ",\"mi_port\":" + nobody());
    assertThat(results(result))
        .containsEntry("version_told", "unknown")
        .containsEntry("open_relay", "unknown")
        .containsEntry("users_told", "unknown");
  }

  @Test
  void onlyOnesOwnIsProbed() {
    assertThat(bench.failure("security_probe_node", "{\"target\":\"203.0.113.1\"}").code())
        .isEqualTo("PROBE_NOT_ALLOWED");
    assertThat(
            bench
                .failure("security_probe_node", "{\"target\":\"127.0.0.1\",\"known_user\":\"a b\"}")
                .code())
        .isEqualTo("ARGUMENTS_WRONG");
  }
}
