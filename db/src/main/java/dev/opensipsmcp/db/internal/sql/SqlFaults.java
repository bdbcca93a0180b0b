package dev.opensipsmcp.db.internal.sql;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import dev.opensipsmcp.db.Dialect;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a driver's exception means. A driver's own words may quote the row, so that none of
 * them is passed on; the state and the number are.
 */
final class SqlFaults {
  /** By SQL state, as PostgreSQL answers and, where it is specific, MariaDB. */
  private static final Map<String, Kind> STATES =
      Map.ofEntries(
          Map.entry("28P01", Kind.LOGIN_REFUSED),
          Map.entry("28000", Kind.LOGIN_REFUSED),
          Map.entry("3D000", Kind.NO_SUCH_DATABASE),
          Map.entry("42P01", Kind.NO_SUCH_TABLE),
          Map.entry("42S02", Kind.NO_SUCH_TABLE),
          Map.entry("42P07", Kind.TABLE_EXISTS),
          Map.entry("42703", Kind.NO_SUCH_COLUMN),
          Map.entry("42S22", Kind.NO_SUCH_COLUMN),
          Map.entry("42501", Kind.NOT_PERMITTED),
          Map.entry("25006", Kind.NOT_PERMITTED),
          Map.entry("23505", Kind.DUPLICATE),
          Map.entry("23502", Kind.CONSTRAINT),
          Map.entry("23503", Kind.CONSTRAINT),
          Map.entry("23514", Kind.CONSTRAINT),
          Map.entry("57014", Kind.TIMEOUT),
          Map.entry("70100", Kind.TIMEOUT),
          Map.entry("40001", Kind.BUSY),
          Map.entry("40P01", Kind.BUSY),
          Map.entry("55P03", Kind.BUSY),
          Map.entry("53300", Kind.BUSY));

  /** By MariaDB's number, which is finer than its state. */
  private static final Map<Integer, Kind> MARIADB =
      Map.ofEntries(
          Map.entry(1045, Kind.LOGIN_REFUSED),
          Map.entry(1698, Kind.LOGIN_REFUSED),
          Map.entry(1044, Kind.NO_SUCH_DATABASE),
          Map.entry(1049, Kind.NO_SUCH_DATABASE),
          Map.entry(1142, Kind.NOT_PERMITTED),
          Map.entry(1143, Kind.NOT_PERMITTED),
          Map.entry(1227, Kind.NOT_PERMITTED),
          Map.entry(1290, Kind.NOT_PERMITTED),
          Map.entry(1792, Kind.NOT_PERMITTED),
          Map.entry(1050, Kind.TABLE_EXISTS),
          Map.entry(1062, Kind.DUPLICATE),
          Map.entry(1048, Kind.CONSTRAINT),
          Map.entry(1364, Kind.CONSTRAINT),
          Map.entry(1451, Kind.CONSTRAINT),
          Map.entry(1452, Kind.CONSTRAINT),
          Map.entry(4025, Kind.CONSTRAINT),
          Map.entry(1264, Kind.VALUE_REFUSED),
          Map.entry(1366, Kind.VALUE_REFUSED),
          Map.entry(1406, Kind.VALUE_REFUSED),
          Map.entry(1205, Kind.BUSY),
          Map.entry(1213, Kind.BUSY),
          Map.entry(1040, Kind.BUSY),
          Map.entry(1969, Kind.TIMEOUT),
          Map.entry(3024, Kind.TIMEOUT),
          Map.entry(1317, Kind.TIMEOUT));

  /** By SQLite's extended result code. */
  private static final Map<Integer, Kind> SQLITE =
      Map.ofEntries(
          Map.entry(8, Kind.NOT_PERMITTED),
          Map.entry(3, Kind.NOT_PERMITTED),
          Map.entry(14, Kind.NO_SUCH_DATABASE),
          Map.entry(26, Kind.UNSUPPORTED),
          Map.entry(5, Kind.BUSY),
          Map.entry(6, Kind.BUSY),
          Map.entry(9, Kind.TIMEOUT),
          Map.entry(18, Kind.VALUE_REFUSED),
          Map.entry(20, Kind.VALUE_REFUSED));

  private SqlFaults() {}

