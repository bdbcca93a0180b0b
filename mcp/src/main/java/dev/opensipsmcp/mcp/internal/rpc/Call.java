package dev.opensipsmcp.mcp.internal.rpc;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request from its arrival to its answer. Once it is cancelled or finished, nothing more goes
 * out for it: {@link #send} and {@link #cancel} exclude each other.
 *
 * <p>A transport makes one per request, hands it to the dispatcher, and calls {@link #cancel} when
 * the client withdraws the request or disconnects. Safe for use from many threads.
 */
public final class Call implements Outbound {
  private final Outbound out;
  private final List<Runnable> onCancel = new ArrayList<>(1);
  private boolean open = true;
  private boolean cancelled;
  private @Nullable Thread server;

  /**
   * Makes a call.
   *
   * @param out where notifications go that belong to this request
   */
  public Call(Outbound out) {
    this.out = out;
  }

  /** Sends a notification of this request, unless it is cancelled or finished. */
  @Override
  public synchronized void send(JsonObject message) {
    if (open) {
      out.send(message);
    }
  }

  /**
   * Sends the answer and closes the call, unless it is cancelled.
   *
   * @param answer the JSON-RPC response
   */
  public synchronized void finish(JsonObject answer) {
    send(answer);
    open = false;
  }

  /** Withdraws the request: nothing more is sent, and the serving thread is interrupted. */
  public void cancel() {
    List<Runnable> actions;
    synchronized (this) {
      if (!open) {
        return;
      }
      open = false;
      cancelled = true;
      if (server != null) {
        server.interrupt();
      }
      actions = List.copyOf(onCancel);
    }
    for (Runnable action : actions) {
      action.run();
    }
  }

  /** {@return whether the request was withdrawn} */
  public synchronized boolean cancelled() {
    return cancelled;
  }

  /**
   * Has something done when the request is withdrawn; at once if it already is.
   *
   * @param action short, and not blocking
   */
  public void onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        onCancel.add(action);
        return;
      }
    }
    action.run();
  }

  /** Makes the current thread the one that a cancellation interrupts. */
  public synchronized void enter() {
    server = Thread.currentThread();
    if (cancelled) {
      server.interrupt();
    }
  }

  /** Ends {@link #enter}; the thread is no longer interrupted, nor left so. */
  public synchronized void exit() {
    server = null;
    Thread.interrupted();
  }
}
