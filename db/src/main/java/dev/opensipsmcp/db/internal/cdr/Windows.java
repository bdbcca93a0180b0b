package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.cdr.AuditQuestion;
import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.db.cdr.CdrSpan;
import dev.opensipsmcp.db.cdr.CdrWindow;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Makes a window of what was asked for. */
final class Windows {
  /** A row is written at a call's end with the time of its answer: the newest time is not last. */
  private static final int LATEST = 1_000;

  private static final CdrWindow ALL =
      new CdrWindow(LocalDateTime.of(1000, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 31, 0, 0));

  private Windows() {}

  static CdrWindow of(Asking asking, CdrSpan span) throws SQLException {
    if (span.until().isPresent()) {
      LocalDateTime until = span.until().get();
      return new CdrWindow(span.from().orElse(until.minusDays(1)), until);
    }
    Optional<LocalDateTime> newest = newest(asking);
    LocalDateTime end = (newest.isPresent() ? newest : now(asking)).orElseThrow().plusSeconds(1);
    LocalDateTime from = span.from().orElse(end.minusDays(1));
    return new CdrWindow(from, from.isBefore(end) ? end : from.plusSeconds(1));
  }

  /** {@return that a window is longer than what looks at every row of it may take, if it is} */
  static Optional<DbError> tooLong(CdrWindow window) {
    return window.length().compareTo(AuditQuestion.LONGEST) > 0
        ? Optional.of(
            new DbError(
                DbError.Kind.UNSUPPORTED,
                "The window is longer than " + AuditQuestion.LONGEST.toDays() + " days.",
                "Look at shorter windows, one after the other."))
        : Optional.empty();
  }

  /** {@return the window that has all time in it} */
  static CdrWindow all() {
    return ALL;
  }

  private static Optional<LocalDateTime> now(Asking asking) throws SQLException {
    Sql now = Sql.of("SELECT ").sql(asking.calls().spelling().now()).words(" AS t");
    return Cells.time(asking.session().rows(now).getFirst().value("t"));
  }

  /** By number, which every table has an index for. */
  private static Optional<LocalDateTime> newest(Asking asking) throws SQLException {
    Calls calls = asking.calls();
    Sql latest =
        Sql.of("SELECT MAX(t) AS t FROM (SELECT ")
            .sql(calls.of(CdrColumn.TIME))
            .words(" AS t")
            .sql(calls.from())
            .words(" ORDER BY ")
            .sql(calls.of(CdrColumn.ID))
            .words(" DESC LIMIT ")
            .number(LATEST)
            .words(") latest");
    List<Row> rows = asking.session().rows(latest);
    return rows.stream().findFirst().flatMap(row -> Cells.time(row.value("t")));
  }
}
