package dev.opensipsmcp.server.toolset.mi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads the beginning of a JSON value of any size: whole if it is small, cut where it is not. */
final class BoundedJson {
  private final int limit;
  private int read;

  private BoundedJson(int limit) {
    this.limit = limit;
  }

  /**
   * What was read.
   *
   * @param value the value, or its beginning
   * @param whole whether nothing is missing
   */
  record Beginning(JsonElement value, boolean whole) {}

  /**
   * {@return the value that the reader stands before}
   *
   * @param reader abandoned in the middle when the value is too long
   * @param limit characters to keep, roughly
   */
  static Beginning read(JsonReader reader, int limit) throws IOException {
    BoundedJson bounded = new BoundedJson(limit);
    JsonElement value = bounded.value(reader);
    return new Beginning(value, !bounded.full());
  }

  private boolean full() {
    return read > limit;
  }

  private JsonElement value(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader);
      case BEGIN_ARRAY -> array(reader);
      case STRING -> text(reader.nextString());
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> counted(new JsonPrimitive(reader.nextBoolean()), 5);
      case NULL -> {
        reader.nextNull();
        yield counted(JsonNull.INSTANCE, 4);
      }
      case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
          throw new IOException("a JSON value is missing");
    };
  }

  private JsonElement object(JsonReader reader) throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (!full() && reader.hasNext()) {
      String name = reader.nextName();
      read += name.length() + 4;
      object.add(name, value(reader));
    }
    if (!full()) {
      reader.endObject();
    }
    return object;
  }

  private JsonElement array(JsonReader reader) throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (!full() && reader.hasNext()) {
      array.add(value(reader));
    }
    if (!full()) {
      reader.endArray();
    }
    return array;
  }

  private JsonElement text(String text) {
    return counted(new JsonPrimitive(text), text.length() + 3);
  }

  private JsonElement number(String digits) {
    return counted(new JsonPrimitive(new BigDecimal(digits)), digits.length() + 1);
  }

  private JsonElement counted(JsonElement element, int characters) {
    read += characters;
    return element;
  }
}
