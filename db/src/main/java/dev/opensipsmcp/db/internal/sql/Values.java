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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries values between rows and drivers. */
final class Values {
  /** As OpenSIPS writes times into SQLite, which has no type of its own for them. */
  private static final DateTimeFormatter SQLITE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private Values() {}

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
          statement.setString(at, SQLITE_TIME.format(time));
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

  static Row row(ResultSet rows, Dialect dialect) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    Map<String, Value> values = new LinkedHashMap<>();
    for (int at = 1; at <= columns.getColumnCount(); at++) {
      Value value =
          dialect == Dialect.SQLITE
              ? stored(rows, at, columns)
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
      types.put(
          columns.getColumnLabel(at), type == null ? "" : type.toLowerCase(Locale.ROOT));
    }
    return types;
  }

  private static Value typed(ResultSet rows, int at, int type) throws SQLException {
    Value value =
        switch (type) {
          case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.BIT ->
              whole(rows.getBigDecimal(at));
          case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.DECIMAL, Types.NUMERIC ->
              number(rows.getBigDecimal(at));
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
  private static Value stored(ResultSet rows, int at, ResultSetMetaData columns)
      throws SQLException {
    Object value = rows.getObject(at);
    String declared = columns.getColumnTypeName(at);
    boolean time = "DATETIME".equalsIgnoreCase(declared) || "TIMESTAMP".equalsIgnoreCase(declared);
    return switch (value) {
      case null -> Value.NULL;
      case byte[] bytes -> Value.of(bytes);
      case Integer number -> Value.of(number.longValue());
      case Long number -> Value.of(number);
      case Double number -> new Value.Real(BigDecimal.valueOf(number));
      default -> time ? time(value.toString()) : Value.of(value.toString());
    };
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
