package dev.opensipsmcp.mcp.internal.http;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.internal.rpc.Outbound;
import org.jspecify.annotations.Nullable;

/**
 * The stream that a session's client holds open for what belongs to no request. While there is none
 * messages are dropped; a new one replaces the old, which may have died unnoticed.
 */
final class SessionStream implements Outbound {
  private @Nullable Outbox current;

  @Override
  public void send(JsonObject message) {
    Outbox outbox = current();
    if (outbox != null) {
      outbox.send(message);
    }
  }

  private synchronized @Nullable Outbox current() {
    return current;
  }

  /** {@return whether a client listens} */
  synchronized boolean open() {
    return current != null;
  }

  /** Begins to send there. */
  synchronized void connect(Outbox outbox) {
    close();
    current = outbox;
  }

  /** Stops sending there, if it still does. */
  synchronized void disconnect(Outbox outbox) {
    outbox.close();
    if (current == outbox) {
      current = null;
    }
  }

  /** Ends the stream, if there is one. */
  synchronized void close() {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
