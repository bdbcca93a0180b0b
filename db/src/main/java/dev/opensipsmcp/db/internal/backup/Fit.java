package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.backup.ColumnKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Makes of a backup's value what a column of another kind of database holds, or refuses it. */
final class Fit {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private Fit() {}

  static Value fit(Value value, ColumnKind kind, Dialect dialect) throws Unfit {
    if (value instanceof Value.Null) {
      return value;
    }
    try {
      return switch (kind) {
        case WHOLE -> whole(value, dialect);
        case DECIMAL -> decimal(value);
        case TEXT -> text(value);
        case BYTES -> bytes(value);
        case TIME -> time(value);
      };
    } catch (ArithmeticException | NumberFormatException | DateTimeException _) {
      throw new Unfit("is not of the column's type");
    } catch (CharacterCodingException _) {
      throw new Unfit("has bytes that are no characters");
    }
  }

  private static Value whole(Value value, Dialect dialect) throws Unfit {
    BigInteger number =
        switch (value) {
          case Value.Whole(BigInteger same) -> same;
          case Value.Real(BigDecimal real) -> real.toBigIntegerExact();
          case Value.Text(String text) -> new BigInteger(text.strip());
          case Value.Null _, Value.Moment _, Value.Bytes _ -> throw wrongKind();
        };
    if (dialect == Dialect.SQLITE && number.bitLength() >= Long.SIZE) {
      throw new Unfit("is larger than SQLite's whole numbers");
    }
    return new Value.Whole(number);
  }

  private static Value decimal(Value value) throws Unfit {
    return switch (value) {
      case Value.Whole whole -> whole;
      case Value.Real real -> real;
      case Value.Text(String text) -> new Value.Real(new BigDecimal(text.strip()));
      case Value.Null _, Value.Moment _, Value.Bytes _ -> throw wrongKind();
    };
  }

  private static Value text(Value value) throws CharacterCodingException {
    return switch (value) {
      case Value.Text same -> same;
      case Value.Bytes bytes ->
          Value.of(
              StandardCharsets.UTF_8
                  .newDecoder()
                  .decode(ByteBuffer.wrap(bytes.bytes()))
                  .toString());
      case Value.Moment(LocalDateTime time) -> Value.of(TIME.format(time));
      case Value.Whole _, Value.Real _, Value.Null _ -> Value.of(value.shown());
    };
  }

  private static Value bytes(Value value) throws Unfit {
    return switch (value) {
      case Value.Bytes same -> same;
      case Value.Text(String text) -> Value.of(text.getBytes(StandardCharsets.UTF_8));
      case Value.Null _, Value.Moment _, Value.Whole _, Value.Real _ -> throw wrongKind();
    };
  }

  private static Value time(Value value) throws Unfit {
    return switch (value) {
      case Value.Moment same -> same;
      case Value.Text(String text) ->
          new Value.Moment(LocalDateTime.parse(text.strip().replace(' ', 'T')));
      case Value.Null _, Value.Bytes _, Value.Whole _, Value.Real _ -> throw wrongKind();
    };
  }

  private static Unfit wrongKind() {
    return new Unfit("is not of the column's type");
  }
}
