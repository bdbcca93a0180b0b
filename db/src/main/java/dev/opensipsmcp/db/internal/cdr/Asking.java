package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.QueryPlan;
import dev.opensipsmcp.db.QueryPlan.Access;
import dev.opensipsmcp.db.QueryPlan.Step;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.cdr.CdrAbout;
import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.db.cdr.CdrWindow;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks a table of CDRs, each time for the plan first: a statement that reads the whole table does
 * not run without that being known. Used by one thread.
 */
final class Asking {
  private final Session session;
  private final CdrTable table;
  private final Calls calls;
  private final Set<Step> steps = new LinkedHashSet<>();

  /** Shared with whoever asks, who needs them most when a statement runs out of time. */
  private final Set<String> warnings;

  Asking(Session session, CdrTable table, Set<String> warnings) {
    this.session = session;
    this.table = table;
    this.calls = new Calls(table, new Spelling(session.dialect()));
    this.warnings = warnings;
  }

  Calls calls() {
    return calls;
  }

  CdrTable table() {
    return table;
  }

  Session session() {
    return session;
  }

  /** Notes something that the reader should know. */
  void warn(String sentence) {
    warnings.add(sentence);
  }

  /** {@return the rows of a result that is known to be small, looked up by that column} */
  List<Row> rows(Sql sql, CdrColumn by) throws SQLException {
    List<Row> all = new ArrayList<>();
    each(sql, by, all::add);
    return all;
  }

  /** Takes the rows of a result one by one, looked up by that column. */
  void each(Sql sql, CdrColumn by, Predicate<Row> taker) throws SQLException {
    QueryPlan plan = session.plan(sql);
    for (Step step : plan.steps()) {
      if (step.table().equals(table.name().text())) {
        steps.add(step);
        look(step, by);
      }
    }
    session.each(sql, taker);
  }

  /** A planner may read all of a small table, or of one whose rows are almost all wanted. */
  private void look(Step step, CdrColumn by) {
    SqlName column = table.column(by);
    boolean whole = step.access() != Access.INDEX;
    if (whole && !table.indexed().contains(column.text()) && by != CdrColumn.ID) {
      warnings.add(
          "No index begins with column "
              + column.text()
              + " of "
              + table.name().text()
              + ", so the whole table is read"
              + step.rows().map(rows -> " (about " + rows + " rows)").orElse("")
              + ". This would help: "
              + advice(column));
    }
  }

  private String advice(SqlName column) {
    boolean later = session.dialect() == Dialect.POSTGRESQL;
    return "CREATE INDEX "
        + (later ? "CONCURRENTLY " : "")
        + table.name().text()
        + "_"
        + column.text()
        + "_idx ON "
        + table.name().text()
        + " ("
        + (session.dialect() == Dialect.MARIADB ? "`" + column + "`" : "\"" + column + "\"")
        + ");";
  }

  /** {@return what the answers were made of} */
  CdrAbout about(CdrWindow window) {
    Map<CdrColumn, String> names = new HashMap<>();
    table.columns().forEach((column, name) -> names.put(column, name.text()));
    return new CdrAbout(
        table.name().text(),
        window,
        names,
        table.guessed(),
        new ArrayList<>(steps),
        new ArrayList<>(warnings));
  }
}
