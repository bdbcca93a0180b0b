package dev.opensipsmcp.lab.internal.rpc;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request as OpenSIPS reads it: leniently, the first JSON value only. */
public sealed interface Incoming {

  /** No JSON at all. */
  record NotJson() implements Incoming {}

  /** An array of requests, which OpenSIPS does not know and which ends some of its processes. */
  record Batch() implements Incoming {}

  /** JSON whose id can't be echoed: OpenSIPS fails inside. */
  record BadId() implements Incoming {}

  /**
   * JSON that is no call.
   *
   * @param id the id to answer under
   */
  record NotCall(JsonElement id) implements Incoming {}

  /**
   * A call.
   *
   * @param method the command's name as sent
   * @param params the parameters
   * @param id the id to answer under; a notification has none
   */
  record Call(String method, Params params, Optional<JsonElement> id) implements Incoming {}

  /**
   * Reads a request. Recorded on 3.6 and 4.0: member names in any case, text after the first value
   * ignored, a byte order mark refused, numbers as ids cut to 32-bit integers.
   *
   * @param text the request's text
   * @return what it is
   */
  static Incoming read(String text) {
    if (text.startsWith("\ufeff")) {
      return new NotJson();
    }
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      return switch (reader.peek()) {
        case BEGIN_ARRAY -> {
          Json.read(reader);
          yield new Batch();
        }
        case BEGIN_OBJECT -> members(reader);
        case STRING, NUMBER, BOOLEAN, NULL -> new NotCall(JsonNull.INSTANCE);
        case END_ARRAY, END_OBJECT, END_DOCUMENT, NAME -> new NotJson();
      };
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      return new NotJson();
    }
  }

  private static Incoming members(JsonReader reader) throws IOException {
    List<Json.Member> members = new ArrayList<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName().toLowerCase(Locale.ROOT);
      boolean named = name.equals("params") && reader.peek() == JsonToken.BEGIN_OBJECT;
      members.add(
          named
              ? new Json.Member(name, JsonNull.INSTANCE, Optional.of(Json.members(reader)))
              : new Json.Member(name, Json.read(reader), Optional.empty()));
    }
    reader.endObject();
    return call(members);
  }

  private static Incoming call(List<Json.Member> members) {
    Optional<JsonElement> id = Json.find(members, "id").map(Json.Member::value);
    if (id.isPresent() && !echoable(id.get())) {
      return new BadId();
    }
    Optional<JsonElement> echo = id.map(Incoming::echo);
    Optional<String> method = Json.find(members, "method").flatMap(Json.Member::text);
    Optional<Params> params = Params.of(Json.find(members, "params"));
    boolean version2 =
        Json.find(members, "jsonrpc").flatMap(Json.Member::text).filter("2.0"::equals).isPresent();
    if (!version2 || method.isEmpty() || params.isEmpty()) {
      return new NotCall(echo.orElse(JsonNull.INSTANCE));
    }
    return new Call(method.get(), params.get(), echo);
  }

  private static boolean echoable(JsonElement id) {
    return id.isJsonNull()
        || (id instanceof JsonPrimitive primitive
            && (primitive.isString() || primitive.isNumber()));
  }

  private static JsonElement echo(JsonElement id) {
    return id instanceof JsonPrimitive primitive && primitive.isNumber()
        ? new JsonPrimitive((int) primitive.getAsDouble())
        : id;
  }
}
