package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.cdr.CdrAlarm;
import dev.opensipsmcp.db.cdr.CdrAlarm.Kind;
import dev.opensipsmcp.db.cdr.CdrAnswer;
import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.db.cdr.CdrWindow;
import dev.opensipsmcp.db.cdr.FraudQuestion;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Callers that do much more of something than in the window of the same length before. */
final class Alarming {
  private Alarming() {}

  static DbResult<CdrAnswer<List<CdrAlarm>>> alarms(Asking asking, FraudQuestion question)
      throws SQLException {
    if (!asking.table().has(CdrColumn.CALLEE) && !asking.table().has(CdrColumn.CALLER)) {
      return new DbResult.Failure<>(
          CdrTables.lacks(asking.table().name().text(), CdrColumn.CALLER));
    }
    CdrWindow window = Windows.of(asking, question.span());
    Optional<DbError> tooLong = Windows.tooLong(window);
    if (tooLong.isPresent()) {
      return new DbResult.Failure<>(tooLong.get());
    }
    Calls calls = asking.calls();
    List<CdrAlarm> alarms = new ArrayList<>();
    if (asking.table().has(CdrColumn.CALLEE)) {
      Sql least = Sql.of("seconds >= ").number(question.minutes() * 60L);
      Sql more = Sql.of("seconds >= seconds_before * ").number(question.factor());
      Sql rank = Sql.of("seconds DESC");
      alarms.addAll(ask(asking, question, window, Kind.SPENDING, calls.timed(), least, more, rank));
    } else {
      asking.warn("No column is known to hold the callee, so spending by prefix is not looked at.");
    }
    if (asking.table().has(CdrColumn.CALLER)) {
      Sql least = Sql.of("calls >= ").number(question.calls());
      Sql more = Sql.of("calls >= calls_before * ").number(question.factor());
      Sql rank = Sql.of("calls DESC");
      Sql night = night(calls, question);
      alarms.addAll(ask(asking, question, window, Kind.NIGHT_BURST, night, least, more, rank));
      Sql brief =
          calls
              .timed()
              .words(" AND ")
              .sql(calls.duration())
              .words(" <= ")
              .number(question.shortSeconds());
      alarms.addAll(ask(asking, question, window, Kind.SHORT_CALLS, brief, least, more, rank));
    } else {
      asking.warn("No column is known to hold the caller, so bursts of callers are not looked at.");
    }
    return new DbResult.Success<>(new CdrAnswer<>(List.copyOf(alarms), asking.about(window)));
  }

  private static Sql night(Calls calls, FraudQuestion question) {
    Sql hour = calls.spelling().hourOfDay(calls.of(CdrColumn.TIME));
    Sql late = hour.words(" >= ").number(question.nightFrom());
    Sql early = hour.words(" < ").number(question.nightUntil());
    return question.nightFrom() < question.nightUntil()
        ? late.words(" AND ").sql(early)
        : Sql.of("(").sql(late).words(" OR ").sql(early).words(")");
  }

  private static List<CdrAlarm> ask(
      Asking asking,
      FraudQuestion question,
      CdrWindow window,
      Kind kind,
      Sql which,
      Sql least,
      Sql more,
      Sql rank)
      throws SQLException {
    Calls calls = asking.calls();
    CdrTable table = asking.table();
    Sql caller =
        table.has(CdrColumn.CALLER)
            ? calls.spelling().lower(calls.text(CdrColumn.CALLER))
            : Sql.of("''");
    Sql prefix =
        kind == Kind.SPENDING
            ? calls.spelling().prefix(calls.text(CdrColumn.CALLEE), question.digits())
            : Sql.of("''");
    Sql now = calls.of(CdrColumn.TIME).words(" >= ").value(new Value.Moment(window.from()));
    CdrWindow both = new CdrWindow(window.before().from(), window.until());
    Sql seconds =
        Sql.of("CASE WHEN ")
            .sql(calls.timed())
            .words(" THEN ")
            .sql(calls.duration())
            .words(" ELSE 0 END");
    // In two steps, since what stands in a parameter can't be grouped by in every dialect.
    Sql rows =
        Sql.of("SELECT ")
            .sql(caller)
            .words(" AS a, ")
            .sql(prefix)
            .words(" AS p, ")
            .sql(Calls.one(now))
            .words(" AS now, ")
            .sql(seconds)
            .words(" AS s")
            .sql(calls.attempts(both))
            .words(" AND ")
            .sql(which);
    Sql sums =
        Sql.of(
                "SELECT a, p, SUM(now) AS calls, SUM(1 - now) AS calls_before,"
                    + " SUM(now * s) AS seconds, SUM((1 - now) * s) AS seconds_before FROM (")
            .sql(rows)
            .words(") one GROUP BY a, p");
    Sql sql =
        Sql.of("SELECT a, p, calls, calls_before, seconds, seconds_before FROM (")
            .sql(sums)
            .words(") every_one WHERE ")
            .sql(least)
            .words(" AND ")
            .sql(more)
            .words(" ORDER BY ")
            .sql(rank)
            .words(", a, p LIMIT ")
            .number(question.top());
    return asking.rows(sql, CdrColumn.TIME).stream().map(row -> alarm(kind, row)).toList();
  }

  private static CdrAlarm alarm(Kind kind, Row row) {
    return new CdrAlarm(
        kind,
        row.text("a"),
        row.text("p"),
        Cells.whole(row, "calls"),
        Cells.whole(row, "calls_before"),
        Cells.whole(row, "seconds"),
        Cells.whole(row, "seconds_before"));
  }
}
