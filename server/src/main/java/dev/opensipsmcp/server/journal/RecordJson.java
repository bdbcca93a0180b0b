package dev.opensipsmcp.server.journal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Step;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes and reads the journal's lines. Each says one thing about one change. */
final class RecordJson {
  private static final String KIND = "kind";
  private static final String ID = "id";

  private RecordJson() {}

  static String begun(ChangeRecord change) {
    JsonObject json = line("begun", change.id());
    json.addProperty("at", change.at().toString());
    json.addProperty("instance", change.instance());
    json.addProperty("subject", change.subject());
    json.addProperty("role", change.role());
    json.addProperty("summary", change.summary());
    json.add("before", change.restore().before());
    json.add("made", step(change.restore().made()));
    json.add("inverse", step(change.restore().inverse()));
    change.reverts().ifPresent(id -> json.addProperty("reverts", id));
    return json.toString();
  }

  static String done(String id, Optional<JsonObject> after) {
    JsonObject json = line("done", id);
    after.ifPresent(state -> json.add("after", state));
    return json.toString();
  }

  static String ended(String id, ChangeRecord.Status status) {
    return line(status.name(), id).toString();
  }

  static String reverted(String id, String by) {
    JsonObject json = line("reverted", id);
    json.addProperty("by", by);
    return json.toString();
  }

  /** Takes what a line says into the changes; a line that is no such is passed over. */
  static void take(String line, Map<String, ChangeRecord> changes) {
    try {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      String id = json.get(ID).getAsString();
      switch (json.get(KIND).getAsString()) {
        case "begun" -> changes.put(id, begun(id, json));
        case "done" ->
            changes.computeIfPresent(id, (_, change) -> change.done(object(json, "after")));
        case "reverted" ->
            changes.computeIfPresent(
                id, (_, change) -> change.takenBack(json.get("by").getAsString()));
        case "FAILED" ->
            changes.computeIfPresent(id, (_, change) -> change.ended(ChangeRecord.Status.FAILED));
        case "UNKNOWN" ->
            changes.computeIfPresent(id, (_, change) -> change.ended(ChangeRecord.Status.UNKNOWN));
        default -> {}
      }
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException
        | DateTimeException _) {
      // A line cut off by a crash, or of a later release.
    }
  }

  private static ChangeRecord begun(String id, JsonObject json) {
    return new ChangeRecord(
        id,
        Instant.parse(json.get("at").getAsString()),
        json.get("instance").getAsString(),
        json.get("subject").getAsString(),
        json.get("role").getAsString(),
        json.get("summary").getAsString(),
        new Restore(
            json.getAsJsonObject("before"),
            step(json.getAsJsonObject("made")),
            step(json.getAsJsonObject("inverse"))),
        ChangeRecord.Status.BEGUN,
        Optional.empty(),
        Optional.ofNullable(json.get("reverts")).map(JsonElement::getAsString),
        Optional.empty());
  }

  private static Optional<JsonObject> object(JsonObject json, String name) {
    return json.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  private static JsonObject step(Step step) {
    JsonObject json = new JsonObject();
    json.addProperty("tool", step.tool());
    json.add("arguments", step.arguments());
    return json;
  }

  private static Step step(JsonObject json) {
    return new Step(json.get("tool").getAsString(), json.getAsJsonObject("arguments"));
  }

  private static JsonObject line(String kind, String id) {
    JsonObject json = new JsonObject();
    json.addProperty(KIND, kind);
    json.addProperty(ID, id);
    return json;
  }
}
