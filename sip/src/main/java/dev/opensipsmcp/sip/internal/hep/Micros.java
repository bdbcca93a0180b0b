package dev.opensipsmcp.sip.internal.hep;

import java.time.Instant;
import java.time.temporal.ChronoField;

/** The microseconds within a second. */
final class Micros {
  private Micros() {}

  static long of(Instant time) {
    return time.getLong(ChronoField.MICRO_OF_SECOND);
  }
}
