package dev.opensipsmcp.mcp.internal.core;

import dev.opensipsmcp.mcp.Host;
import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.StateKey;
import dev.opensipsmcp.mcp.internal.rpc.Admission;
import dev.opensipsmcp.mcp.internal.state.StateSeal;
import java.util.function.LongSupplier;

/**
 * What all transports and both eras of one server share. A transport takes one of these, makes a
 * {@code ModernDispatcher} and, per handshake, a {@code LegacySession} from it, and asks {@link
 * #admission} before it serves a request.
 *
 * @param host what is offered
 * @param limits the bounds
 * @param operations the methods that both eras know
 * @param seal seals what a client carries between two rounds
 * @param subscriptions who wants to hear of changes
 * @param admission how many requests of one client run at once
 */
public record Core(
    Host host,
    Limits limits,
    Operations operations,
    StateSeal seal,
    Subscriptions subscriptions,
    Admission admission) {

  /** A class, because the first method reference of a process costs its start 20 ms. */
  private static final class SystemClock implements LongSupplier {
    @Override
    public long getAsLong() {
      return System.currentTimeMillis();
    }
  }

  /**
   * {@return a core}
   *
   * @param host what is offered
   * @param limits the bounds
   * @param stateKey seals {@code requestState}
   */
  public static Core of(Host host, Limits limits, StateKey stateKey) {
    return new Core(
        host,
        limits,
        new Operations(host, new Pager(limits.pageSize())),
        new StateSeal(stateKey, limits.stateLifetime(), new SystemClock()),
        new Subscriptions(),
        new Admission(limits.concurrentRequests()));
  }
}
