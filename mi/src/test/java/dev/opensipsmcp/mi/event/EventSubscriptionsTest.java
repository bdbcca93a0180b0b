package dev.opensipsmcp.mi.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiHealth;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Subscriptions are kept alive, and end when they are no longer wanted. */
class EventSubscriptionsTest {
  private static final String SOCKET = "udp:192.0.2.9:4000";
  private static final String CALLS = "E_DLG_STATE_CHANGED";
  private static final String GATEWAYS = "E_DROUTING_STATUS";

  private static final SubscriptionSettings BRISK =
      new SubscriptionSettings(
          Duration.ofSeconds(2),
          Duration.ofMillis(30),
          Duration.ofMillis(5),
          Duration.ofMillis(20));

  private final Node node = new Node();

  @Test
  void subscribesRenewsAndEndsWithExpireZero() throws Exception {
    try (EventSubscriptions subscriptions = EventSubscriptions.of(node, SOCKET, BRISK)) {
      assertThat(subscriptions.subscribe(CALLS)).isInstanceOf(MiResult.Success.class);
      assertThat(node.nextSubscribe()).isEqualTo(CALLS + " " + SOCKET + " 2");
      assertThat(node.nextSubscribe()).as("renewed").isEqualTo(CALLS + " " + SOCKET + " 2");
      assertThat(subscriptions.all()).hasSize(1);
      EventSubscription one = subscriptions.all().getFirst();
      assertThat(one.event()).isEqualTo(CALLS);
      assertThat(one.expires()).isEqualTo(one.renewed().plusSeconds(2));
      assertThat(one.gaps()).isZero();
      assertThat(one.error()).isEmpty();
    }
    assertThat(node.subscribed).as("ended by closing").isEmpty();
    assertThat(node.sent).last().isEqualTo(CALLS + " " + SOCKET + " 0");
  }

  @Test
  void aRefusedSubscriptionIsNotKept() {
    try (EventSubscriptions subscriptions = EventSubscriptions.of(node, SOCKET, BRISK)) {
      node.refuses = true;
      assertThat(subscriptions.subscribe("E_PIKE_BLOCKED")).isInstanceOf(MiResult.Failure.class);
      assertThat(subscriptions.all()).isEmpty();
    }
  }

  @Test
  void afterAFailureItTriesAgainAndTellsWhatWentWrong() throws Exception {
    try (EventSubscriptions subscriptions = EventSubscriptions.of(node, SOCKET, BRISK)) {
      subscriptions.subscribe(CALLS);
      node.refuses = true;
      await(() -> subscriptions.all().getFirst().error().isPresent());
      node.refuses = false;
      await(() -> subscriptions.all().getFirst().error().isEmpty());
      assertThat(subscriptions.all().getFirst().gaps()).isZero();
    }
  }

  @Test
  void aNodeThatRestartedIsSubscribedToAgainAndTheGapIsCounted() throws Exception {
    try (EventSubscriptions subscriptions = EventSubscriptions.of(node, SOCKET, BRISK)) {
      subscriptions.subscribe(CALLS);
      subscriptions.subscribe(GATEWAYS);
      node.subscribed.clear();
      await(() -> subscriptions.all().stream().allMatch(one -> one.gaps() == 1));
      assertThat(node.subscribed).containsOnlyKeys(CALLS, GATEWAYS);
      assertThat(subscriptions.all()).allMatch(one -> one.lastGap().isPresent());
    }
  }

  @Test
  void whatWasEndedIsNotRenewed() throws Exception {
    try (EventSubscriptions subscriptions = EventSubscriptions.of(node, SOCKET, BRISK)) {
      subscriptions.subscribe(CALLS);
      subscriptions.subscribe(GATEWAYS);
      assertThat(subscriptions.unsubscribe(CALLS)).isEqualTo(new MiResult.Success<>(true));
      assertThat(subscriptions.unsubscribe(CALLS)).isEqualTo(new MiResult.Success<>(false));
      assertThat(subscriptions.all())
          .extracting(EventSubscription::event)
          .containsExactly(GATEWAYS);
      node.arrived.clear();
      assertThat(node.nextSubscribe()).startsWith(GATEWAYS);
      assertThat(node.nextSubscribe()).startsWith(GATEWAYS);
      assertThat(node.subscribed).containsOnlyKeys(GATEWAYS);
    }
  }

  @Test
  void whatOthersMadeIsKeptAliveAndLetGoWithoutAWord() throws Exception {
    try (EventSubscriptions subscriptions = EventSubscriptions.of(node, SOCKET, BRISK)) {
      subscriptions.adopt(CALLS);
      assertThat(node.nextSubscribe()).isEqualTo(CALLS + " " + SOCKET + " 2");
      assertThat(subscriptions.release(CALLS)).isTrue();
      assertThat(subscriptions.release(CALLS)).isFalse();
      assertThat(subscriptions.all()).isEmpty();
      assertThat(node.subscribed).containsOnlyKeys(CALLS);
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.holds() && System.nanoTime() < end) {
      Thread.sleep(2);
    }
    assertThat(condition.holds()).isTrue();
  }

  /** A node that knows its subscribers. */
  private static final class Node implements MiClient {
    private final Map<String, Integer> subscribed = new ConcurrentHashMap<>();
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final List<String> sent = new ArrayList<>();
    private volatile boolean refuses;

    String nextSubscribe() throws InterruptedException {
      String next = arrived.poll(20, TimeUnit.SECONDS);
      return next == null ? "nothing" : next;
    }

    @Override
    public MiResult<JsonElement> call(MiRequest request) {
      if (refuses) {
        return new MiResult.Failure<>(new MiError.Unreachable("refused", "wait"));
      }
      if (request.command().equals("subscribers_list")) {
        return new MiResult.Success<>(list());
      }
      String event = request.params().get("event").getAsString();
      int expire = request.params().get("expire").getAsInt();
      String line = event + " " + request.params().get("socket").getAsString() + " " + expire;
      sent.add(line);
      arrived.add(line);
      if (expire == 0) {
        subscribed.remove(event);
      } else {
        subscribed.put(event, expire);
      }
      return new MiResult.Success<>(new JsonPrimitive("OK"));
    }

    private JsonObject list() {
      JsonArray events = new JsonArray();
      subscribed.forEach((name, expire) -> {
        JsonObject subscriber = new JsonObject();
        subscriber.addProperty("socket", SOCKET);
        subscriber.addProperty("expire", expire);
        subscriber.addProperty("ttl", expire);
        JsonArray subscribers = new JsonArray();
        subscribers.add(subscriber);
        JsonObject event = new JsonObject();
        event.addProperty("name", name);
        event.addProperty("id", 1);
        event.add("Subscribers", subscribers);
        events.add(event);
      });
      JsonObject json = new JsonObject();
      json.add("Events", events);
      return json;
    }

    @Override
    public <T> MiResult<T> stream(MiRequest request, MiReader<T> reader) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MiResult<MiNode> node() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forget() {}

    @Override
    public MiHealth health() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
