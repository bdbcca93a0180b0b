package dev.opensipsmcp.mi.internal.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.math.BigDecimal;

/** Builds trees, strictly: what is no JSON is refused, as gson's own lenient reading would not. */
public final class Trees {
  private static final int LONGEST_LONG = 18;
  private static final int LONGEST_NUMBER = 400;

  private Trees() {}

  /**
   * Reads one value.
   *
   * @param reader stands before it
   * @return the value
   * @throws IOException when it breaks off or is malformed
   */
  public static JsonElement read(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader);
      case BEGIN_ARRAY -> array(reader);
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(number(reader.nextString()));
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
          throw new MalformedJsonException("no value at " + reader.getPath());
    };
  }

  private static JsonObject object(JsonReader reader) throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      object.add(reader.nextName(), read(reader));
    }
    reader.endObject();
    return object;
  }

  private static JsonArray array(JsonReader reader) throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(read(reader));
    }
    reader.endArray();
    return array;
  }

  private static Number number(String text) throws IOException {
    int length = text.length();
    if (length > LONGEST_NUMBER) {
      throw new MalformedJsonException("a number of more than 400 digits");
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c != '-' && (c < '0' || c > '9')) {
        return new BigDecimal(text);
      }
    }
    return length <= LONGEST_LONG ? Long.valueOf(text) : new BigDecimal(text);
  }
}
