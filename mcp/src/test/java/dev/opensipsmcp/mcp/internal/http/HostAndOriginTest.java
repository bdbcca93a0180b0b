package dev.opensipsmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostAndOriginTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/mcp",
    "GET,/mcp",
    "DELETE,/mcp",
    "OPTIONS,/mcp",
    "POST,/mcp/readonly",
    "GET,/sse",
    "POST,/messages?sessionId=1",
    "GET,/",
    "GET,/elsewhere"
  })
  void aForeignHostIsRefusedOnEveryRoute(String method, String path) throws Exception {
    assertThat(status(method, path, "evil.example.org")).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example.org:80",
        "localhost.evil.example.org",
        "127.0.0.1.evil.example.org",
        "mcp.example.org.evil.example.org",
        "127.0.0.2",
        "[::2]",
        "0.0.0.0"
      })
  void namesThatOnlyLookLikeOursAreForeign(String host) throws Exception {
    assertThat(status("GET", "/elsewhere", host)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:1",
        "LocalHost",
        "127.0.0.1:8080",
        "[::1]",
        "[::1]:9",
        "MCP.example.org",
        "mcp.example.org:443"
      })
  void loopbackAndAllowedHostsMayPass(String host) throws Exception {
    assertThat(status("GET", "/elsewhere", host)).isEqualTo(404);
  }

  @Test
  void aRequestWithoutAHostIsRefused() throws Exception {
    try (RawClient client = new RawClient(rig.listener.uri())) {
      assertThat(client.lines("GET /mcp HTTP/1.0", "").status()).isBetween(400, 403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.org",
        "null",
        "file://",
        "http://localhost.evil.example.org",
        "https://app.example.org.evil.example.org",
        "http://app.example.org",
        "localhost",
        "%%%"
      })
  void aForeignOriginIsRefused(String origin) throws Exception {
    HttpResponse<String> response = rig.send(rig.call("echo").header("Origin", origin));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:5173",
        "https://127.0.0.1",
        "http://[::1]:80",
        "https://app.example.org",
        "https://APP.example.org"
      })
  void loopbackAndAllowedOriginsMayPassAndReadTheAnswer(String origin) throws Exception {
    HttpResponse<String> response = rig.send(rig.call("echo").header("Origin", origin));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
  }

  @Test
  void aBrowserMayAskBeforehand() throws Exception {
    HttpResponse<String> response =
        rig.send(
            HttpRequest.newBuilder(rig.uri("/mcp"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://app.example.org")
                .header("Access-Control-Request-Headers", "mcp-method"));
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
        .contains("mcp-method");
  }

  private int status(String method, String path, String host) throws Exception {
    try (RawClient client = new RawClient(rig.listener.uri())) {
      return client
          .lines(method + " " + path + " HTTP/1.1", "Host: " + host, "Content-Length: 0", "")
          .status();
    }
  }
}
