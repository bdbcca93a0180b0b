package dev.opensipsmcp.db.internal.sql;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries values between rows and drivers. */
final class Values {
  /** As OpenSIPS writes times into SQLite, which has no type of its own for them. */
  private static final DateTimeFormatter SQLITE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private Values() {}

  static void bind(PreparedStatement statement, List<Value> values, Dialect dialect)
      throws SQLException {
    for (int at = 0; at < values.size(); at++) {
      bind(statement, at + 1, values.get(at), dialect);
    }
  }

  static void bind(PreparedStatement statement, int at, Value value, Dialect dialect)
      throws SQLException {
    switch (value) {
      case Value.Null _ -> statement.setNull(at, Types.NULL);
      case Value.Text(String text) -> statement.setString(at, text);
      case Value.Whole(BigInteger number) -> bind(statement, at, number, dialect);
      case Value.Real(BigDecimal number) -> {
        if (dialect == Dialect.SQLITE) {
          statement.setDouble(at, number.doubleValue());
        } else {
          statement.setBigDecimal(at, number);
        }
      }
      case Value.Moment(LocalDateTime time) -> {
        if (dialect == Dialect.SQLITE) {
          statement.setString(
              at,
              time.equals(time.truncatedTo(ChronoUnit.SECONDS))
                  ? SQLITE_TIME.format(time)
                  : time.toString().replace('T', ' '));
        } else {
          statement.setObject(at, time);
        }
      }
      case Value.Bytes bytes -> statement.setBytes(at, bytes.bytes());
    }
  }

  private static void bind(PreparedStatement statement, int at, BigInteger number, Dialect dialect)
      throws SQLException {
    if (number.bitLength() < Long.SIZE) {
      statement.setLong(at, number.longValue());
    } else if (dialect == Dialect.SQLITE) {
      statement.setString(at, number.toString());
    } else {
      statement.setBigDecimal(at, new BigDecimal(number));
    }
  }

  /** Reads rows whose columns were asked for once. Used by one thread. */
  static final class Reader {
    private final ResultSet rows;
    private final Dialect dialect;
    private final int[] types;
    private final boolean[] times;
    private final Value[] cells;

    Reader(ResultSet rows, Dialect dialect) throws SQLException {
      this.rows = rows;
      this.dialect = dialect;
      ResultSetMetaData columns = rows.getMetaData();
      int count = columns.getColumnCount();
      types = new int[count];
      times = new boolean[count];
      cells = new Value[count];
      for (int at = 0; at < count; at++) {
        types[at] = columns.getColumnType(at + 1);
        times[at] = isTime(columns.getColumnTypeName(at + 1));
        cells[at] = Value.NULL;
      }
    }

    /** {@return the present row; the same array each time} */
    Value[] cells() throws SQLException {
      for (int at = 0; at < cells.length; at++) {
        cells[at] =
            dialect == Dialect.SQLITE
                ? stored(rows, at + 1, times[at])
                : typed(rows, at + 1, types[at]);
      }
      return cells;
    }
  }

  static Row row(ResultSet rows, Dialect dialect) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    Map<String, Value> values = new LinkedHashMap<>();
    for (int at = 1; at <= columns.getColumnCount(); at++) {
      Value value =
          dialect == Dialect.SQLITE
              ? stored(rows, at, isTime(columns.getColumnTypeName(at)))
              : typed(rows, at, columns.getColumnType(at));
      values.put(columns.getColumnLabel(at), value);
    }
    return new Row(values);
  }

  /** {@return the columns' types, in small letters, by label} */
  static Map<String, String> columns(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    Map<String, String> types = new LinkedHashMap<>();
    for (int at = 1; at <= columns.getColumnCount(); at++) {
      String type = columns.getColumnTypeName(at);
      types.put(columns.getColumnLabel(at), type == null ? "" : type.toLowerCase(Locale.ROOT));
    }
    return types;
  }

  private static Value typed(ResultSet rows, int at, int type) throws SQLException {
    Value value =
        switch (type) {
          case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> Value.of(rows.getLong(at));
          case Types.BIGINT, Types.BIT -> whole(rows.getBigDecimal(at));
          // A driver may hand out the same number with other digits from one query to the next.
          case Types.REAL -> real(Float.toString(rows.getFloat(at)));
          case Types.FLOAT, Types.DOUBLE -> real(Double.toString(rows.getDouble(at)));
          case Types.DECIMAL, Types.NUMERIC -> number(rows.getBigDecimal(at));
          case Types.TIMESTAMP, Types.DATE, Types.TIMESTAMP_WITH_TIMEZONE ->
              moment(rows.getObject(at, LocalDateTime.class));
          case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
              bytes(rows.getBytes(at));
          case Types.BOOLEAN -> Value.of(rows.getBoolean(at) ? 1 : 0);
          default -> text(rows.getString(at));
        };
    return rows.wasNull() ? Value.NULL : value;
  }

  /** What a SQLite column holds is known by the value, not by the column. */
  private static Value stored(ResultSet rows, int at, boolean time) throws SQLException {
    Object value = rows.getObject(at);
    return switch (value) {
      case null -> Value.NULL;
      case byte[] bytes -> Value.of(bytes);
      case Integer number -> Value.of(number.longValue());
      case Long number -> Value.of(number);
      case Double number -> new Value.Real(BigDecimal.valueOf(number));
      default -> time ? time(value.toString()) : Value.of(value.toString());
    };
  }

  private static boolean isTime(String declared) {
    return "DATETIME".equalsIgnoreCase(declared) || "TIMESTAMP".equalsIgnoreCase(declared);
  }

  private static Value time(String text) {
    try {
      return new Value.Moment(LocalDateTime.parse(text.strip().replace(' ', 'T')));
    } catch (DateTimeParseException _) {
      return Value.of(text);
    }
  }

  private static Value whole(@Nullable BigDecimal number) {
    return number == null ? Value.NULL : new Value.Whole(number.toBigInteger());
  }

  private static Value number(@Nullable BigDecimal number) {
    if (number == null) {
      return Value.NULL;
    }
    return number.scale() <= 0 ? new Value.Whole(number.toBigInteger()) : new Value.Real(number);
  }

  /** Infinity and what is no number are none that a row could be compared by. */
  private static Value real(String digits) {
    boolean finite = Character.isDigit(digits.charAt(digits.length() - 1));
    return finite ? number(new BigDecimal(digits)) : Value.of(digits);
  }

  private static Value moment(@Nullable LocalDateTime time) {
    return time == null ? Value.NULL : new Value.Moment(time);
  }

  private static Value bytes(byte @Nullable [] bytes) {
    return bytes == null ? Value.NULL : Value.of(bytes);
  }

  private static Value text(@Nullable String text) {
    return text == null ? Value.NULL : Value.of(text);
  }
}
