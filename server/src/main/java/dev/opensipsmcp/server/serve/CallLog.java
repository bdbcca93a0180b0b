package dev.opensipsmcp.server.serve;

import java.util.Optional;

/** Hears of every operation that ended, for the log and for traces. */
@FunctionalInterface
public interface CallLog {
  /**
   * Takes an operation that ended.
   *
   * @param method the protocol's method, for example {@code tools/call}
   * @param tool the tool's name, which is one of the catalogue's; empty for other methods
   * @param error what kind of error it ended with; empty for none
   * @param nanos how long it took, in nanoseconds
   * @param traceParent the trace that it belongs to, as W3C Trace Context writes it
   */
  void ended(
      String method,
      Optional<String> tool,
      Optional<String> error,
      long nanos,
      Optional<String> traceParent);
}
