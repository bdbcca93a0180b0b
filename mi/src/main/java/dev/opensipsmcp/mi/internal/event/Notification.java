package dev.opensipsmcp.mi.internal.event;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.opensipsmcp.mi.internal.wire.Trees;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A JSON-RPC notification as nodes send it.
 *
 * @param method the event's name
 * @param params what it carries, or JSON null
 * @param id set by nodes whose stream is in reliable mode: they wait for an answer
 */
record Notification(String method, JsonElement params, Optional<JsonElement> id) {

  /** {@return the notification; empty when the bytes are none} */
  static Optional<Notification> decode(byte[] bytes, int from, int length) {
    try (JsonReader json =
        new JsonReader(
            new InputStreamReader(
                new ByteArrayInputStream(bytes, from, length), StandardCharsets.UTF_8))) {
      return read(json);
    } catch (IOException | IllegalStateException | NumberFormatException | StackOverflowError no) {
      return Optional.empty();
    }
  }

  /** Values without names all have the empty name on 4.0, and are an array before. */
  private static JsonElement params(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      return Trees.read(json);
    }
    JsonObject object = new JsonObject();
    JsonArray nameless = new JsonArray();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      JsonElement value = Trees.read(json);
      if (name.isEmpty()) {
        nameless.add(value);
      }
      object.add(name, value);
    }
    json.endObject();
    return nameless.size() > 1 && object.size() == 1 ? nameless : object;
  }

  private static Optional<Notification> read(JsonReader json) throws IOException {
    String method = "";
    JsonElement params = JsonNull.INSTANCE;
    Optional<JsonElement> id = Optional.empty();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "method" -> method = json.nextString();
        case "params" -> params = params(json);
        case "id" -> id = Optional.of(Trees.read(json)).filter(JsonElement::isJsonPrimitive);
        default -> json.skipValue();
      }
    }
    json.endObject();
    boolean whole = json.peek() == JsonToken.END_DOCUMENT;
    return method.isEmpty() || !whole
        ? Optional.empty()
        : Optional.of(new Notification(method, params, id));
  }
}
