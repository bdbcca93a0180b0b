package dev.opensipsmcp.db.cdr;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Counts of calls, and the ratios that come of them. An attempt is an INVITE that was not answered
 * with a challenge (401, 407).
 *
 * @param key what these calls have in common; empty for all of them
 * @param attempts calls tried
 * @param answered calls answered
 * @param effective calls that the network carried to their end: answered, or refused by the callee
 * @param timed answered calls whose duration was written
 * @param seconds their duration in all
 * @param delayed calls whose delay was written
 * @param delay their delay in all
 * @param delay95 the delay that 95 of 100 of them stay within; empty without any
 */
public record CdrFigures(
    String key,
    long attempts,
    long answered,
    long effective,
    long timed,
    BigDecimal seconds,
    long delayed,
    BigDecimal delay,
    Optional<BigDecimal> delay95) {

  /** {@return answered of all attempts, 0 to 1; empty without attempts} */
  public Optional<Double> asr() {
    return ratio((double) answered, attempts);
  }

  /** {@return effective of all attempts, 0 to 1; empty without attempts} */
  public Optional<Double> ner() {
    return ratio((double) effective, attempts);
  }

  /** {@return seconds that an answered call lasts; empty when no duration was written} */
  public Optional<Double> acd() {
    return ratio(seconds.doubleValue(), timed);
  }

  /** {@return the mean delay; empty when none was written} */
  public Optional<Double> meanDelay() {
    return ratio(delay.doubleValue(), delayed);
  }

  private static Optional<Double> ratio(double part, long whole) {
    return whole == 0 ? Optional.empty() : Optional.of(part / whole);
  }
}
