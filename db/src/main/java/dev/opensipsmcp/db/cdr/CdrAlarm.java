package dev.opensipsmcp.db.cdr;

import java.util.Locale;
import java.util.Optional;

/**
 * Much more of something than in the window before.
 *
 * @param kind of what
 * @param caller whose; empty where no column tells the caller
 * @param prefix whereto; empty where it does not matter
 * @param calls calls in the window
 * @param callsBefore calls in the window before
 * @param seconds duration of the answered calls in the window
 * @param secondsBefore duration of those before
 */
public record CdrAlarm(
    Kind kind,
    String caller,
    String prefix,
    long calls,
    long callsBefore,
    long seconds,
    long secondsBefore) {

  /** What there is more of. */
  public enum Kind {
    /** Minutes to a prefix. */
    SPENDING,
    /** Calls at night. */
    NIGHT_BURST,
    /** Answered calls that end at once. */
    SHORT_CALLS;

    /** {@return the written form, for example {@code night_burst}} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** {@return how many times as much as before; empty when there was nothing before} */
  public Optional<Double> factor() {
    long now = kind == Kind.SPENDING ? seconds : calls;
    long before = kind == Kind.SPENDING ? secondsBefore : callsBefore;
    return before == 0 ? Optional.empty() : Optional.of((double) now / before);
  }
}
