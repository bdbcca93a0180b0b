package dev.opensipsmcp.sip.load;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What came of a run.
 *
 * @param created calls begun or taken
 * @param successful calls that went as the scenario says
 * @param failed calls that did not
 * @param unfinished calls that were in progress when it ended
 * @param retransmissions messages sent again
 * @param rate calls a second, measured
 * @param failures failed calls by reason
 * @param errors what was received instead, by kind
 * @param timed response times that were measured
 * @param p50 half of the responses came within that, in milliseconds
 * @param p90 nine of ten did
 * @param p95 nineteen of twenty did
 * @param p99 ninety-nine of a hundred did
 */
public record LoadFigures(
    long created,
    long successful,
    long failed,
    long unfinished,
    long retransmissions,
    double rate,
    Map<String, Long> failures,
    List<ErrorLog.Kind> errors,
    long timed,
    OptionalDouble p50,
    OptionalDouble p90,
    OptionalDouble p95,
    OptionalDouble p99) {
  public LoadFigures {
    failures = Map.copyOf(failures);
    errors = List.copyOf(errors);
  }

  /**
   * {@return the share of calls that went well among those that ended, 0 to 1; none ended, none}
   */
  public OptionalDouble success() {
    long ended = successful + failed;
    return ended == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successful / ended);
  }

  /** {@return figures of what SIPp wrote} */
  static LoadFigures of(SippStatistics counted, List<ErrorLog.Kind> errors, ResponseTimes times) {
    return new LoadFigures(
        counted.created(),
        counted.successful(),
        counted.failed(),
        counted.current(),
        counted.retransmissions(),
        counted.rate(),
        counted.failures(),
        errors,
        times.count(),
        times.percentile(50),
        times.percentile(90),
        times.percentile(95),
        times.percentile(99));
  }
}
