package dev.opensipsmcp.server.toolset.events;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** The tool {@code event_raise}. */
final class EventRaise {
  private static final String PARAMS = "params";

  private EventRaise() {}

  static Tool tool() {
    return Lever.change("event_raise", EventsToolset.NAME, "Raise an event by hand")
        .what("Raise an event on a node as if it had happened, for all who subscribed to it.")
        .useWhen("Use when receivers or the script's event routes are to be tried.")
        .notFor("Not for receiving events; use `event_wait`.")
        .returns("Returns the node's answer; the event goes out after it.")
        .risk(Risk.DISRUPTIVE)
        .notIdempotent()
        .effects(
            "Effects: every subscriber and the script's event route take it for real. It can't be"
                + " undone.")
        .summary("Raise {event}; all who subscribed take it for real.")
        .plans("Subscribers and the script's event route run.")
        .noUndo("It can't be undone: what receivers made of it stands.")
        .sends("raise_event", "core")
        .required(Target.EVENT, Target.EVENT_NAME)
        .local(Schema.optional(PARAMS, Schema.map("What it carries, texts or numbers by name")))
        .params((arguments, _) -> params(arguments))
        .examples(
            "Raise E_DISPATCHER_STATUS by hand to try the alarm",
            "Fake a threshold event with load 90",
            "Trigger a test event for our receiver")
        .tool();
  }

  /** A node takes parameters with names only as JSON within a text. */
  private static JsonObject params(Arguments arguments) {
    JsonObject sent = new JsonObject();
    sent.addProperty(Target.EVENT, arguments.text(Target.EVENT));
    if (arguments.has(PARAMS)) {
      JsonObject carried = new JsonObject();
      arguments
          .object(PARAMS)
          .entrySet()
          .forEach(entry -> carried.add(entry.getKey(), plain(entry.getValue())));
      sent.addProperty(PARAMS, carried.toString());
    }
    return sent;
  }

  private static JsonElement plain(JsonElement value) {
    return value instanceof JsonPrimitive primitive && !primitive.isBoolean()
        ? primitive
        : new JsonPrimitive(value.toString());
  }
}
