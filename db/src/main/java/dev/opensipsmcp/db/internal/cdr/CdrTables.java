package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.db.cdr.CdrSource;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a table of CDRs in the catalogue, and what its columns mean. Only a table that is known to
 * hold CDRs, or has all of module acc's own columns, is one: others may hold secrets.
 */
final class CdrTables {
  private static final Set<String> KNOWN = Set.of("acc", "missed_calls", "cdrs");
  private static final List<CdrColumn> CORE =
      List.of(
          CdrColumn.ID,
          CdrColumn.TIME,
          CdrColumn.METHOD,
          CdrColumn.FROM_TAG,
          CdrColumn.TO_TAG,
          CdrColumn.CALL_ID,
          CdrColumn.CODE,
          CdrColumn.REASON);

  /** Whose names module acc does not give, so that a name is but a hint. */
  private static final Set<CdrColumn> CUSTOM =
      EnumSet.of(CdrColumn.CALLER, CdrColumn.CALLEE, CdrColumn.TRUNK, CdrColumn.PDD);

  private static final Set<Integer> TIMES =
      Set.of(Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, Types.DATE);
  private static final Set<Integer> TEXTS =
      Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB);

  private record Listed(SqlName name, int type) {}

  private CdrTables() {}

  static DbResult<CdrTable> find(Session session, CdrSource source) throws SQLException {
    Map<String, Listed> listed = new LinkedHashMap<>();
    Optional<SqlName> table = columns(session, source.table(), listed);
    if (table.isEmpty()) {
      return failed(
          Kind.NO_SUCH_TABLE,
          "The database has no table " + source.table() + ".",
          "Module acc writes acc and missed_calls; db_schema_check tells what is missing.");
    }
    boolean shaped =
        CORE.stream().allMatch(column -> listed.containsKey(column.usual().getFirst()));
    if (!KNOWN.contains(source.table()) && !shaped) {
      return failed(
          Kind.NOT_PERMITTED,
          "Table " + source.table() + " lacks columns of module acc, so it is no table of CDRs.",
          "Name acc, missed_calls, cdrs, or a table with all columns of acc.");
    }
    return understood(session, source, table.get(), listed);
  }

  private static DbResult<CdrTable> understood(
      Session session, CdrSource source, SqlName table, Map<String, Listed> listed)
      throws SQLException {
    Map<CdrColumn, SqlName> columns = new EnumMap<>(CdrColumn.class);
    Set<CdrColumn> guessed = EnumSet.noneOf(CdrColumn.class);
    Map<String, Listed> left = new LinkedHashMap<>(listed);
    for (Map.Entry<CdrColumn, String> given : source.columns().entrySet()) {
      Listed found = listed.get(given.getValue());
      if (found == null) {
        return failed(
            Kind.NO_SUCH_COLUMN,
            "Table " + source.table() + " has no column " + given.getValue() + ".",
            "It has " + String.join(", ", listed.keySet()) + ".");
      }
      columns.put(given.getKey(), found.name());
      left.remove(given.getValue());
    }
    for (CdrColumn column : CdrColumn.values()) {
      Optional<SqlName> usual =
          columns.containsKey(column) ? Optional.empty() : usual(column, left);
      if (usual.isPresent()) {
        columns.put(column, usual.get());
        left.remove(usual.get().text());
        if (CUSTOM.contains(column) || !usual.get().text().equals(column.usual().getFirst())) {
          guessed.add(column);
        }
      }
    }
    Optional<DbError> unfit = unfit(session.dialect(), source.table(), columns, listed);
    if (unfit.isPresent()) {
      return new DbResult.Failure<>(unfit.get());
    }
    Set<String> texts = new HashSet<>();
    for (Listed one : listed.values()) {
      if (TEXTS.contains(one.type())) {
        texts.add(one.name().text());
      }
    }
    List<SqlName> extra = left.values().stream().map(Listed::name).toList();
    return new DbResult.Success<>(
        new CdrTable(table, columns, guessed, extra, texts, indexed(session, source.table())));
  }

  private static Optional<SqlName> usual(CdrColumn column, Map<String, Listed> left) {
    return column.usual().stream()
        .flatMap(name -> Stream.ofNullable(left.get(name)))
        .map(Listed::name)
        .findFirst();
  }

  /** A number and a time are what rows are put in order by. */
  private static Optional<DbError> unfit(
      Dialect dialect, String table, Map<CdrColumn, SqlName> columns, Map<String, Listed> listed) {
    for (CdrColumn needed : List.of(CdrColumn.ID, CdrColumn.TIME)) {
      if (!columns.containsKey(needed)) {
        return Optional.of(lacks(table, needed));
      }
    }
    String time = columns.getOrDefault(CdrColumn.TIME, SqlName.of("")).text();
    Listed column = listed.get(time);
    boolean moment = column != null && TIMES.contains(column.type());
    return moment || dialect == Dialect.SQLITE
        ? Optional.empty()
        : Optional.of(
            new DbError(
                Kind.UNSUPPORTED,
                "Column " + time + " of " + table + " holds no date and time.",
                "Name a column of type DATETIME or TIMESTAMP as time=…"));
  }

  /** {@return that no column of that meaning is known} */
  static DbError lacks(String table, CdrColumn column) {
    return new DbError(
        Kind.NO_SUCH_COLUMN,
        "No column of table " + table + " is known to hold the " + column.label() + ".",
        "Say which one does, as "
            + column.label()
            + "=column; module acc adds such columns with"
            + " its parameter extra_fields.");
  }

  private static Optional<SqlName> columns(
      Session session, String table, Map<String, Listed> listed) throws SQLException {
    DatabaseMetaData catalogue = session.catalogue();
    Optional<SqlName> name = Optional.empty();
    try (ResultSet rows = catalogue.getColumns(catalog(session), schema(session), table, "%")) {
      while (rows.next()) {
        // The catalogue takes a pattern, in which an underline stands for any letter.
        SqlName found = SqlName.listedHere(rows, "TABLE_NAME");
        if (found.text().equals(table)) {
          name = Optional.of(found);
          SqlName column = SqlName.listedHere(rows, "COLUMN_NAME");
          listed.put(column.text(), new Listed(column, rows.getInt("DATA_TYPE")));
        }
      }
    }
    return name;
  }

  private static Set<String> indexed(Session session, String table) throws SQLException {
    Set<String> seen = new HashSet<>();
    Set<String> first = new HashSet<>();
    try (ResultSet rows =
        session.catalogue().getIndexInfo(catalog(session), schema(session), table, false, true)) {
      while (rows.next()) {
        SqlName column = SqlName.listedHere(rows, "COLUMN_NAME");
        if (seen.add(SqlName.listedHere(rows, "INDEX_NAME").text())) {
          first.add(column.text());
        }
      }
    }
    return first;
  }

  private static @Nullable String catalog(Session session) throws SQLException {
    return session.dialect() == Dialect.MARIADB ? session.schema().orElse(null) : null;
  }

  private static @Nullable String schema(Session session) throws SQLException {
    return session.dialect() == Dialect.POSTGRESQL ? session.schema().orElse(null) : null;
  }

  private static <T> DbResult<T> failed(Kind kind, String cause, String next) {
    return new DbResult.Failure<>(new DbError(kind, cause, next));
  }
}
