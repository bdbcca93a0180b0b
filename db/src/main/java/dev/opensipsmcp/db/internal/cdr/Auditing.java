package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.cdr.AuditQuestion;
import dev.opensipsmcp.db.cdr.CdrAnswer;
import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.db.cdr.CdrFinding;
import dev.opensipsmcp.db.cdr.CdrFinding.Kind;
import dev.opensipsmcp.db.cdr.CdrSource;
import dev.opensipsmcp.db.cdr.CdrWindow;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for rows that can't be right. Each kind is one statement that counts and shows a few. */
final class Auditing {
  private final Asking asking;
  private final Calls calls;
  private final CdrTable table;
  private final AuditQuestion question;
  private final CdrWindow window;
  private final List<CdrFinding> findings = new ArrayList<>();

  private Auditing(Asking asking, AuditQuestion question, CdrWindow window) {
    this.asking = asking;
    this.calls = asking.calls();
    this.table = asking.table();
    this.question = question;
    this.window = window;
  }

  static DbResult<CdrAnswer<List<CdrFinding>>> audit(Asking asking, AuditQuestion question)
      throws SQLException {
    CdrWindow window = Windows.of(asking, question.span());
    Optional<DbError> tooLong = Windows.tooLong(window);
    if (tooLong.isPresent()) {
      return new DbResult.Failure<>(tooLong.get());
    }
    Auditing audit = new Auditing(asking, question, window);
    audit.gaps();
    audit.duplicates();
    audit.faults();
    audit.overlaps();
    audit.missed();
    return new DbResult.Success<>(
        new CdrAnswer<>(List.copyOf(audit.findings), asking.about(window)));
  }

  private void gaps() throws SQLException {
    Sql time = calls.of(CdrColumn.TIME);
    Sql pairs =
        Sql.of("SELECT LAG(")
            .sql(time)
            .words(") OVER (ORDER BY ")
            .sql(time)
            .words(") AS b, ")
            .sql(time)
            .words(" AS t")
            .sql(calls.from())
            .words(" WHERE ")
            .sql(calls.in(window));
    Sql gap =
        calls.spelling().epoch(Sql.of("t")).words(" - ").sql(calls.spelling().epoch(Sql.of("b")));
    found(
        Kind.GAP,
        Sql.of("SELECT b AS last_before, t AS first_after, ")
            .sql(gap)
            .words(" AS gap_s, COUNT(*) OVER () AS found FROM (")
            .sql(pairs)
            .words(") pairs WHERE ")
            .sql(gap)
            .words(" > ")
            .number(question.gapSeconds())
            .words(" ORDER BY gap_s DESC, b LIMIT ")
            .number(question.samples()));
  }

  private void duplicates() throws SQLException {
    List<CdrColumn> same =
        List.of(CdrColumn.CALL_ID, CdrColumn.FROM_TAG, CdrColumn.TO_TAG, CdrColumn.METHOD);
    if (!table.has(CdrColumn.CALL_ID)) {
      return;
    }
    List<Sql> shown = new ArrayList<>();
    List<Sql> keys = new ArrayList<>();
    for (CdrColumn column : same) {
      if (table.has(column)) {
        shown.add(Sql.of("MIN(").sql(calls.of(column)).words(") AS ").name(named(column)));
        keys.add(calls.spelling().exact(calls.of(column)));
      }
    }
    Sql id = calls.of(CdrColumn.ID);
    found(
        Kind.DUPLICATE,
        Sql.of("SELECT ")
            .sql(Sql.joined(shown, ", "))
            .words(", COUNT(*) AS n, MIN(")
            .sql(id)
            .words(") AS first_id, MAX(")
            .sql(id)
            .words(") AS last_id, COUNT(*) OVER () AS found")
            .sql(calls.from())
            .words(" WHERE ")
            .sql(calls.in(window))
            .words(" GROUP BY ")
            .sql(Sql.joined(keys, ", "))
            .words(" HAVING COUNT(*) > 1 ORDER BY n DESC, first_id LIMIT ")
            .number(question.samples()));
  }

  /** Counted in one pass; only what there is of is looked at again. */
  private void faults() throws SQLException {
    Map<Kind, Sql> faults = RowFaults.of(calls, question.longSeconds());
    if (faults.isEmpty()) {
      return;
    }
    List<Kind> kinds = List.copyOf(faults.keySet());
    List<Sql> counts = new ArrayList<>();
    for (Sql fault : faults.values()) {
      counts.add(Sql.of("SUM(").sql(Calls.one(fault)).words(") AS k").number(counts.size()));
    }
    Sql count =
        Sql.of("SELECT ")
            .sql(Sql.joined(counts, ", "))
            .sql(calls.from())
            .words(" WHERE ")
            .sql(calls.in(window));
    Row counted = asking.rows(count, CdrColumn.TIME).getFirst();
    for (int at = 0; at < kinds.size(); at++) {
      if (Cells.whole(counted, "k" + at) > 0) {
        Sql fault = faults.getOrDefault(kinds.get(at), Sql.empty());
        found(kinds.get(at), shown(calls, calls.in(window).words(" AND ").sql(fault)));
      }
    }
  }

