package dev.opensipsmcp.facts.compiler;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short ways to look into extracted JSON, in which most members may be missing. */
final class Json {
  private Json() {}

  static JsonElement read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return JsonParser.parseReader(reader);
    }
  }

  static List<JsonObject> objects(JsonElement array) {
    List<JsonObject> objects = new ArrayList<>();
    for (JsonElement element : array.getAsJsonArray()) {
      objects.add(element.getAsJsonObject());
    }
    return objects;
  }

  static List<JsonObject> objects(JsonObject owner, String member) {
    return objects(array(owner, member));
  }

  static List<String> strings(JsonObject owner, String member) {
    List<String> strings = new ArrayList<>();
    for (JsonElement element : array(owner, member)) {
      strings.add(element.getAsString());
    }
    return strings;
  }

  static JsonArray array(JsonObject owner, String member) {
    JsonElement value = owner.get(member);
    return value == null || value.isJsonNull() ? new JsonArray() : value.getAsJsonArray();
  }

  static JsonObject object(JsonObject owner, String member) {
    JsonElement value = owner.get(member);
    return value == null || value.isJsonNull() ? new JsonObject() : value.getAsJsonObject();
  }

  static String string(JsonObject owner, String member) {
    return optional(owner, member).orElse("");
  }

  static Optional<String> optional(JsonObject owner, String member) {
    JsonElement value = owner.get(member);
    return value == null || value.isJsonNull()
        ? Optional.empty()
        : Optional.of(value.getAsString());
  }

  static boolean is(JsonObject owner, String member) {
    JsonElement value = owner.get(member);
    return value != null && value.isJsonPrimitive() && value.getAsBoolean();
  }
}
