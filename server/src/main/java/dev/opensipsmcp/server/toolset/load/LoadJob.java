package dev.opensipsmcp.server.toolset.load;

import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.sip.load.LoadLimits;
import dev.opensipsmcp.sip.load.LoadTransport;
import dev.opensipsmcp.sip.load.ScenarioOrder;
import java.util.List;
import java.util.Optional;

/**
 * What one call wants to run.
 *
 * @param kind the scenario's kind, or its file's name
 * @param xml the scenario
 * @param users whose users go with it, where some do
 * @param waits whether it waits for calls
 * @param transport how
 * @param limits how much
 * @param callMs how long one call takes by itself, in milliseconds
 * @param flags further words for SIPp
 */
record LoadJob(
    String kind,
    String xml,
    Optional<ScenarioOrder> users,
    boolean waits,
    LoadTransport transport,
    LoadLimits limits,
    int callMs,
    List<String> flags) {
  LoadJob {
    flags = List.copyOf(flags);
  }

  private LoadJob within(LoadLimits other) {
    return new LoadJob(kind, xml, users, waits, transport, other, callMs, flags);
  }

  /** What arguments come to. */
  sealed interface Read {
    /** {@return the same with other bounds, where they are given} */
    default Read within(Optional<Integer> calls, Optional<Integer> concurrent) {
      return switch (this) {
        case Refused refused -> refused;
        case Wanted(LoadJob job) ->
            new Wanted(
                job.within(
                    new LoadLimits(
                        job.limits().rate(),
                        concurrent.orElse(job.limits().concurrent()),
                        calls.orElse(job.limits().calls()),
                        job.limits().seconds())));
      };
    }

    /** A job. */
    record Wanted(LoadJob job) implements Read {}

    /** None. */
    record Refused(Outcome.Failure failure) implements Read {}
  }
}
