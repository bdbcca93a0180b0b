package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.toolset.common.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what a node tells about its back-to-back calls, one at a time. The node has no paging and
 * no filter for them, so every reading goes through all.
 */
final class B2bReader {

  private B2bReader() {}

  /** Shows every session to the visitor, in the node's order; tells how many there are. */
  static MiResult<Integer> sessions(MiReads mi, Consumer<Session> visitor) {
    return mi.read(
        "b2b_list", new JsonObject(), json -> tuples(json, raw -> visitor.accept(Session.of(raw))));
  }

  /** Shows every entity to the visitor, in the node's order; tells how many there are. */
  static MiResult<Integer> entities(MiReads mi, Consumer<Entity> visitor) {
    return mi.read(
        "b2be_list", new JsonObject(), json -> each(json, raw -> visitor.accept(Entity.of(raw))));
  }

  /** {@return the session of that key, if the node has it} */
  static MiResult<Optional<Session>> session(MiReads mi, String key) {
    List<Session> found = new ArrayList<>(1);
    MiResult<Integer> read =
        sessions(
            mi,
            session -> {
              if (session.key().equals(key)) {
                found.add(session);
              }
            });
    return switch (read) {
      case MiResult.Success<Integer> _ -> new MiResult.Success<>(found.stream().findFirst());
      case MiResult.Failure<Integer>(MiError error) -> new MiResult.Failure<>(error);
    };
  }

  /** {@return the sessions that run a scenario} */
  static MiResult<List<Session>> ofScenario(MiReads mi, String scenario) {
    List<Session> found = new ArrayList<>();
    MiResult<Integer> read =
        sessions(
            mi,
            session -> {
              if (session.scenario().equals(scenario)) {
                found.add(session);
              }
            });
    return switch (read) {
      case MiResult.Success<Integer> _ -> new MiResult.Success<>(List.copyOf(found));
      case MiResult.Failure<Integer>(MiError error) -> new MiResult.Failure<>(error);
    };
  }

  private static int tuples(JsonReader reader, Consumer<JsonObject> visitor) throws IOException {
    int count = 0;
    reader.beginObject();
    while (reader.hasNext()) {
      if (reader.nextName().equals("Tuples") && reader.peek() == JsonToken.BEGIN_ARRAY) {
        count += each(reader, visitor);
      } else {
        reader.skipValue();
      }
    }
    reader.endObject();
    return count;
  }

  private static int each(JsonReader reader, Consumer<JsonObject> visitor) throws IOException {
    MiReader<JsonElement> tree = MiReader.tree();
    int count = 0;
    reader.beginArray();
    while (reader.hasNext()) {
      visitor.accept(Json.asObject(tree.read(reader)));
      count++;
    }
    reader.endArray();
    return count;
  }
}
