package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.db.cdr.CdrFinding.Kind;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What can be wrong with a row by itself. */
final class RowFaults {
  private static final long ABSURD_SETUP_SECONDS = 3_600;

  private RowFaults() {}

  /** {@return the condition of each fault that the table's columns can have} */
  static Map<Kind, Sql> of(Calls calls, long longSeconds) {
    Map<Kind, Sql> faults = new EnumMap<>(Kind.class);
    CdrTable table = calls.table();
    if (table.has(CdrColumn.DURATION)) {
      durations(calls, faults);
      faults.put(Kind.LONG_CALL, calls.duration().words(" > ").number(longSeconds));
      if (table.has(CdrColumn.MS_DURATION)) {
        Sql seconds = Sql.of("CEIL(").sql(calls.of(CdrColumn.MS_DURATION)).words(" / 1000.0)");
        faults.put(Kind.DURATION_MISMATCH, calls.duration().words(" <> ").sql(seconds));
      }
    }
    List<Sql> below = new ArrayList<>();
    for (CdrColumn column : List.of(CdrColumn.DURATION, CdrColumn.MS_DURATION, CdrColumn.SETUP)) {
      if (table.has(column)) {
        below.add(calls.of(column).words(" < 0"));
      }
    }
    if (!below.isEmpty()) {
      faults.put(Kind.NEGATIVE, Sql.of("(").sql(Sql.joined(below, " OR ")).words(")"));
    }
    if (table.has(CdrColumn.SETUP)) {
      Sql setup = calls.whole().words(" AND ").sql(calls.of(CdrColumn.SETUP)).words(" > ");
      faults.put(Kind.ABSURD_SETUP, setup.number(ABSURD_SETUP_SECONDS));
    }
    if (table.has(CdrColumn.CODE)) {
      faults.put(Kind.NO_CODE, noCode(calls.text(CdrColumn.CODE)));
    }
    return faults;
  }

  private static void durations(Calls calls, Map<Kind, Sql> faults) {
    Sql none =
        calls
            .attempted()
            .words(" AND ")
            .sql(calls.answered())
            .words(" AND ")
            .sql(calls.duration())
            .words(" = 0");
    if (!calls.table().has(CdrColumn.CREATED)) {
      faults.put(Kind.ZERO_DURATION, none);
      return;
    }
    faults.put(Kind.ZERO_DURATION, none.words(" AND ").sql(calls.whole()));
    faults.put(
        Kind.NO_DURATION_KEPT,
        none.words(" AND (")
            .sql(calls.of(CdrColumn.CREATED))
            .words(" IS NULL OR NOT (")
            .sql(calls.whole())
            .words("))"));
  }

  private static Sql noCode(Sql code) {
    return Sql.of("(")
        .sql(code)
        .words(" IS NULL OR ")
        .sql(code)
        .words(" NOT LIKE '___' OR ")
        .sql(code)
        .words(" < '100' OR ")
        .sql(code)
        .words(" > '699')");
  }
}
