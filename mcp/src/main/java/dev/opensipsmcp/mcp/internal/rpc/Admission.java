package dev.opensipsmcp.mcp.internal.rpc;

import dev.opensipsmcp.mcp.RpcError;
import java.util.HashMap;
import java.util.Map;

/** Bounds how many requests of one client run at once. Safe for use from many threads. */
public final class Admission {
  private final int most;
  private final Map<String, Integer> running = new HashMap<>();

  /**
   * Makes the bound.
   *
   * @param most how many requests of one client run at once
   */
  public Admission(int most) {
    this.most = most;
  }

  /**
   * Lets a request in, or not; what is let in must {@link #leave}.
   *
   * @param client who asks, for example the caller's subject
   * @return whether it may run
   */
  public synchronized boolean enter(String client) {
    int count = running.getOrDefault(client, 0);
    if (count >= most) {
      return false;
    }
    running.put(client, count + 1);
    return true;
  }

  /**
   * Notes the end of a request that was let in.
   *
   * @param client who asked
   */
  public synchronized void leave(String client) {
    int count = running.getOrDefault(client, 0);
    if (count > 1) {
      running.put(client, count - 1);
    } else {
      running.remove(client);
    }
  }

  /** {@return the error for a request that is not let in} */
  public RpcError refusal() {
    return RpcError.of(
        RpcError.TOO_MANY_REQUESTS,
        "More than " + most + " requests at once; wait for an answer and send this one again.");
  }
}