  private void overlaps() throws SQLException {
    if (!table.has(CdrColumn.CALLER) || !table.has(CdrColumn.DURATION)) {
      asking.warn("Without columns of caller and duration, overlapping calls are not looked for.");
      return;
    }
    Sql caller = calls.spelling().lower(calls.text(CdrColumn.CALLER));
    Sql begins = calls.spelling().epoch(calls.of(CdrColumn.TIME));
    Sql id = calls.of(CdrColumn.ID);
    Sql intervals =
        Sql.of("SELECT ")
            .sql(id)
            .words(" AS id, ")
            .sql(calls.of(CdrColumn.TIME))
            .words(" AS t, ")
            .sql(caller)
            .words(" AS caller, ")
            .sql(calls.duration())
            .words(" AS duration, ")
            .sql(begins)
            .words(" AS begins, MAX(")
            .sql(begins)
            .words(" + ")
            .sql(calls.duration())
            .words(") OVER (PARTITION BY ")
            .sql(caller)
            .words(" ORDER BY ")
            .sql(calls.of(CdrColumn.TIME))
            .words(", ")
            .sql(id)
            .words(" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy")
            .sql(calls.attempts(window))
            .words(" AND ")
            .sql(calls.timed())
            .words(" AND ")
            .sql(caller)
            .words(" <> ''");
    found(
        Kind.OVERLAP,
        Sql.of(
                "SELECT id, t AS time, caller, duration, busy - begins AS overlap_s,"
                    + " COUNT(*) OVER () AS found FROM (")
            .sql(intervals)
            .words(") calls WHERE busy > begins ORDER BY overlap_s DESC, id LIMIT ")
            .number(question.samples()));
  }

  /** Each Call-ID is looked up by its index. */
  private void missed() throws SQLException {
    if (!table.name().text().equals("acc") || !table.has(CdrColumn.CALL_ID)) {
      return;
    }
    if (!(CdrTables.find(asking.session(), CdrSource.MISSED)
            instanceof DbResult.Success<CdrTable>(CdrTable other))
        || !other.has(CdrColumn.CALL_ID)) {
      return;
    }
    Calls missed = new Calls(other, calls.spelling());
    SqlName callId = other.column(CdrColumn.CALL_ID);
    Sql none =
        Sql.of("NOT EXISTS (SELECT 1")
            .sql(calls.from())
            .words(" WHERE ")
            .name(table.name())
            .words(".")
            .name(table.column(CdrColumn.CALL_ID))
            .words(" = ")
            .name(other.name())
            .words(".")
            .name(callId)
            .words(")");
    found(Kind.MISSED_WITHOUT_ACC, shown(missed, missed.in(window).words(" AND ").sql(none)));
  }

  private Sql shown(Calls of, Sql condition) {
    List<Sql> columns = new ArrayList<>();
    for (CdrColumn column :
        List.of(
            CdrColumn.ID,
            CdrColumn.TIME,
            CdrColumn.METHOD,
            CdrColumn.CALL_ID,
            CdrColumn.CODE,
            CdrColumn.DURATION,
            CdrColumn.MS_DURATION,
            CdrColumn.SETUP,
            CdrColumn.CALLER,
            CdrColumn.CALLEE)) {
      if (of.table().has(column)) {
        columns.add(of.of(column).words(" AS ").name(named(column)));
      }
    }
    return Sql.of("SELECT ")
        .sql(Sql.joined(columns, ", "))
        .words(", COUNT(*) OVER () AS found")
        .sql(of.from())
        .words(" WHERE ")
        .sql(condition)
        .words(" ORDER BY ")
        .sql(of.of(CdrColumn.TIME))
        .words(", ")
        .sql(of.of(CdrColumn.ID))
        .words(" LIMIT ")
        .number(question.samples());
  }

  private void found(Kind kind, Sql sql) throws SQLException {
    List<Row> rows = asking.rows(sql, CdrColumn.TIME);
    Optional<Row> first = rows.stream().findFirst();
    if (first.isPresent()) {
      findings.add(
          new CdrFinding(
              kind,
              Cells.whole(first.get(), "found"),
              rows.stream().map(Auditing::without).toList()));
    }
  }

  private static Row without(Row row) {
    return row.only(row.values().keySet().stream().filter(name -> !name.equals("found")).toList());
  }

  private static SqlName named(CdrColumn column) {
    return switch (column) {
      case ID -> SqlName.of("id");
      case TIME -> SqlName.of("time");
      case METHOD -> SqlName.of("method");
      case CALL_ID -> SqlName.of("call_id");
      case FROM_TAG -> SqlName.of("from_tag");
      case TO_TAG -> SqlName.of("to_tag");
      case CODE -> SqlName.of("code");
      case REASON -> SqlName.of("reason");
      case DURATION -> SqlName.of("duration");
      case MS_DURATION -> SqlName.of("ms_duration");
      case SETUP -> SqlName.of("setup");
      case CREATED -> SqlName.of("created");
      case CALLER -> SqlName.of("caller");
      case CALLEE -> SqlName.of("callee");
      case TRUNK -> SqlName.of("trunk");
      case PDD -> SqlName.of("pdd");
    };
  }
}
