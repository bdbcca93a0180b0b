package dev.opensipsmcp.server.audit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds intents that no outcome followed. */
final class OpenIntents {
  private OpenIntents() {}

  /** The intents left open by processes that are gone, in order. */
  static List<JsonObject> ofDeadProcesses(Path path, long size) throws IOException {
    Map<String, JsonObject> open = new LinkedHashMap<>();
    try (ForwardLines lines = new ForwardLines(path, size)) {
      Optional<String> line = lines.next();
      while (line.isPresent()) {
        note(line.get(), open);
        line = lines.next();
      }
    }
    List<JsonObject> interrupted = new ArrayList<>();
    for (JsonObject intent : open.values()) {
      Optional<ProcessMark> process = ProcessMark.parse(Matching.text(intent, "process"));
      if (process.isEmpty() || !process.get().alive()) {
        interrupted.add(intent);
      }
    }
    return interrupted;
  }

  /** {@return the event that closes an interrupted intent} */
  static AuditEvent recovered(JsonObject intent) {
    JsonObject fields = new JsonObject();
    for (String name : List.of("subject", "tool", "instance")) {
      if (intent.has(name)) {
        fields.add(name, intent.get(name));
      }
    }
    fields.addProperty("outcome", "OUTCOME_UNKNOWN");
    fields.addProperty("detail", "The process ended before it could tell how the change ended");
    return new AuditEvent(AuditEvent.Kind.RECOVERED, Matching.text(intent, "id"), fields);
  }

  private static void note(String line, Map<String, JsonObject> open) {
    if (isRead(line)) {
      return;
    }
    try {
      JsonObject event = JsonParser.parseString(line).getAsJsonObject();
      switch (Matching.text(event, "event")) {
        case "intent" -> open.put(Matching.text(event, "id"), event);
        case "outcome", "recovered" -> open.remove(Matching.text(event, "id"));
        default -> {}
      }
    } catch (JsonParseException | IllegalStateException e) {
      // A damaged line is reported by the check of the chain; the others still count here.
    }
  }

  /** Most lines are reads, and need no parsing. The first {@code event} of a line is its own. */
  private static boolean isRead(String line) {
    String event = "\"event\":\"";
    int at = line.indexOf(event);
    return at >= 0 && line.startsWith("read\"", at + event.length());
  }
}
