package dev.opensipsmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mcp.RpcError;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MirroredHeadersTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @ParameterizedTest
  @CsvSource({
    "MCP-Protocol-Version, 2025-11-25",
    "MCP-Protocol-Version, v999",
    "Mcp-Method, tools/list",
    "Mcp-Method, TOOLS/CALL",
    "Mcp-Name, wait",
    "Mcp-Name, =?base64?d2FpdA==?=",
    "Mcp-Name, =?base64?ZWNobw?=",
    "Mcp-Name, =?base64?!!!!?=",
    "Mcp-Name, =?base64?/w==?="
  })
  void aHeaderThatDiffersFromTheBodyIsAMismatch(String header, String value) throws Exception {
    HttpResponse<String> response = rig.send(rig.call("echo").setHeader(header, value));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Rig.code(response)).isEqualTo(RpcError.HEADER_MISMATCH);
    assertThat(response.body()).contains(header);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"})
  void aHeaderThatIsMissingIsAMismatch(String header) throws Exception {
    String raw = RawRequest.of(rig.call("echo").build());
    String without = raw.replaceFirst("(?i)\r\n" + header + ":[^\r]*", "");
    assertThat(without).isNotEqualTo(raw);
    try (RawClient client = new RawClient(rig.listener.uri())) {
      client.text(without.replaceFirst("\r\n", "\r\nConnection: close\r\n"));
      assertThat(client.status()).isEqualTo(400);
      assertThat(client.rest()).contains("\"code\":" + RpcError.HEADER_MISMATCH);
    }
  }

  @Test
  void anEncodedNameIsDecodedBeforeItIsCompared() throws Exception {
    String encoded = Base64.getEncoder().encodeToString("echo".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> response =
        rig.send(rig.call("echo").setHeader("Mcp-Name", "=?base64?" + encoded + "?="));
    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void whatTheBodyLacksIsTheBodysFault() throws Exception {
    HttpResponse<String> response =
        rig.send(
            rig.request("/mcp")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/list")
                .POST(BodyPublishers.ofString(Rig.message("tools/list", "{}"))));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Rig.code(response)).isEqualTo(RpcError.INVALID_PARAMS);
  }
}
