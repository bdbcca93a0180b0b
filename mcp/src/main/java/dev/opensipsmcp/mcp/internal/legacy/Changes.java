package dev.opensipsmcp.mcp.internal.legacy;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.internal.core.ServerEvent;
import dev.opensipsmcp.mcp.internal.core.Subscriptions;
import dev.opensipsmcp.mcp.internal.rpc.Messages;
import dev.opensipsmcp.mcp.internal.rpc.Outbound;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tells one session of changed lists, and of changed resources that it subscribed to. */
final class Changes implements Subscriptions.Listener, AutoCloseable {
  private static final int MOST_RESOURCES = 1_000;

  private final Subscriptions subscriptions;
  private final Outbound stream;
  private final Set<String> uris = ConcurrentHashMap.newKeySet();
  private Subscriptions.@Nullable Subscription subscription;
  private boolean closed;

  Changes(Subscriptions subscriptions, Outbound stream) {
    this.subscriptions = subscriptions;
    this.stream = stream;
  }

  /** Begins to tell; before the client has said that it is ready nothing is sent. */
  synchronized void begin() {
    if (subscription == null && !closed) {
      subscription = subscriptions.add(this);
      subscription.start();
    }
  }

  /** Returns false when there are too many subscriptions already. */
  synchronized boolean subscribe(String uri) {
    return uris.contains(uri) || (uris.size() < MOST_RESOURCES && uris.add(uri));
  }

  /** Returns false when there was no such subscription. */
  boolean unsubscribe(String uri) {
    return uris.remove(uri);
  }

  @Override
  public boolean wants(ServerEvent event) {
    return switch (event) {
      case ServerEvent.ToolsChanged(),
          ServerEvent.PromptsChanged(),
          ServerEvent.ResourcesChanged() ->
          true;
      case ServerEvent.ResourceUpdated(String uri) -> uris.contains(uri);
    };
  }

  @Override
  public void tell(ServerEvent event) {
    JsonObject params = new JsonObject();
    if (event instanceof ServerEvent.ResourceUpdated(String uri)) {
      params.addProperty("uri", uri);
    }
    stream.send(Messages.notification(event.method(), params));
  }

  /** There is nothing to say: this era has no message for the end. */
  @Override
  public void ended() {}

  @Override
  public synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.close();
    }
  }
}
