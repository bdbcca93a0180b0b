package dev.opensipsmcp.lab.internal.rpc;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads JSON without losing what OpenSIPS sees: members that occur twice stay two. */
final class Json {

  /**
   * A member of an object.
   *
   * @param name its name
   * @param value its value
   * @param inner its members, where they were read one by one
   */
  record Member(String name, JsonElement value, Optional<List<Member>> inner) {
    Optional<String> text() {
      return value instanceof JsonPrimitive primitive && primitive.isString()
          ? Optional.of(primitive.getAsString())
          : Optional.empty();
    }
  }

  private Json() {}

  static Optional<Member> find(List<Member> members, String name) {
    for (Member member : members) {
      if (member.name().equals(name)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  static List<Member> members(JsonReader reader) throws IOException {
    List<Member> members = new ArrayList<>();
    reader.beginObject();
    while (reader.hasNext()) {
      members.add(new Member(reader.nextName(), read(reader), Optional.empty()));
    }
    reader.endObject();
    return members;
  }

  static JsonElement read(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        JsonObject object = new JsonObject();
        members(reader).forEach(member -> object.add(member.name(), member.value()));
        yield object;
      }
      case BEGIN_ARRAY -> {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
          array.add(read(reader));
        }
        reader.endArray();
        yield array;
      }
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(new BigDecimal(reader.nextString()));
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      case END_ARRAY, END_OBJECT, END_DOCUMENT, NAME -> throw new IOException("a value is missing");
    };
  }
}
