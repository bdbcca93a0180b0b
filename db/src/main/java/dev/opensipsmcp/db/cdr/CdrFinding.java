package dev.opensipsmcp.db.cdr;

import dev.opensipsmcp.db.Row;
import java.util.List;
import java.util.Locale;

/**
 * Something that is wrong with CDRs, or looks so.
 *
 * @param kind what
 * @param count how often
 * @param samples some of the rows
 */
public record CdrFinding(Kind kind, long count, List<Row> samples) {
  public CdrFinding {
    samples = List.copyOf(samples);
  }

  /** What can be wrong. */
  public enum Kind {
    GAP("no row for longer than the gap that was asked for"),
    DUPLICATE("several rows of the same Call-ID, tags and method"),
    ZERO_DURATION("answered call of no duration"),
    LONG_CALL("call longer than was asked for: its end may have been missed"),
    NEGATIVE("a duration or a setup time below zero"),
    DURATION_MISMATCH("duration is not ms_duration rounded up to seconds"),
    ABSURD_SETUP("more than an hour from the INVITE to the answer"),
    NO_CODE("the final code is missing or no code"),
    OVERLAP("a caller's call that began before an earlier one of the same caller ended"),
    MISSED_WITHOUT_ACC("a row of missed_calls whose Call-ID is not in the table"),
    NO_DURATION_KEPT("answered, but written without flag cdr, so that no duration is known");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** {@return what it means} */
    public String meaning() {
      return meaning;
    }

    /** {@return the written form, for example {@code zero_duration}} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
