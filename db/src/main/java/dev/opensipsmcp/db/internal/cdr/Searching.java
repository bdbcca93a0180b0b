package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.cdr.Cdr;
import dev.opensipsmcp.db.cdr.CdrAnswer;
import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.db.cdr.CdrCursor;
import dev.opensipsmcp.db.cdr.CdrFilter;
import dev.opensipsmcp.db.cdr.CdrPage;
import dev.opensipsmcp.db.cdr.CdrSearch;
import dev.opensipsmcp.db.cdr.CdrSpan;
import dev.opensipsmcp.db.cdr.CdrWindow;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of CDRs, each continued by time and number, so that no page costs more than another. */
final class Searching {
  private Searching() {}

  static DbResult<CdrAnswer<CdrPage>> search(Asking asking, CdrSearch search) throws SQLException {
    Optional<DbError> lacking = lacking(asking.table(), search.filter());
    if (lacking.isPresent()) {
      return new DbResult.Failure<>(lacking.get());
    }
    boolean byCall = search.filter().callId().isPresent();
    CdrWindow window =
        search.after().isPresent()
            ? search.after().get().window()
            : byCall && search.span().equals(CdrSpan.LATEST_DAY)
                ? Windows.all()
                : Windows.of(asking, search.span());
    List<Row> rows =
        asking.rows(sql(asking, search, window), byCall ? CdrColumn.CALL_ID : CdrColumn.TIME);
    boolean more = rows.size() > search.limit();
    List<Cdr> page = new ArrayList<>();
    List<CdrCursor> cursors = new ArrayList<>();
    for (Row row : more ? rows.subList(0, search.limit()) : rows) {
      Cdr cdr = cdr(asking.table(), row);
      page.add(cdr);
      LocalDateTime time =
          Cells.time(cdr.known().value(CdrColumn.TIME.label())).orElse(window.from());
      cursors.add(new CdrCursor(window, time, Cells.whole(cdr.known(), CdrColumn.ID.label())));
    }
    return new DbResult.Success<>(
        new CdrAnswer<>(new CdrPage(page, more, cursors), asking.about(window)));
  }

  private static Optional<DbError> lacking(CdrTable table, CdrFilter filter) {
    Map<CdrColumn, Boolean> needed = new LinkedHashMap<>();
    needed.put(CdrColumn.CALLER, filter.caller().isPresent());
    needed.put(CdrColumn.CALLEE, filter.callee().isPresent());
    needed.put(CdrColumn.CALL_ID, filter.callId().isPresent());
    needed.put(CdrColumn.CODE, filter.code().isPresent());
    needed.put(CdrColumn.DURATION, filter.atLeast().isPresent() || filter.atMost().isPresent());
    return needed.entrySet().stream()
        .filter(one -> one.getValue() && !table.has(one.getKey()))
        .findFirst()
        .map(one -> CdrTables.lacks(table.name().text(), one.getKey()));
  }

  private static Sql sql(Asking asking, CdrSearch search, CdrWindow window) {
    Calls calls = asking.calls();
    List<SqlName> names = new ArrayList<>(asking.table().columns().values());
    names.addAll(asking.table().extra());
    List<Sql> where = conditions(calls, search.filter());
    where.add(calls.in(window));
    search.after().ifPresent(cursor -> where.add(behind(calls, cursor)));
    Sql sql =
        Sql.of("SELECT ")
            .names(names)
            .sql(calls.from())
            .words(" WHERE ")
            .sql(Sql.joined(where, " AND "))
            .words(" ORDER BY ")
            .sql(calls.of(CdrColumn.TIME))
            .words(" DESC, ")
            .sql(calls.of(CdrColumn.ID))
            .words(" DESC LIMIT ")
            .number(search.limit() + 1L);
    return search.skip() > 0 ? sql.words(" OFFSET ").number(search.skip()) : sql;
  }

  /** Written so that an index on the time alone bounds it in every dialect. */
  private static Sql behind(Calls calls, CdrCursor cursor) {
    Value time = new Value.Moment(cursor.time());
    return calls
        .of(CdrColumn.TIME)
        .words(" <= ")
        .value(time)
        .words(" AND (")
        .sql(calls.of(CdrColumn.TIME))
        .words(" < ")
        .value(time)
        .words(" OR ")
        .sql(calls.of(CdrColumn.ID))
        .words(" < ")
        .value(Value.of(cursor.id()))
        .words(")");
  }

  private static List<Sql> conditions(Calls calls, CdrFilter filter) {
    List<Sql> all = new ArrayList<>();
    filter.caller().ifPresent(part -> all.add(contains(calls, CdrColumn.CALLER, part)));
    filter.callee().ifPresent(part -> all.add(contains(calls, CdrColumn.CALLEE, part)));
    filter.callId().ifPresent(id -> all.add(exactly(calls, id)));
    filter.code().ifPresent(code -> all.add(coded(calls, code)));
    filter
        .atLeast()
        .ifPresent(s -> all.add(calls.of(CdrColumn.DURATION).words(" >= ").value(Value.of(s))));
    filter
        .atMost()
        .ifPresent(s -> all.add(calls.of(CdrColumn.DURATION).words(" <= ").value(Value.of(s))));
    return all;
  }

  private static Sql contains(Calls calls, CdrColumn column, String part) {
    String lower = calls.spelling().lower(part);
    String escaped = lower.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return calls
        .spelling()
        .lower(calls.text(column))
        .sql(calls.spelling().like())
        .value(Value.of("%" + escaped + "%"))
        .words(" ESCAPE '!'");
  }

  /** Twice: the first can use an index, the second knows capitals from small letters. */
  private static Sql exactly(Calls calls, String callId) {
    Sql column = calls.of(CdrColumn.CALL_ID);
    return column
        .words(" = ")
        .value(Value.of(callId))
        .words(" AND ")
        .sql(calls.spelling().exact(column))
        .words(" = ")
        .value(Value.of(callId));
  }

  private static Sql coded(Calls calls, String code) {
    Sql column = calls.text(CdrColumn.CODE);
    return code.endsWith("xx")
        ? column.words(" LIKE ").value(Value.of(code.charAt(0) + "%"))
        : column.words(" = ").value(Value.of(code));
  }

  private static Cdr cdr(CdrTable table, Row row) {
    Row known = new Row(Map.of());
    for (Map.Entry<CdrColumn, SqlName> column : table.columns().entrySet()) {
      known = known.with(column.getKey().label(), row.value(column.getValue().text()));
    }
    return new Cdr(known, row.only(table.extra().stream().map(SqlName::text).toList()));
  }
}
