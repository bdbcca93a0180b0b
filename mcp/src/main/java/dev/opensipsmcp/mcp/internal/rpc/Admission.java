package dev.opensipsmcp.mcp.internal.rpc;

import dev.opensipsmcp.mcp.RpcError;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bounds how many requests of one client run at once. Safe for use from many threads. */
public final class Admission {
  private final int most;
  private final Map<String, Integer> running = new ConcurrentHashMap<>();

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
  public boolean enter(String client) {
    boolean[] entered = new boolean[1];
    running.compute(
        client,
        (name, count) -> {
          int before = count == null ? 0 : count;
          entered[0] = before < most;
          return entered[0] ? before + 1 : before;
        });
    return entered[0];
  }

  /**
   * Notes the end of a request that was let in.
   *
   * @param client who asked
   */
  public void leave(String client) {
    running.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
  }

  /** {@return the error for a request that is not let in} */
  public RpcError refusal() {
    return RpcError.of(
        RpcError.TOO_MANY_REQUESTS,
        "More than " + most + " requests at once; wait for an answer and send this one again.");
  }
}
