package dev.opensipsmcp.db.internal.backup;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.backup.ColumnKind;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row as a line: an array with a value for each column. A value of another kind than its
 * column's, which SQLite allows, stands in an object of one member that names the kind.
 */
final class Lines {
  private Lines() {}

  static void write(JsonWriter json, Value[] cells, List<ColumnKind> kinds) throws IOException {
    json.beginArray();
    for (int at = 0; at < cells.length; at++) {
      Value value = cells[at];
      Optional<ColumnKind> own = kind(value);
      if (own.isEmpty() || fits(own.get(), kinds.get(at))) {
        bare(json, value);
      } else {
        json.beginObject().name(own.get().label());
        bare(json, value);
        json.endObject();
      }
    }
    json.endArray();
  }

  private static boolean fits(ColumnKind own, ColumnKind column) {
    return own == column || (own == ColumnKind.WHOLE && column == ColumnKind.DECIMAL);
  }

  private static Optional<ColumnKind> kind(Value value) {
    return switch (value) {
      case Value.Null _ -> Optional.empty();
      case Value.Text _ -> Optional.of(ColumnKind.TEXT);
      case Value.Whole _ -> Optional.of(ColumnKind.WHOLE);
      case Value.Real _ -> Optional.of(ColumnKind.DECIMAL);
      case Value.Moment _ -> Optional.of(ColumnKind.TIME);
      case Value.Bytes _ -> Optional.of(ColumnKind.BYTES);
    };
  }

  private static void bare(JsonWriter json, Value value) throws IOException {
    switch (value) {
      case Value.Null _ -> json.nullValue();
      case Value.Text(String text) -> json.value(text);
      case Value.Whole(BigInteger number) -> json.value(number);
      case Value.Real(BigDecimal number) -> json.value(number);
      case Value.Moment(LocalDateTime time) -> json.value(time.toString());
      case Value.Bytes bytes -> json.value(Base64.getEncoder().encodeToString(bytes.bytes()));
    }
  }

  /**
   * {@return the row of a line}
   *
   * @throws IOException when the line is none; the message holds nothing of it
   */
  static Value[] read(String line, List<ColumnKind> kinds) throws IOException {
    Value[] cells = new Value[kinds.size()];
    try (JsonReader json = new JsonReader(new StringReader(line))) {
      json.setStrictness(Strictness.STRICT);
      json.beginArray();
      for (int at = 0; at < cells.length; at++) {
        cells[at] = value(json, kinds.get(at));
      }
      json.endArray();
    } catch (IllegalStateException | IllegalArgumentException | DateTimeException _) {
      throw new IOException("A line is not what its table's columns are");
    }
    return cells;
  }

  private static Value value(JsonReader json, ColumnKind kind) throws IOException {
    JsonToken next = json.peek();
    if (next == JsonToken.NULL) {
      json.nextNull();
      return Value.NULL;
    }
    if (next == JsonToken.BEGIN_OBJECT) {
      json.beginObject();
      ColumnKind own = ColumnKind.valueOf(json.nextName().toUpperCase(Locale.ROOT));
      Value value = bare(json.nextString(), own);
      json.endObject();
      return value;
    }
    return bare(json.nextString(), kind);
  }

  private static Value bare(String text, ColumnKind kind) {
    return switch (kind) {
      case WHOLE -> new Value.Whole(new BigInteger(text));
      case DECIMAL -> number(new BigDecimal(text));
      case TEXT -> Value.of(text);
      case BYTES -> Value.of(Base64.getDecoder().decode(text));
      case TIME -> new Value.Moment(LocalDateTime.parse(text));
    };
  }

  private static Value number(BigDecimal number) {
    return number.scale() <= 0 ? new Value.Whole(number.toBigInteger()) : new Value.Real(number);
  }
}
