package dev.opensipsmcp.server.toolset.script;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
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
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The variables that all of a node's processes share, {@code $shv} in the script. */
final class SharedVariables {
  private static final int PAGE = 100;

  private SharedVariables() {}

  static Tool list() {
    return Lever.read("shv_list", ScriptToolset.NAME, "Shared variables")
        .what("List the variables that all processes of a node share, with their values.")
        .useWhen("Use when the script takes a turn by a shared variable.")
        .notFor("Not for variables of a call; use `dlg_get`.")
        .returns("Returns a page of rows.")
        .sends("shv_get", "cfgutils")
        .local(Schema.optional("name", Schema.text("Part of the name").longest(64)))
        .rows("[]")
        .page(PAGE)
        .column("name", "name", Schema.text("Name"))
        .column("type", "type", Schema.text("string or integer"))
        .column("value", "value", Schema.any("Value"))
        .examples(
            "Which shared variables does the node have?",
            "What is $shv(debug) set to?",
            "Show all shv values")
        .aliases("shv_get")
        .tool(SharedVariables::all);
  }

  private static Outcome all(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("shv_get", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        List<JsonObject> rows = new ArrayList<>();
        collect(answer, rows);
        rows.removeIf(row -> !Filter.part("name", "name").passes(row, arguments));
        yield Paging.page(rows, arguments, PAGE, List.of());
      }
    };
  }

  /** Recorded: a list within a list. */
  private static void collect(JsonElement answer, List<JsonObject> rows) {
    switch (answer) {
      case JsonArray array -> array.forEach(element -> collect(element, rows));
      case JsonObject variable -> rows.add(variable);
      default -> {
        // No variable.
      }
    }
  }

  static Tool set() {
    return Lever.change("shv_set", ScriptToolset.NAME, "Set a shared variable")
        .what("Set a variable that all processes of a node share.")
        .useWhen("Use when the script should take another turn by a shared variable.")
        .notFor("Not for a variable of a call; use `dlg_push_var`.")
        .returns("Returns the variable before and after.")
        .sends("shv_set", "cfgutils")
        .also("shv_get", "cfgutils")
        .required("name", Schema.text("Name, without $shv").longest(64))
        .required("value", Schema.text("New value, not empty").longest(600))
        .optional(
            "type",
            Schema.text("What the script compares it as").oneOf("str", "int").byDefault("str"))
        .risk(Risk.REVERSIBLE)
        .state(SharedVariables::variable)
        .params(SharedVariables::params)
        .proof(
            (arguments, after) -> Json.text(after, "value").equals(arguments.text("value").strip()))
        .inverse(SharedVariables::back)
        .summary("Set $shv({name}) to {value}.")
        .plans("The script sees the new value at once; a name that is not there is made.")
        .effects("Effects: in memory at once. Undo: set the old value; a new name stays.")
        .noUndo("MI can't remove a shared variable; it ends with the node.")
        .examples(
            "Set $shv(debug) to 1",
            "Change a shared variable of the script",
            "Switch the script's maintenance variable on")
        .tool();
  }

  private static MiResult<JsonObject> variable(Arguments arguments, ReadPorts ports) {
    return States.absent(
        switch (ports.mi().read("shv_get", Json.object("name", arguments.text("name")))) {
          case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
          case MiResult.Success<JsonElement>(JsonElement answer) ->
              new MiResult.Success<>(Json.object(Json.asObject(answer), "VAR"));
        });
  }

  private static JsonObject params(Arguments arguments, JsonObject before) {
    JsonObject params = Json.object("name", arguments.text("name"));
    params.addProperty("type", arguments.maybeText("type").orElse("str"));
    params.add("value", new JsonPrimitive(arguments.text("value")));
    return params;
  }

  private static Optional<Step> back(Arguments arguments, JsonObject before) {
    if (!before.has("value")) {
      return Optional.empty();
    }
    JsonObject call = Json.object("name", arguments.text("name"));
    call.addProperty("value", Json.text(before, "value"));
    call.addProperty("type", Json.text(before, "type").equals("integer") ? "int" : "str");
    return Optional.of(new Step("shv_set", call));
  }
}
