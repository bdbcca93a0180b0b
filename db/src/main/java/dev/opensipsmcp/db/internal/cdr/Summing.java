package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.cdr.CdrAnswer;
import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.db.cdr.CdrFigures;
import dev.opensipsmcp.db.cdr.CdrGrouping;
import dev.opensipsmcp.db.cdr.CdrSpan;
import dev.opensipsmcp.db.cdr.CdrSummary;
import dev.opensipsmcp.db.cdr.CdrWindow;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.sql.SQLException;

/**
 * Calls counted by the database in one pass over the window. It first counts by group and delay,
 * which leaves few rows, so that percentiles, too, come out of it without sorting the calls.
 */
final class Summing {
  private Summing() {}

  static DbResult<CdrAnswer<CdrSummary>> summary(Asking asking, CdrSpan span, CdrGrouping by)
      throws SQLException {
    Calls calls = asking.calls();
    CdrColumn needed = Calls.needed(by);
    if (!asking.table().has(needed)) {
      return new DbResult.Failure<>(CdrTables.lacks(asking.table().name().text(), needed));
    }
    CdrWindow window = Windows.of(asking, span);
    Totals totals = new Totals();
    asking.each(sql(calls, window, by), CdrColumn.TIME, totals::add);
    CdrFigures total = totals.figures();
    if (total.answered() > total.timed()) {
      asking.warn(
          (total.answered() - total.timed())
              + " answered calls have no duration: they were written without flag cdr of"
              + " do_accounting. ACD and minutes are of the others.");
    }
    CdrSummary summary = new CdrSummary(total, totals.first(), totals.groups(), calls.delayKind());
    return new DbResult.Success<>(new CdrAnswer<>(summary, asking.about(window)));
  }

  private static Sql sql(Calls calls, CdrWindow window, CdrGrouping by) {
    Sql counted =
        Sql.of("WITH g AS (SELECT ")
            .sql(calls.key(by))
            .words(" AS k, ")
            .sql(calls.delay())
            .words(" AS d, COUNT(*) AS attempts, SUM(")
            .sql(Calls.one(calls.answered()))
            .words(") AS answered, SUM(")
            .sql(Calls.one(calls.effective()))
            .words(") AS effective, SUM(")
            .sql(Calls.one(calls.timed()))
            .words(") AS timed, SUM(CASE WHEN ")
            .sql(calls.timed())
            .words(" THEN ")
            .sql(calls.duration())
            .words(" ELSE 0 END) AS seconds, COUNT(")
            .sql(calls.delay())
            .words(") AS with_delay")
            .sql(calls.attempts(window))
            .words(" GROUP BY 1, 2), ");
    // One order in each step: MariaDB 10.11 computes a sum over all in the order of the groups when
    // both stand in one. By rows, since its sums by ranges take a time that grows with the square.
    Sql ranked =
        Sql.of(
            "c AS (SELECT g.*, SUM(with_delay) OVER"
                + " (PARTITION BY k ORDER BY d ROWS UNBOUNDED PRECEDING) AS up_to,"
                + " SUM(with_delay) OVER (PARTITION BY k) AS out_of FROM g),"
                + " e AS (SELECT c.*, SUM(with_delay) OVER"
                + " (ORDER BY d, k ROWS UNBOUNDED PRECEDING) AS up_to_all,"
                + " SUM(with_delay) OVER () AS out_of_all FROM c), ");
    Sql grouped =
        Sql.of(
            "q AS (SELECT k, SUM(attempts) AS attempts, SUM(answered) AS answered,"
                + " SUM(effective) AS effective, SUM(timed) AS timed, SUM(seconds) AS seconds,"
                + " SUM(with_delay) AS with_delay, SUM(d * with_delay) AS delay,"
                + " MIN(CASE WHEN with_delay > 0 AND up_to * 100 >= out_of * 95 THEN d END)"
                + " AS delay95,"
                + " MIN(CASE WHEN with_delay > 0 AND up_to_all * 100 >= out_of_all * 95 THEN d END)"
                + " AS all_delay95 FROM e GROUP BY k) ");
    Sql named =
        Sql.of("SELECT ").sql(calls.keyText(by, Sql.of("k"))).words(" AS key_text, q.* FROM q");
    Sql ordered =
        switch (by) {
          case CdrGrouping.Hour _, CdrGrouping.Day _ -> Sql.of(" ORDER BY k");
          case CdrGrouping.Trunk _, CdrGrouping.Code _, CdrGrouping.Prefix _ ->
              Sql.of(" ORDER BY attempts DESC, k");
        };
    return counted.sql(ranked).sql(grouped).sql(named).sql(ordered);
  }
}
