package dev.opensipsmcp.sip.internal.homer;

import dev.opensipsmcp.sip.trace.Watch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Collects rows of a server that cuts an answer at some rows without saying which: a time whose
 * answer was cut is asked for again in halves, the newer first, until enough calls are known or
 * enough was asked.
 */
final class Sweep {
  /** The most rows of one answer. */
  static final int ROWS = 1_000;

  private static final int QUESTIONS = 24;

  /** Asks for the rows of a time. */
  @FunctionalInterface
  interface Question {
    List<SipRow> ask(Span span, int rows) throws HomerFailure;
  }

  private Sweep() {}

  /**
   * {@return the rows that fit, newer times first}
   *
   * @param span the whole time
   * @param calls how many calls are enough
   * @param fits which rows count
   * @param question asks
   * @param notes hears when rows are missing
   * @param watch withdraws
   */
  static List<SipRow> rows(
      Span span, int calls, Predicate<SipRow> fits, Question question, Notes notes, Watch watch)
      throws HomerFailure {
    List<SipRow> rows = new ArrayList<>();
    Set<String> known = new HashSet<>();
    Deque<Span> left = new ArrayDeque<>(List.of(span));
    int asked = 0;
    while (!left.isEmpty() && known.size() < calls) {
      if (watch.cancelled()) {
        throw HomerHttp.withdrawn();
      }
      Span next = left.pop();
      List<SipRow> some = question.ask(next, ROWS);
      asked++;
      if (some.size() >= ROWS && next.divisible() && asked + left.size() + 2 <= QUESTIONS) {
        left.push(next.older());
        left.push(next.newer());
        continue;
      }
      if (some.size() >= ROWS) {
        notes.add(
            "Homer cut an answer at "
                + ROWS
                + " rows, so that calls are missing: narrow the time or the search.");
      }
      for (SipRow row : some) {
        if (fits.test(row)) {
          rows.add(row);
          known.add(row.callId());
        }
      }
    }
    return rows;
  }
}
