package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.cdr.CdrFigures;
import dev.opensipsmcp.db.cdr.CdrSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds up the groups as they arrive and keeps the first, so that any number of them takes the same
 * memory. MariaDB takes a time that grows with the square to add them up beside themselves. Used by
 * one thread.
 */
final class Totals {
  private final List<CdrFigures> first = new ArrayList<>();
  private long groups;
  private CdrFigures all =
      new CdrFigures("", 0, 0, 0, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO, Optional.empty());

  /** Takes a group, and wants the next. */
  boolean add(Row row) {
    CdrFigures group = group(row);
    groups++;
    if (first.size() < CdrSummary.MOST) {
      first.add(group);
    }
    all =
        new CdrFigures(
            "",
            all.attempts() + group.attempts(),
            all.answered() + group.answered(),
            all.effective() + group.effective(),
            all.timed() + group.timed(),
            all.seconds().add(group.seconds()),
            all.delayed() + group.delayed(),
            all.delay().add(group.delay()),
            least(all.delay95(), Cells.maybeNumber(row, "all_delay95")));
    return true;
  }

  /** Each group tells the least of its delays that lies at the percentile of all or above. */
  private static Optional<BigDecimal> least(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return Optional.of(one.get().min(other.get()));
  }

  private static CdrFigures group(Row row) {
    return new CdrFigures(
        row.text("key_text"),
        Cells.whole(row, "attempts"),
        Cells.whole(row, "answered"),
        Cells.whole(row, "effective"),
        Cells.whole(row, "timed"),
        Cells.number(row, "seconds"),
        Cells.whole(row, "with_delay"),
        Cells.number(row, "delay"),
        Cells.maybeNumber(row, "delay95"));
  }

  CdrFigures figures() {
    return all;
  }

  List<CdrFigures> first() {
    return List.copyOf(first);
  }

  long groups() {
    return groups;
  }
}
