package dev.opensipsmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.ServerEvent;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The old era's sessions, as a client sees them. */
class SessionTest {
  private static final String HELLO =
      """
      {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
       "protocolVersion": "2025-11-25", "capabilities": {"elicitation": {}},
       "clientInfo": {"name": "test", "version": "1"}}}
      """;

  private Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void theHandshakeOpensASessionThatServesCallsUntilItIsDeleted() throws Exception {
    String id = handshake();
    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(post(id, call("echo")).statusCode()).isEqualTo(200);
    assertThat(rig.send(in(id).DELETE()).statusCode()).isEqualTo(204);
    assertThat(post(id, call("echo")).statusCode()).isEqualTo(404);
    assertThat(rig.send(in(id).DELETE()).statusCode()).isEqualTo(404);
  }

  @Test
  void aFailedHandshakeOpensNoSession() throws Exception {
    HttpResponse<String> response =
        rig.send(
            rig.request("/mcp").POST(BodyPublishers.ofString(Rig.message("initialize", "{}"))));
    assertThat(Rig.code(response)).isEqualTo(RpcError.INVALID_PARAMS);
    assertThat(response.headers().firstValue("Mcp-Session-Id")).isEmpty();
  }

  @Test
  void aSessionIsNeededAndMustExist() throws Exception {
    HttpRequest.Builder without =
        rig.request("/mcp").POST(BodyPublishers.ofString(Rig.message("ping", "{}")));
    assertThat(rig.send(without).statusCode()).isEqualTo(400);
    assertThat(post("00000000000000000000000000000000", call("echo")).statusCode()).isEqualTo(404);
  }

  @Test
  void anotherPersonsSessionDoesNotExist() throws Exception {
    String id = handshake();
    HttpRequest.Builder foreign =
        in(id)
            .header("Authorization", "Bearer mallory")
            .POST(BodyPublishers.ofString(call("echo")));
    assertThat(rig.send(foreign).statusCode()).isEqualTo(404);
    assertThat(post(id, call("echo")).statusCode()).isEqualTo(200);
  }

  @Test
  void aRevisionUnknownHereIsRefused() throws Exception {
    HttpRequest.Builder request =
        in(handshake())
            .header("MCP-Protocol-Version", "1999-01-01")
            .POST(BodyPublishers.ofString(call("echo")));
    assertThat(rig.send(request).statusCode()).isEqualTo(400);
  }

