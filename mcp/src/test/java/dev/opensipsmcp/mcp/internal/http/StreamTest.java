package dev.opensipsmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.ServerEvent;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Responses of the new era: plain or streamed, finished or given up. */
class StreamTest {
  private Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aQuickAnswerIsPlainJson() throws Exception {
    HttpResponse<String> response = rig.send(rig.call("echo"));
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Rig.json(response).get("id").getAsInt()).isEqualTo(7);
  }

  @Test
  void aCallThatTakesLongBecomesAStreamThatBeats() throws Exception {
    try (EventReader events = new EventReader(rig.open(rig.call("wait")))) {
      assertThat(events.beats()).isTrue();
      assertThat(events.beats()).isTrue();
      rig.tools.release.countDown();
      assertThat(events.next()).contains("waited");
      assertThat(events.ended()).isTrue();
    }
  }

  @Test
  void progressMakesAStreamThatEndsWithTheAnswer() throws Exception {
    try (EventReader events = new EventReader(rig.open(rig.call("flood")))) {
      for (int i = 0; i < ScriptedTools.FLOOD_EVENTS; i++) {
        assertThat(events.next()).contains("notifications/progress", "\"progress\":" + i + ",");
      }
      assertThat(events.next()).contains("flooded");
      assertThat(events.ended()).isTrue();
    }
  }

  @Test
  void aClientThatDisconnectsHasWithdrawnItsRequest() throws Exception {
    HttpResponse<InputStream> response = rig.open(rig.call("wait"));
    rig.tools.waiting.acquire();
    response.body().close();
    assertThat(rig.tools.cancelled.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aClientThatLeavesBeforeAnythingWasSentIsNoticedToo() throws Exception {
    HttpRequest request = rig.call("wait").build();
    try (RawClient client = new RawClient(rig.listener.uri())) {
      client.text(RawRequest.of(request));
      rig.tools.waiting.acquire();
    }
    assertThat(rig.tools.cancelled.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aClientThatReadsNothingHoldsUpNobodyAndIsGivenUp() throws Exception {
    try (RawClient sleeper = new RawClient(rig.listener.uri())) {
      sleeper.text(RawRequest.of(rig.call("endless").build()));
      assertThat(sleeper.status()).isEqualTo(200);
      for (int i = 0; i < 50; i++) {
        assertThat(rig.send(rig.call("echo")).statusCode()).isEqualTo(200);
      }
      assertThat(rig.tools.cancelled.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aSubscriptionIsAcknowledgedHearsOfChangesAndEndsWhenTheClientGoes() throws Exception {
    try (EventReader events = new EventReader(rig.open(listen()))) {
      assertThat(events.next()).contains("notifications/subscriptions/acknowledged");
      rig.core.subscriptions().publish(new ServerEvent.PromptsChanged());
      rig.core.subscriptions().publish(new ServerEvent.ToolsChanged());
      assertThat(events.next()).contains("notifications/tools/list_changed");
      assertThat(events.beats()).isTrue();
    }
  }

  @Test
  void subscriptionsDoNotUseUpWhatCallsNeed() throws Exception {
    rig.close();
    rig =
        new Rig(
            Rig.settings(Rig::everybody),
            new Limits(4 << 20, 2, 100, Duration.ofMinutes(1)),
            Rig.FAST);
    List<EventReader> listeners = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        listeners.add(new EventReader(rig.open(listen())));
      }
      assertThat(rig.send(rig.call("echo")).statusCode()).isEqualTo(200);
      assertThat(rig.send(listen()).statusCode()).isEqualTo(429);
    } finally {
      for (EventReader listener : listeners) {
        listener.close();
      }
    }
  }

  @Test
  void tooManyRequestsAtOnceAreRefusedUntilOneIsDone() throws Exception {
    rig.close();
    rig =
        new Rig(
            Rig.settings(Rig::everybody),
            new Limits(4 << 20, 1, 100, Duration.ofMinutes(1)),
            Rig.FAST);
    try (EventReader busy = new EventReader(rig.open(rig.call("wait")))) {
      HttpResponse<String> refused = rig.send(rig.call("echo"));
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(Rig.code(refused)).isEqualTo(RpcError.TOO_MANY_REQUESTS);
      assertThat(rig.send(rig.call("echo").header("Authorization", "Bearer other")).statusCode())
          .isEqualTo(200);
      rig.tools.release.countDown();
      assertThat(busy.next()).contains("waited");
      assertThat(rig.send(rig.call("echo")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aToolThatBreaksIsAnErrorWithoutItsCause() throws Exception {
    HttpResponse<String> response = rig.send(rig.call("break"));
    assertThat(Rig.code(response)).isEqualTo(RpcError.INTERNAL_ERROR);
    assertThat(response.body()).doesNotContain("on purpose", "Exception");
  }

  private HttpRequest.Builder listen() {
    return rig.modern("subscriptions/listen", "{\"notifications\":{\"toolsListChanged\":true}}");
  }
}
