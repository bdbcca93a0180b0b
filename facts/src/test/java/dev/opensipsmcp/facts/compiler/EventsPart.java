package dev.opensipsmcp.facts.compiler;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Writes {@code events.tsv}; every event that a running node listed must be declared somewhere. */
final class EventsPart {
  private EventsPart() {}

  static String of(JsonObject core, JsonElement modules, JsonObject live) {
    Lines lines = new Lines();
    add(lines, "core", core);
    for (JsonObject module : Json.objects(modules)) {
      add(lines, Json.string(module, "name"), module);
    }
    String text = lines.sorted();
    for (JsonObject event : Json.objects(live, "events")) {
      if (!("\n" + text).contains("\n" + Json.string(event, "name") + "\t")) {
        throw new IllegalArgumentException(
            "A node listed an event that nothing declares: " + event);
      }
    }
    return text;
  }

  private static void add(Lines lines, String module, JsonObject owner) {
    for (JsonObject event : Json.objects(owner, "events")) {
      lines.add(Json.string(event, "name"), module, Lines.words(Json.strings(event, "params")));
    }
  }
}
