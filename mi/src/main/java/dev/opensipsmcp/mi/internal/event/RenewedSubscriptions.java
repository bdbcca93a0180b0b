package dev.opensipsmcp.mi.internal.event;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.event.EventSubscription;
import dev.opensipsmcp.mi.event.EventSubscriptions;
import dev.opensipsmcp.mi.event.SubscriptionSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions with one thread that renews them. Before a renewal it asks which ones the node
 * still has, because a renewal alone would hide that the node had forgotten them.
 */
public final class RenewedSubscriptions implements EventSubscriptions {
  private final MiClient client;
  private final String socket;
  private final SubscriptionSettings settings;
  private final Map<String, Held> held = new ConcurrentSkipListMap<>();

  /** Guards what is sent, so that a renewal can't revive what is being ended. */
  private final ReentrantLock sending = new ReentrantLock();

  private final Condition changed = sending.newCondition();
  private @Nullable Thread renewer;
  private boolean closed;

  /**
   * An empty set.
   *
   * @param client the node
   * @param socket what the node sends to
   * @param settings how they are kept alive
   */
  public RenewedSubscriptions(MiClient client, String socket, SubscriptionSettings settings) {
    this.client = client;
    this.socket = socket;
    this.settings = settings;
  }

  @Override
  public MiResult<EventSubscription> subscribe(String event) {
    sending.lock();
    try {
      if (closed) {
        return new MiResult.Failure<>(
            new MiError.Busy("The subscriptions were closed", "Open them again."));
      }
      MiResult<JsonElement> answer = send(event, settings.expiry().toSeconds());
      return switch (answer) {
        case MiResult.Failure<JsonElement> failure -> new MiResult.Failure<>(failure.error());
        case MiResult.Success<JsonElement> _ -> new MiResult.Success<>(kept(event).state());
      };
    } finally {
      sending.unlock();
    }
  }

  private Held kept(String event) {
    Held before = held.get(event);
    Held now =
        before == null
            ? Held.made(event, socket, settings, Instant.now())
            : before.renewed(settings, Instant.now(), false);
    held.put(event, now);
    if (renewer == null) {
      renewer = Thread.ofVirtual().name("event-renewal").start(this::renew);
    }
    changed.signalAll();
    return now;
  }

  @Override
  public void adopt(String event) {
    sending.lock();
    try {
      if (!closed) {
        kept(event);
      }
    } finally {
      sending.unlock();
    }
  }

  @Override
  public boolean release(String event) {
    sending.lock();
    try {
      return held.remove(event) != null;
    } finally {
      sending.unlock();
    }
  }

  @Override
  public MiResult<Boolean> unsubscribe(String event) {
    sending.lock();
    try {
      if (held.remove(event) == null) {
        return new MiResult.Success<>(false);
      }
      return switch (send(event, 0)) {
        case MiResult.Failure<JsonElement> failure -> new MiResult.Failure<>(failure.error());
        case MiResult.Success<JsonElement> _ -> new MiResult.Success<>(true);
      };
    } finally {
      sending.unlock();
    }
  }

  private MiResult<JsonElement> send(String event, long expire) {
    JsonObject params = new JsonObject();
    params.addProperty("event", event);
    params.addProperty("socket", socket);
    params.addProperty("expire", expire);
    return client.call(MiRequest.write("event_subscribe", params));
  }

  @Override
  public List<EventSubscription> all() {
    return held.values().stream().map(Held::state).toList();
  }

  private void renew() {
    sending.lock();
    try {
      while (!closed) {
        long pause = nextDue() - System.nanoTime();
        if (pause > 0) {
          changed.await(pause, TimeUnit.NANOSECONDS);
        } else {
          renewDue();
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      sending.unlock();
    }
  }

  private long nextDue() {
    long due = System.nanoTime() + TimeUnit.DAYS.toNanos(1);
    for (Held one : held.values()) {
      due = Math.min(due, one.due());
    }
    return due;
  }

  private void renewDue() {
    List<Held> due = new ArrayList<>();
    for (Held one : held.values()) {
      if (one.due() - System.nanoTime() <= 0) {
        due.add(one);
      }
    }
    MiResult<JsonElement> asked = client.call(MiRequest.read("subscribers_list", new JsonObject()));
    Optional<Set<String>> listed = Subscribers.of(asked, socket);
    for (Held one : due) {
      boolean forgotten = listed.isPresent() && !listed.get().contains(one.state().event());
      held.put(one.state().event(), renewed(one, forgotten));
    }
  }

  private Held renewed(Held one, boolean forgotten) {
    return switch (send(one.state().event(), settings.expiry().toSeconds())) {
      case MiResult.Success<JsonElement> _ -> one.renewed(settings, Instant.now(), forgotten);
      case MiResult.Failure<JsonElement> failure -> one.failed(settings, failure.error());
    };
  }

  @Override
  public void close() {
    Thread ended = renewer;
    if (ended != null) {
      ended.interrupt();
    }
    sending.lock();
    try {
      closed = true;
      changed.signalAll();
      for (String event : held.keySet()) {
        if (send(event, 0) instanceof MiResult.Failure<JsonElement>) {
          break;
        }
      }
      held.clear();
    } finally {
      sending.unlock();
    }
  }
}
