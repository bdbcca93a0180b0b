package dev.opensipsmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mcp.HttpSettings;
import dev.opensipsmcp.mcp.Limits;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HTTP+SSE of 2024-11-05. */
class SseTransportTest {
  private Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void theStreamNamesWhereToPostAndCarriesEveryAnswer() throws Exception {
    try (EventReader events = connect()) {
      String messages = events.next();
      assertThat(messages).matches("/messages\\?sessionId=[0-9a-f]{32}");
      post(
          messages,
          Rig.message(
              "initialize",
              "{\"protocolVersion\":\"2024-11-05\",\"capabilities\":{},\"clientInfo\":{}}"));
      assertThat(events.next()).contains("\"protocolVersion\":\"2024-11-05\"");
      post(messages, Rig.message("tools/call", "{\"name\":\"caller\"}"));
      assertThat(events.next()).contains("transport=sse");
      post(messages, Rig.message("nonsense", "{}"));
      assertThat(events.next()).contains("-32601");
      assertThat(events.beats()).isTrue();
    }
  }

  @Test
  void theSessionEndsWithItsStream() throws Exception {
    String messages;
    try (EventReader events = connect()) {
      messages = events.next();
      post(
          messages,
          Rig.message(
              "initialize",
              "{\"protocolVersion\":\"2024-11-05\",\"capabilities\":{},\"clientInfo\":{}}"));
      post(messages, Rig.message("tools/call", "{\"name\":\"wait\"}"));
      rig.tools.waiting.acquire();
    }
    assertThat(rig.tools.cancelled.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    assertThat(status(messages)).isEqualTo(404);
  }

  @Test
  void aMessageNeedsASession() throws Exception {
    assertThat(status("/messages")).isEqualTo(404);
    assertThat(status("/messages?sessionId=00")).isEqualTo(404);
  }

  @Test
  void nothingOfItIsThereUnlessItIsAskedFor() throws Exception {
    rig.close();
    HttpSettings with = Rig.settings(Rig::everybody);
    rig =
        new Rig(
            new HttpSettings(
                with.host(),
                with.port(),
                with.path(),
                with.allowedHosts(),
                with.allowedOrigins(),
                with.passedHeaders(),
                with.authenticator(),
                false),
            Limits.defaults(),
            Rig.FAST);
    assertThat(rig.send(rig.request("/sse").GET()).statusCode()).isEqualTo(404);
    assertThat(status("/messages")).isEqualTo(404);
  }

  private EventReader connect() throws Exception {
    HttpRequest.Builder get =
        HttpRequest.newBuilder(rig.uri("/sse")).header("Accept", "text/event-stream").GET();
    return new EventReader(rig.open(get));
  }

  private void post(String path, String body) throws Exception {
    assertThat(rig.send(rig.request(path).POST(BodyPublishers.ofString(body))).statusCode())
        .isEqualTo(202);
  }

  private int status(String path) throws Exception {
    return rig.send(rig.request(path).POST(BodyPublishers.ofString(Rig.message("ping", "{}"))))
        .statusCode();
  }
}