  @Test
  void notificationsAreTakenWithoutAnAnswer() throws Exception {
    HttpResponse<String> response =
        post(handshake(), "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void theServerAsksOnTheStreamOfTheRequestAndHearsTheAnswerFromAnother() throws Exception {
    String id = handshake();
    try (EventReader events =
        new EventReader(rig.open(in(id).POST(BodyPublishers.ofString(call("ask")))))) {
      String question = events.next();
      assertThat(question).contains("elicitation/create", "Who are you?");
      String answer =
          "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":{\"action\":\"accept\",\"content\":{\"name\":\"Ada\"}}}"
              .formatted(EventReader.field(question, "id"));
      assertThat(post(id, answer).statusCode()).isEqualTo(202);
      assertThat(events.next()).contains("Ada", "\"id\":7");
      assertThat(events.ended()).isTrue();
    }
  }

  @Test
  void changesComeOnTheSessionsOwnStreamAndANewStreamReplacesTheOld() throws Exception {
    String id = handshake();
    post(id, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    try (EventReader first = new EventReader(rig.open(stream(id)));
        EventReader second = new EventReader(rig.open(stream(id)))) {
      assertThat(first.ended()).isTrue();
      rig.core.subscriptions().publish(new ServerEvent.ToolsChanged());
      assertThat(second.next()).contains("notifications/tools/list_changed");
    }
  }

  @Test
  void deletingASessionEndsItsStreamAndWhatRunsInIt() throws Exception {
    String id = handshake();
    try (EventReader own = new EventReader(rig.open(stream(id)));
        EventReader waiting =
            new EventReader(rig.open(in(id).POST(BodyPublishers.ofString(call("wait")))))) {
      rig.tools.waiting.acquire();
      rig.send(in(id).DELETE());
      assertThat(own.ended()).isTrue();
      assertThat(waiting.ended()).isTrue();
      rig.tools.cancelled.acquire();
    }
  }

  @Test
  void aRequestIdCanNotBeUsedTwiceAtOnce() throws Exception {
    String id = handshake();
    try (EventReader waiting =
        new EventReader(rig.open(in(id).POST(BodyPublishers.ofString(call("wait")))))) {
      rig.tools.waiting.acquire();
      assertThat(Rig.code(post(id, call("echo")))).isEqualTo(RpcError.INVALID_REQUEST);
      rig.tools.release.countDown();
      assertThat(waiting.next()).contains("waited");
    }
  }

  @Test
  void aLostConnectionDoesNotWithdrawTheRequestButANotificationDoes() throws Exception {
    String id = handshake();
    rig.open(in(id).POST(BodyPublishers.ofString(call("wait")))).body().close();
    rig.tools.waiting.acquire();
    Thread.sleep(5 * Rig.FAST.heartbeat().toMillis());
    assertThat(rig.tools.cancelled.availablePermits()).isZero();
    post(
        id,
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}");
    rig.tools.cancelled.acquire();
  }

  @Test
  void anIdleSessionExpiresButNotOneWithAStream() throws Exception {
    rig.close();
    Timing hasty =
        new Timing(
            Rig.FAST.streamAfter(),
            Rig.FAST.heartbeat(),
            Rig.FAST.stalled(),
            Duration.ofMillis(300),
            Rig.FAST.stop());
    rig = new Rig(Rig.settings(Rig::everybody), Limits.defaults(), hasty);
    String idle = handshake();
    String used = handshake();
    try (EventReader stream = new EventReader(rig.open(stream(used)))) {
      Thread.sleep(500);
      assertThat(post(idle, call("echo")).statusCode()).isEqualTo(404);
      assertThat(post(used, call("echo")).statusCode()).isEqualTo(200);
      assertThat(stream.gone()).isFalse();
    }
  }

  @Test
  void tooManySessionsOfOneOwnerEndTheLongestIdleOnly() {
    try (Sessions sessions = new Sessions(rig.core, Duration.ofHours(1))) {
      HttpSession first = sessions.create("alice");
      HttpSession other = sessions.create("bob");
      Stream.of(other, first).forEach(sessions::open);
      for (int i = 0; i < 200; i++) {
        assertThat(sessions.open(sessions.create("alice"))).isTrue();
      }
      assertThat(sessions.find(first.id(), "alice")).isEmpty();
      assertThat(sessions.find(other.id(), "bob")).isPresent();
    }
  }

  @Test
  void sessionsInUseAreNeverEndedForANewOne() {
    try (Sessions sessions = new Sessions(rig.core, Duration.ofHours(1))) {
      for (int i = 0; i < 200; i++) {
        HttpSession session = sessions.create("alice");
        session.stream().connect(new Outbox());
        assertThat(sessions.open(session)).isTrue();
      }
      assertThat(sessions.open(sessions.create("alice"))).isFalse();
      assertThat(sessions.open(sessions.create("bob"))).isTrue();
    }
  }

  private String handshake() throws Exception {
    HttpResponse<String> response =
        rig.send(rig.request("/mcp").POST(BodyPublishers.ofString(HELLO)));
    assertThat(response.body()).contains("2025-11-25");
    return response.headers().firstValue("Mcp-Session-Id").orElseThrow();
  }

  private HttpRequest.Builder in(String session) {
    return rig.request("/mcp").header("Mcp-Session-Id", session);
  }

  private HttpRequest.Builder stream(String session) {
    return in(session).setHeader("Accept", "text/event-stream").GET();
  }

  private HttpResponse<String> post(String session, String body) throws Exception {
    return rig.send(in(session).POST(BodyPublishers.ofString(body)));
  }

  private static String call(String tool) {
    return Rig.message("tools/call", "{\"name\":\"" + tool + "\",\"arguments\":{}}");
  }
}
