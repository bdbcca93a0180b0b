package dev.opensipsmcp.server.toolset.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry.ProbeEntry;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates as text, and as a server of the test shows them. */
class TlsChecksTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(300));

  private final NodePorts ports = NodePorts.nowhere();

  @AfterEach
  void stop() {
    ports.close();
  }

  private JsonObject pem(String text, String name) {
    Tool tool = TlsCheckPem.tool(InstantSource.fixed(NOW));
    return Outcomes.object(tool, ports.run(tool, arguments(text, name)));
  }

  private static String arguments(String text, String name) {
    JsonObject json = new JsonObject();
    json.addProperty("pem", text);
    json.addProperty("name", name);
    return json.toString();
  }

  private static List<String> codes(JsonObject result) {
    return result.getAsJsonArray("findings").asList().stream()
        .map(one -> one.getAsJsonObject().get("code").getAsString())
        .toList();
  }

  private static SelfMade made(String name, int days) {
    return SelfMade.ec(name, LONG_AGO, NOW.plus(Duration.ofDays(days)));
  }

  @Test
  void aCertificateSaysWhatIsWrongWithIt() {
    assertThat(codes(pem(made("sip.example.org", 90).pem(), "SIP.example.org.")))
        .containsExactly("self_signed");
    assertThat(codes(pem(made("*.example.org", 90).pem(), "sip.example.org")))
        .containsExactly("self_signed");
    assertThat(codes(pem(made("*.example.org", -1).pem(), "a.b.example.org")))
        .containsExactly("expired", "self_signed", "wrong_name");
    assertThat(codes(pem(made("a", 3).pem(), "a"))).containsExactly("expires_soon", "self_signed");
  }

  @Test
  void aForeignCertificateInTheChainIsFound() {
    JsonObject chain = pem(made("a", 90).pem() + made("b", 90).pem(), "a");
    assertThat(codes(chain)).containsExactly("self_signed", "not_of_this_chain", "root_included");
    assertThat(chain.getAsJsonArray("certificates")).hasSize(2);
  }

  @Test
  void keysAndBrokenTextsAreRefused() {
    Tool tool = TlsCheckPem.tool(InstantSource.fixed(NOW));
    SelfMade one = made("a", 90);
    for (String text :
        List.of(
            one.pem() + one.key(),
            "no certificate",
            one.pem() + one.pem().replaceFirst("\n.", "\n*"),
            "-----BEGIN " + "CERTIFICATE-----".repeat(1_500))) {
      assertThat(Outcomes.failure(ports.run(tool, arguments(text, "a"))).code())
          .isEqualTo("ARGUMENTS_WRONG");
    }
  }

  private JsonObject shaken(ProbeEntry probes, int port, String name) {
    Tool tool = TlsCheckHandshake.tool(InstantSource.fixed(NOW), probes);
    return Outcomes.object(
        tool,
        ports.run(
            tool, "{\"host\":\"127.0.0.1\",\"port\":" + port + ",\"name\":\"" + name + "\"}"));
  }

  @Test
  void aHandshakeShowsWhatTheServerServes(@TempDir Path directory) throws IOException {
    SelfMade made = made("sip.example.org", 45);
    try (TlsServer server = TlsServer.start(made, false)) {
      JsonObject shown =
          shaken(new ProbeEntry(List.of(), Optional.empty()), server.port(), "sip.example.org");
      assertThat(shown.get("protocol").getAsString()).isEqualTo("TLSv1.3");
      assertThat(shown.get("cipher").getAsString()).startsWith("TLS_");
      assertThat(shown.get("days_left").getAsInt()).isEqualTo(45);
      assertThat(shown.get("trusted").getAsBoolean()).isFalse();
      assertThat(codes(shown)).containsExactly("self_signed", "not_trusted");

      Path authorities = Files.writeString(directory.resolve("ca.pem"), made.pem());
      JsonObject trusted =
          shaken(
              new ProbeEntry(List.of(), Optional.of(authorities)), server.port(), "other.example");
      assertThat(trusted.get("trusted").getAsBoolean()).isTrue();
      assertThat(codes(trusted)).containsExactly("self_signed", "wrong_name");
    }
  }

  @Test
  void aServerThatWantsACertificateOfOursIsSeenAllTheSame() throws IOException {
    try (TlsServer server = TlsServer.start(made("sip.example.org", 45), true)) {
      JsonObject shown =
          shaken(new ProbeEntry(List.of(), Optional.empty()), server.port(), "sip.example.org");
      assertThat(shown.getAsJsonArray("certificates")).hasSize(1);
    }
  }

  @Test
  void publicAndLinkLocalAddressesAreNotAsked() {
    Tool tool =
        TlsCheckHandshake.tool(
            InstantSource.fixed(NOW), new ProbeEntry(List.of(), Optional.empty()));
    for (String host : List.of("198.51.100.7", "169.254.169.254", "2001:db8::1", "0.0.0.0")) {
      assertThat(Outcomes.failure(ports.run(tool, "{\"host\":\"" + host + "\"}")).code())
          .as(host)
          .isEqualTo("TLS_NOT_ALLOWED");
    }
    for (String host : List.of("https://x", "a b", "x:5061/")) {
      assertThat(Outcomes.failure(ports.run(tool, "{\"host\":\"" + host + "\"}")).code())
          .as(host)
          .isEqualTo("ARGUMENTS_WRONG");
    }
  }

  @Test
  void whereNoTlsIsSpokenTheHandshakeFails() throws IOException {
    Tool tool =
        TlsCheckHandshake.tool(
            InstantSource.fixed(NOW), new ProbeEntry(List.of(), Optional.empty()));
    int closed;
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = plain.getLocalPort();
      Thread answer =
          Thread.ofVirtual()
              .start(() -> {
                try (var peer = plain.accept()) {
                  peer.getOutputStream()
                      .write("SIP/2.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException _) {
                  // The peer has gone.
                }
              });
      assertThat(failed(tool, closed)).isEqualTo("TLS_FAILED");
      answer.interrupt();
    }
    assertThat(failed(tool, closed)).isEqualTo("TLS_FAILED");
  }

  private String failed(Tool tool, int port) {
    return Outcomes.failure(ports.run(tool, "{\"host\":\"127.0.0.1\",\"port\":" + port + "}"))
        .code();
  }
}
