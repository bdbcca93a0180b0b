package dev.opensipsmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.RpcError;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be in a POST. */
class MessageTest {
  private static final int MOST = 20_000;

  private final Rig rig =
      new Rig(
          Rig.settings(Rig::everybody), new Limits(MOST, 64, 100, Duration.ofMinutes(1)), Rig.FAST);

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aMessageOfExactlyTheLimitIsTaken() throws Exception {
    String json = Rig.message("ping", "{}");
    HttpResponse<String> response = post(json + " ".repeat(MOST - json.length()));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("Mcp-Session-Id");
  }

  @Test
  void aMessageThatAnnouncesTooMuchIsRefusedBeforeItIsSent() throws Exception {
    try (RawClient client = new RawClient(rig.listener.uri())) {
      client.lines(
          "POST /mcp HTTP/1.1",
          "Host: localhost",
          "Content-Type: application/json",
          "Content-Length: " + (MOST + 1),
          "");
      assertThat(client.status()).isEqualTo(413);
      assertThat(client.rest()).contains("\"code\":" + RpcError.INVALID_REQUEST);
    }
  }

  @Test
  void aMessageWithoutALengthIsCutOffAtTheLimit() throws Exception {
    byte[] much = " ".repeat(MOST + 1).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> response =
        rig.send(
            rig.request("/mcp")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(much))));
    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void aClientThatSendsMuchTooMuchStillReadsWhy() throws Exception {
    HttpResponse<String> response = post(" ".repeat(10 * MOST));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(Rig.code(response)).isEqualTo(RpcError.INVALID_REQUEST);
  }

  @Test
  void aBodyThatStallsIsGivenUp() throws Exception {
    try (RawClient client = new RawClient(rig.listener.uri())) {
      client
          .lines(
              "POST /mcp HTTP/1.1",
              "Host: localhost",
              "Content-Type: application/json",
              "Content-Length: 100",
              "")
          .text("{\"jsonrpc\"");
      assertThat(client.status()).isNotEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "not json", "{}{}", "{'jsonrpc':'2.0'}", "\u0000"})
  void whatIsNotJsonIsAParseError(String body) throws Exception {
    HttpResponse<String> response = post(body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Rig.code(response)).isEqualTo(RpcError.PARSE_ERROR);
  }

  @Test
  void whatIsNotUtf8IsAParseError() throws Exception {
    HttpResponse<String> response =
        rig.send(
            rig.request("/mcp")
                .POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xff, '"'})));
    assertThat(Rig.code(response)).isEqualTo(RpcError.PARSE_ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "{}", "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]"})
  void whatIsNotAMessageIsAnInvalidRequest(String body) throws Exception {
    HttpResponse<String> response = post(body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Rig.code(response)).isEqualTo(RpcError.INVALID_REQUEST);
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, 415",
    "application/json-seq, 415",
    "application/json; charset=utf-8, 200",
    "Application/JSON, 200"
  })
  void theContentTypeMustBeJson(String type, int status) throws Exception {
    HttpResponse<String> response = rig.send(rig.call("echo").setHeader("Content-Type", type));
    assertThat(response.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json|406",
        "text/event-stream|406",
        "text/html|406",
        "application/json, text/event-stream;q=0|406",
        "*/*|200",
        "application/*, text/*;q=0.1|200",
        "text/event-stream, application/json;q=0.5|200"
      })
  void theClientMustTakeBothKindsOfAnswer(String accept, int status) throws Exception {
    HttpResponse<String> response = rig.send(rig.call("echo").setHeader("Accept", accept));
    assertThat(response.statusCode()).isEqualTo(status);
  }

  @Test
  void otherMethodsAndPathsAreRefused() throws Exception {
    HttpResponse<String> put = rig.send(rig.request("/mcp").PUT(BodyPublishers.ofString("{}")));
    assertThat(put.statusCode()).isEqualTo(405);
    assertThat(put.headers().firstValue("Allow")).contains("POST, GET, DELETE");
    assertThat(rig.send(rig.request("/mcpx").GET()).statusCode()).isEqualTo(404);
    assertThat(
            rig.send(rig.request("/mcp").header("MCP-Protocol-Version", "2026-07-28").GET())
                .statusCode())
        .isEqualTo(405);
  }

  private HttpResponse<String> post(String body) throws Exception {
    return rig.send(rig.request("/mcp").POST(BodyPublishers.ofString(body)));
  }
}
