package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.db.cdr.CdrGrouping;
import dev.opensipsmcp.db.cdr.CdrSummary.Delay;
import dev.opensipsmcp.db.cdr.CdrWindow;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of a table say of calls, in SQL.
 *
 * @param table the table
 * @param spelling the dialect's ways
 */
record Calls(CdrTable table, Spelling spelling) {

  /** {@return a column} */
  Sql of(CdrColumn column) {
    return Sql.empty().name(table.column(column));
  }

  /** {@return a column as text} */
  Sql text(CdrColumn column) {
    SqlName name = table.column(column);
    Sql plain = Sql.empty().name(name);
    return table.holdsText(name) ? plain : spelling.text(plain);
  }

  /** {@return the table behind FROM} */
  Sql from() {
    return Sql.of(" FROM ").name(table.name());
  }

  /** {@return that a row was written in the window} */
  Sql in(CdrWindow window) {
    return of(CdrColumn.TIME)
        .words(" >= ")
        .value(new Value.Moment(window.from()))
        .words(" AND ")
        .sql(of(CdrColumn.TIME))
        .words(" < ")
        .value(new Value.Moment(window.until()));
  }

  /**
   * {@return that a row is an attempt to call} A challenge is none: the same call comes again with
   * credentials.
   */
  Sql attempted() {
    List<Sql> all = new ArrayList<>();
    if (table.has(CdrColumn.METHOD)) {
      all.add(text(CdrColumn.METHOD).words(" = 'INVITE'"));
    }
    if (table.has(CdrColumn.CODE)) {
      all.add(text(CdrColumn.CODE).words(" NOT IN ('401', '407')"));
    }
    return all.isEmpty() ? Sql.of("1 = 1") : Sql.joined(all, " AND ");
  }

  /** {@return where the attempts of the window are} */
  Sql attempts(CdrWindow window) {
    return from().words(" WHERE ").sql(in(window)).words(" AND ").sql(attempted());
  }

  /** {@return that a call was answered; a table without codes holds no others} */
  Sql answered() {
    return table.has(CdrColumn.CODE) ? text(CdrColumn.CODE).words(" LIKE '2%'") : Sql.of("1 = 1");
  }

  /** {@return that the network did its part: answered, busy, not there, given up, declined} */
  Sql effective() {
    return table.has(CdrColumn.CODE)
        ? Sql.of("(")
            .sql(answered())
            .words(" OR ")
            .sql(text(CdrColumn.CODE))
            .words(" IN ('480', '486', '487', '600', '603'))")
        : Sql.of("1 = 1");
  }

  /**
   * {@return that a row was written at the call's end, with what is known by then} Where flag cdr
   * is not used, module acc writes 1970 for the beginning, and counts the setup from there.
   */
  Sql whole() {
    return table.has(CdrColumn.CREATED)
        ? of(CdrColumn.CREATED).words(" >= '1971-01-01 00:00:00'")
        : Sql.of("1 = 1");
  }

  /** {@return that a call was answered and its duration was written} */
  Sql timed() {
    return table.has(CdrColumn.CREATED)
        ? Sql.of("(")
            .sql(answered())
            .words(" AND (")
            .sql(duration())
            .words(" > 0 OR ")
            .sql(whole())
            .words("))")
        : Sql.of("(").sql(answered()).words(" AND ").sql(duration()).words(" > 0)");
  }

  /** {@return seconds of duration; 0 where no column has them} */
  Sql duration() {
    return table.has(CdrColumn.DURATION) ? of(CdrColumn.DURATION) : Sql.of("0");
  }

  /** {@return which delay the table knows} */
  Delay delayKind() {
    if (table.has(CdrColumn.PDD)) {
      return Delay.PDD;
    }
    return table.has(CdrColumn.SETUP) ? Delay.SETUP : Delay.NONE;
  }

  /** {@return the delay of a call, NULL where it is not known} */
  Sql delay() {
    return switch (delayKind()) {
      case NONE -> Sql.of("NULLIF(0, 0)");
      case SETUP ->
          Sql.of("CASE WHEN ")
              .sql(answered())
              .words(" AND ")
              .sql(whole())
              .words(" THEN ")
              .sql(of(CdrColumn.SETUP))
              .words(" END");
      case PDD -> spelling.number(text(CdrColumn.PDD));
    };
  }

  /** {@return 1 where it is so, else 0} */
  static Sql one(Sql condition) {
    return Sql.of("CASE WHEN ").sql(condition).words(" THEN 1 ELSE 0 END");
  }

  /** {@return the column that a grouping needs, or time, which is always there} */
  static CdrColumn needed(CdrGrouping by) {
    return switch (by) {
      case CdrGrouping.Hour _, CdrGrouping.Day _ -> CdrColumn.TIME;
      case CdrGrouping.Trunk _ -> CdrColumn.TRUNK;
      case CdrGrouping.Code _ -> CdrColumn.CODE;
      case CdrGrouping.Prefix _ -> CdrColumn.CALLEE;
    };
  }

  /** {@return a grouping's key as text} */
  Sql keyText(CdrGrouping by, Sql key) {
    return switch (by) {
      case CdrGrouping.Hour _ -> spelling.hourText(key);
      case CdrGrouping.Day _ -> spelling.dayText(key);
      case CdrGrouping.Trunk _, CdrGrouping.Code _, CdrGrouping.Prefix _ -> key;
    };
  }

  /** {@return what a grouping puts calls together by} */
  Sql key(CdrGrouping by) {
    return switch (by) {
      case CdrGrouping.Hour _ -> spelling.hour(of(CdrColumn.TIME));
      case CdrGrouping.Day _ -> spelling.day(of(CdrColumn.TIME));
      case CdrGrouping.Trunk _ -> spelling.lower(text(CdrColumn.TRUNK));
      case CdrGrouping.Code _ -> text(CdrColumn.CODE);
      case CdrGrouping.Prefix(int digits) -> spelling.prefix(text(CdrColumn.CALLEE), digits);
    };
  }
}
