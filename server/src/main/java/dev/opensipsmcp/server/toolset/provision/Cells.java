package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/**
 * Turns arguments into what a column holds, and back. A value that does not fit is refused here, so
 * that every kind of database refuses the same.
 */
final class Cells {
  private static final int TEXT_BYTES = 65_535;

  private Cells() {}

  /** {@return what the column is to hold} */
  static Parsed<Value> value(Column column, JsonElement given) {
    if (given.isJsonNull()) {
      return column.nullable()
          ? new Parsed.Good<>(Value.NULL)
          : wrong(column, "can't be empty", "Give a value, or leave the argument out.");
    }
    if (!(given instanceof JsonPrimitive primitive)) {
      return wrong(column, "is one value, not a list or an object", "Give a text or a number.");
    }
    String text = primitive.getAsString();
    return switch (column.type()) {
      case STRING, TEXT -> text(column, text);
      case BINARY -> text(column, text).map(_ -> Value.of(text.getBytes(StandardCharsets.UTF_8)));
      case CHAR, SHORT, INT, LONG -> whole(column, text, signedBits(column));
      case UNSIGNED_SHORT, UNSIGNED_INT, UNSIGNED_LONG -> whole(column, text, unsignedBits(column));
      case FLOAT, DOUBLE -> real(column, text);
      case DATETIME -> moment(column, text);
    };
  }

  private static Parsed<Value> text(Column column, String text) {
    if (text.indexOf('\0') >= 0) {
      return wrong(column, "can't hold a NUL character", "Take it out.");
    }
    boolean broken = text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff);
    if (broken) {
      return wrong(column, "holds half of a character", "Send whole Unicode characters.");
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    boolean counted = column.type() == Column.Type.STRING;
    if (counted && text.endsWith(" ")) {
      // OpenSIPS makes these columns CHAR there, which fills up with blanks and forgets them.
      return wrong(column, "can't end in a blank, which MariaDB and MySQL drop", "Take it off.");
    }
    long most = column.size() > 0 ? column.size() : TEXT_BYTES;
    long is = counted ? text.codePointCount(0, text.length()) : bytes;
    return is <= most
        ? new Parsed.Good<>(Value.of(text))
        : wrong(
            column,
            "takes at most " + most + (counted ? " characters" : " bytes") + ", not " + is,
            "Shorten it.");
  }

  private static int signedBits(Column column) {
    return switch (column.type()) {
      case CHAR -> 7;
      case SHORT -> 15;
      case LONG -> 63;
      default -> 31;
    };
  }

  private static int unsignedBits(Column column) {
    return switch (column.type()) {
      case UNSIGNED_SHORT -> 16;
      case UNSIGNED_LONG -> 64;
      default -> 32;
    };
  }

  private static Parsed<Value> whole(Column column, String text, int bits) {
    boolean unsigned = bits % 2 == 0;
    try {
      BigInteger number = new BigDecimal(text.strip()).toBigIntegerExact();
      boolean fits =
          unsigned
              ? number.signum() >= 0 && number.bitLength() <= bits
              : number.bitLength() <= bits;
      return fits
          ? new Parsed.Good<>(new Value.Whole(number))
          : wrong(
              column,
              "is beyond what it holds: "
                  + (unsigned ? "0" : "-" + BigInteger.TWO.pow(bits))
                  + " to "
                  + BigInteger.TWO.pow(bits).subtract(BigInteger.ONE),
              "Give a number in that range.");
    } catch (ArithmeticException | NumberFormatException _) {
      return wrong(column, "is a whole number", "Give one.");
    }
  }

  private static Parsed<Value> real(Column column, String text) {
    try {
      return new Parsed.Good<>(new Value.Real(new BigDecimal(text.strip())));
    } catch (NumberFormatException _) {
      return wrong(column, "is a number", "Give one, with a point for the fraction.");
    }
  }

  private static Parsed<Value> moment(Column column, String text) {
    try {
      return new Parsed.Good<>(
          new Value.Moment(LocalDateTime.parse(text.strip().replace(' ', 'T'))));
    } catch (DateTimeParseException _) {
      return wrong(
          column,
          "is a time of the node's clock",
          "Write it as 2026-11-20T08:00:00, without a zone.");
    }
  }

  private static <T> Parsed<T> wrong(Column column, String what, String next) {
    return new Parsed.Bad<>(
        ToolError.ARGUMENTS_WRONG.failure("Column " + column.name() + " " + what + ".", next));
  }

  /** {@return the value as JSON} */
  static JsonElement json(Value value) {
    return switch (value) {
      case Value.Null _ -> JsonNull.INSTANCE;
      case Value.Text(String text) -> new JsonPrimitive(text);
      case Value.Whole(BigInteger number) -> new JsonPrimitive(number);
      case Value.Real(BigDecimal number) -> new JsonPrimitive(number);
      case Value.Moment(LocalDateTime time) -> new JsonPrimitive(time.toString());
      case Value.Bytes bytes -> new JsonPrimitive(characters(bytes.bytes()));
    };
  }

  /** Certificates are letters in a column of bytes. */
  private static String characters(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean plain = text.chars().allMatch(c -> (c >= ' ' && c != 0xfffd) || c == '\n' || c == '\r');
    return plain ? text : Base64.getEncoder().encodeToString(bytes);
  }
}
