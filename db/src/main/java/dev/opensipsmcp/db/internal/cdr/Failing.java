package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.cdr.CdrAnswer;
import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.db.cdr.CdrFailure;
import dev.opensipsmcp.db.cdr.CdrWindow;
import dev.opensipsmcp.db.cdr.FailureQuestion;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.sql.SQLException;
import java.util.List;

/** Destinations that fail, ranked by the least ratio that agrees with what was seen. */
final class Failing {
  private Failing() {}

  static DbResult<CdrAnswer<List<CdrFailure>>> failures(Asking asking, FailureQuestion question)
      throws SQLException {
    for (CdrColumn needed : List.of(Calls.needed(question.by()), CdrColumn.CODE)) {
      if (!asking.table().has(needed)) {
        return new DbResult.Failure<>(CdrTables.lacks(asking.table().name().text(), needed));
      }
    }
    CdrWindow window = Windows.of(asking, question.span());
    List<CdrFailure> failures =
        asking.rows(sql(asking.calls(), window, question), CdrColumn.TIME).stream()
            .map(Failing::failure)
            .toList();
    return new DbResult.Success<>(new CdrAnswer<>(failures, asking.about(window)));
  }

  private static Sql sql(Calls calls, CdrWindow window, FailureQuestion question) {
    return Sql.of("WITH g AS (SELECT ")
        .sql(calls.key(question.by()))
        .words(" AS k, ")
        .sql(calls.text(CdrColumn.CODE))
        .words(" AS c, COUNT(*) AS n")
        .sql(calls.attempts(window))
        .words(
            " GROUP BY 1, 2), t AS (SELECT k, c, n, SUM(n) OVER (PARTITION BY k) AS tried FROM g),"
                + " r AS (SELECT k, c, n, tried, n * 1.0 / tried AS p FROM t"
                + " WHERE c NOT LIKE '2%' AND tried >= ")
        .number(question.attempts())
        // The lower end of Wilson's interval, with z = 1.96.
        .words(
            ") SELECT k, c, n, tried FROM r"
                + " ORDER BY (p + 1.9208 / tried - 1.96 * SQRT((p * (1 - p) + 0.9604 / tried)"
                + " / tried)) / (1 + 3.8416 / tried) DESC, n DESC, k, c LIMIT ")
        .number(question.top());
  }

  private static CdrFailure failure(Row row) {
    return new CdrFailure(
        row.text("k"), row.text("c"), Cells.whole(row, "n"), Cells.whole(row, "tried"));
  }
}
