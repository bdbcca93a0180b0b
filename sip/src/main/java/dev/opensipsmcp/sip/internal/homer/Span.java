package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.time.Instant;

/**
 * A window as servers take it.
 *
 * @param fromMs its first millisecond since 1970
 * @param toMs its last millisecond
 */
record Span(long fromMs, long toMs) {
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** {@return the whole seconds that a window touches, since servers cut what is finer} */
  static Span of(TimeWindow window) {
    return new Span(
        bounded(window.from()).getEpochSecond() * 1_000,
        Math.ceilDiv(bounded(window.to()).toEpochMilli(), 1_000) * 1_000);
  }

  private static Instant bounded(Instant time) {
    if (time.isBefore(Instant.EPOCH)) {
      return Instant.EPOCH;
    }
    return time.isAfter(LATEST) ? LATEST : time;
  }

  boolean divisible() {
    return toMs - fromMs >= 2_000;
  }

  private long middle() {
    return fromMs + (toMs - fromMs) / 2_000 * 1_000;
  }

  Span older() {
    return new Span(fromMs, middle());
  }

  Span newer() {
    return new Span(middle(), toMs);
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("from", fromMs);
    json.addProperty("to", toMs);
    return json;
  }
}