  /** {@return what went wrong} */
  static DbError of(SQLException fault, Dialect dialect, String where) {
    Kind kind = kind(fault, dialect);
    String number = "SQL state " + fault.getSQLState() + ", number " + fault.getErrorCode();
    return switch (kind) {
      case LOGIN_REFUSED ->
          error(
              kind,
              "The database at " + where + " refuses the user or the password.",
              "Check the user and where the password comes from in the settings.");
      case NO_SUCH_DATABASE ->
          error(
              kind,
              "There is no database " + where + ", or the user has no right in it.",
              "Check the name in the URL; db_schema_create makes the tables of an empty one.");
      case UNREACHABLE ->
          TlsFaults.of(fault, where)
              .orElseGet(() ->
                  error(
                      kind,
                      "The database at "
                          + where
                          + " can't be reached, or broke off ("
                          + number
                          + ").",
                      "Check that it runs, its address and port, and the network between."));
      case NOT_PERMITTED ->
          error(
              kind,
              "The database user may not do this, or the database is read-only (" + number + ").",
              "Grant the right to the user, or use a user that has it.");
      case NO_SUCH_TABLE ->
          error(
              kind,
              "A table of the statement is not in the database " + where + ".",
              "See with db_schema_check what is missing; db_schema_create makes it.");
      case NO_SUCH_COLUMN ->
          error(
              kind,
              "A column of the statement is not in the table.",
              "See with db_schema_check which OpenSIPS version the database fits.");
      case DUPLICATE ->
          error(
              kind,
              "A row with the same unique value exists already.",
              "List the rows that look alike, then update that one or choose another value.");
      case TABLE_EXISTS ->
          error(
              kind,
              "A table of that name is in the database " + where + " already.",
              "See with db_schema_check what it has; db_schema_update completes it.");
      case CONSTRAINT ->
          error(
              kind,
              "The row breaks a rule of its table (" + number + ").",
              "Give every column that has no default, and names of rows that exist.");
      case VALUE_REFUSED ->
          error(
              kind,
              "A value does not fit its column in this database (" + number + ").",
              "Shorten it, or use characters that the column's character set has.");
      case TIMEOUT ->
          error(
              kind,
              "The statement took longer than it may.",
              "Narrow it, for example by a shorter time window or an indexed column.");
      case BUSY ->
          error(
              kind,
              "Somebody else holds the rows, or the database is full of connections.",
              "Call again in a moment.");
      case UNSUPPORTED ->
          error(kind, where + " is not a database of this kind.", "Check the URL in the settings.");
      case NOT_CONFIGURED,
          NO_SUCH_ROW,
          SEVERAL_ROWS,
          ROWS_MOVED,
          SCHEMA_MOVED,
          OUTCOME_UNKNOWN,
          CANCELLED,
          QUERY_REFUSED,
          FILE,
          FAILED ->
          error(
              Kind.FAILED,
              "The database answered with an error (" + number + ").",
              "Look at the database's own log at this moment.");
    };
  }

  /** {@return whether the connection is gone, so that nobody knows what a commit did} */
  static boolean broken(SQLException fault, Dialect dialect) {
    return kind(fault, dialect) == Kind.UNREACHABLE;
  }

  private static DbError error(Kind kind, String cause, String nextStep) {
    return new DbError(kind, cause, nextStep);
  }

  private static Kind kind(SQLException fault, Dialect dialect) {
    for (Throwable at = fault; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        Kind kind = direct(sql, dialect);
        if (kind != Kind.FAILED) {
          return kind;
        }
      }
    }
    return Kind.FAILED;
  }

  private static Kind direct(SQLException fault, Dialect dialect) {
    String state = fault.getSQLState() == null ? "" : fault.getSQLState();
    int number = fault.getErrorCode();
    return switch (dialect) {
      case MARIADB -> MARIADB.getOrDefault(number, byState(state));
      case POSTGRESQL -> byState(state);
      case SQLITE -> ofSqlite(number, fault.getMessage());
    };
  }

  private static Kind byState(String state) {
    if (state.startsWith("08") || state.startsWith("57P")) {
      return Kind.UNREACHABLE;
    }
    return STATES.getOrDefault(state, state.startsWith("22") ? Kind.VALUE_REFUSED : Kind.FAILED);
  }

  private static Kind ofSqlite(int number, @Nullable String message) {
    String words = message == null ? "" : message.toLowerCase(Locale.ROOT);
    if (words.contains("no such table")) {
      return Kind.NO_SUCH_TABLE;
    }
    if (words.contains("no such column") || words.contains("has no column")) {
      return Kind.NO_SUCH_COLUMN;
    }
    if (words.contains("table") && words.contains("already exists")) {
      return Kind.TABLE_EXISTS;
    }
    if (words.contains("unique constraint") || words.contains("primary key")) {
      return Kind.DUPLICATE;
    }
    int primary = number & 0xff;
    return primary == 19 ? Kind.CONSTRAINT : SQLITE.getOrDefault(primary, Kind.FAILED);
  }
}
