package dev.opensipsmcp.server.toolset.script;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.Optional;

/** The 32 global flags of module gflags, which a script reads as switches. */
final class GlobalFlags {
  private static final String SET = "gflags_set";
  private static final String RESET = "gflags_reset";
  private static final Schema MASK =
      Schema.integer("Sum of the flags' values: 1, 2, 4, 8 and so on").between(1, 4_294_967_295L);

  private GlobalFlags() {}

  static Tool get() {
    return Lever.read("gflags_get", ScriptToolset.NAME, "Global flags")
        .what("Get which of a node's global flags are set.")
        .useWhen("Use when the script takes a turn by a global flag.")
        .notFor("Not for variables; use `shv_list`.")
        .returns("Returns one object.")
        .sends("get_gflags", "gflags")
        .answer(
            Schema.object(
                "The flags",
                Schema.required("mask", Schema.integer("Sum of the values of those set")),
                Schema.optional("hex", Schema.text("The same, hexadecimal"))),
            (arguments, answer) -> new Outcome.Value(flags(answer)))
        .examples(
            "Which global flags are set?",
            "Is gflag 4 on?",
            "Show the bitmask of the gflags module")
        .aliases("get_gflags", "is_gflag")
        .tool();
  }

  static Tool set() {
    return draft(SET, "Set global flags")
        .what("Set global flags of a node, leaving the others as they are.")
        .useWhen("Use when a switch of the script should be on.")
        .notFor("Not for turning one off; use `gflags_reset`.")
        .sends("set_gflag", "gflags")
        .also("get_gflags", "gflags")
        .proof((arguments, after) -> Json.number(after, "set", 0) == mask(arguments))
        .inverse((arguments, before) -> other(RESET, mask(arguments) & ~set(before)))
        .summary("Set the global flags {mask}.")
        .effects("Effects: the script sees them at once. Undo: reset those that were not set.")
        .examples("Turn on global flag 2", "Set gflag bitmask 6", "Switch the script's flag on")
        .aliases("set_gflag")
        .tool();
  }

  static Tool reset() {
    return draft(RESET, "Reset global flags")
        .what("Reset global flags of a node, leaving the others as they are.")
        .useWhen("Use when a switch of the script should be off.")
        .notFor("Not for turning one on; use `gflags_set`.")
        .sends("reset_gflag", "gflags")
        .also("get_gflags", "gflags")
        .proof((arguments, after) -> Json.number(after, "set", -1) == 0)
        .inverse((arguments, before) -> other(SET, mask(arguments) & set(before)))
        .summary("Reset the global flags {mask}.")
        .effects("Effects: the script sees it at once. Undo: set those that were set.")
        .examples("Turn off global flag 4", "Clear gflag bitmask 6", "Switch the script's flag off")
        .aliases("reset_gflag")
        .tool();
  }

  private static ChangeDraft draft(String name, String title) {
    return Lever.change(name, ScriptToolset.NAME, title)
        .returns("Returns which of these flags were set before and are set after.")
        .local(Schema.required("mask", MASK))
        .params((arguments, before) -> Json.object("bitmask", Long.toString(mask(arguments))))
        .risk(Risk.REVERSIBLE)
        .state(GlobalFlags::state)
        .plans("In memory, until changed or restarted.")
        .noUndo("The flags are so already.");
  }

  private static MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("get_gflags", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject state = new JsonObject();
        state.addProperty("set", value(answer) & mask(arguments));
        yield new MiResult.Success<>(state);
      }
    };
  }

  private static JsonObject flags(JsonElement answer) {
    JsonObject flags = new JsonObject();
    flags.addProperty("mask", value(answer));
    Json.addText(flags, "hex", Json.text(Json.asObject(answer), "hex"));
    return flags;
  }

  private static long value(JsonElement answer) {
    return Json.number(Json.asObject(answer), "dec", 0);
  }

  private static long set(JsonObject state) {
    return Json.number(state, "set", 0);
  }

  private static long mask(Arguments arguments) {
    return arguments.json().get("mask").getAsLong();
  }

  private static Optional<Step> other(String tool, long mask) {
    JsonObject call = new JsonObject();
    call.addProperty("mask", mask);
    return mask == 0 ? Optional.empty() : Optional.of(new Step(tool, call));
  }
}
