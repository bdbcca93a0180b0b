package dev.opensipsmcp.server.spans;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One operation, as a span of OpenTelemetry. It holds names of closed sets only: no argument, no
 * result, nobody's name.
 *
 * @param trace the trace, 32 hexadecimal digits
 * @param id the span, 16 hexadecimal digits
 * @param parent the caller's span, if it told one
 * @param method the protocol's method, for example {@code tools/call}
 * @param tool the tool's name, which is one of the catalogue's; empty for other methods
 * @param error what kind of error it ended with; empty for none
 * @param began when it began, in nanoseconds of Unix time
 * @param ended when it ended, in nanoseconds of Unix time
 */
record Span(
    String trace,
    String id,
    Optional<String> parent,
    String method,
    Optional<String> tool,
    Optional<String> error,
    long began,
    long ended) {

  /** Where the ids stand in a {@code traceparent} (W3C Trace Context, section 3.2.2). */
  private static final int TRACE = 3;

  private static final int PARENT = 36;
  private static final int FLAGS = 53;

  /**
   * {@return the span of an operation that ended; empty where the caller's trace is not sampled}
   *
   * @param traceParent the caller's, of the form that the protocol's module checked
   */
  static Optional<Span> of(
      String method,
      Optional<String> tool,
      Optional<String> error,
      long nanos,
      Optional<String> traceParent,
      long now) {
    if (traceParent.isEmpty()) {
      return Optional.of(
          new Span(hex() + hex(), hex(), Optional.empty(), method, tool, error, now - nanos, now));
    }
    String told = traceParent.get();
    boolean sampled = (Integer.parseInt(told.substring(FLAGS, FLAGS + 2), 16) & 1) == 1;
    return sampled
        ? Optional.of(
            new Span(
                told.substring(TRACE, TRACE + 32),
                hex(),
                Optional.of(told.substring(PARENT, PARENT + 16)),
                method,
                tool,
                error,
                now - nanos,
                now))
        : Optional.empty();
  }

  /** {@return 16 digits, not all of them 0} */
  private static String hex() {
    long value = ThreadLocalRandom.current().nextLong();
    return "%016x".formatted(value == 0 ? 1 : value);
  }
}
