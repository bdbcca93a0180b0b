package dev.opensipsmcp.server.toolset.store;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.StateRead;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.Map;
import java.util.Optional;

/**
 * The stored settings of module config (since 3.6), which the script reads. A node asked to flush a
 * setting that it does not have ends (3.6.8's source), so that is looked up first.
 */
final class Settings {
  private static final Schema NAME = Schema.text("The setting's name").longest(255);
  private static final StateRead ONE =
      States.row(
          "config_list",
          arguments -> described(),
          "[]",
          (row, arguments) -> row.text("name").equals(arguments.text("name")),
          Map.of("value", "value", "description", "description"));

  private Settings() {}

  private static JsonObject described() {
    JsonObject params = new JsonObject();
    params.addProperty("description", 1);
    return params;
  }

  static Tool list() {
    return Lever.read("config_list", StoreToolset.NAME, "Stored settings")
        .what("List the settings that module config gives to the script (since 3.6).")
        .useWhen("Use when the script's behaviour hangs on a stored setting.")
        .notFor("Not for shared variables; use `shv_list`.")
        .returns("Returns a page of rows, as in memory.")
        .sends("config_list", "config")
        .constant("description", 1)
        .local(Schema.optional("name", Schema.text("Part of the name").longest(255)))
        .rows("[]")
        .column("name", "name", Schema.text("Name"))
        .column("value", "value", Schema.text("Value; absent is null"))
        .column("description", "description", Schema.text("What it is for"))
        .filter(Filter.part("name", "name"))
        .examples(
            "Which settings does the script read from module config?",
            "What is the stored setting feature?",
            "Show the runtime configuration values")
        .tool();
  }

  static Tool push() {
    return Lever.change("config_push", StoreToolset.NAME, "Set a stored setting")
        .what("Push a value into one stored setting, in memory (since 3.6).")
        .useWhen("Use when the script should behave otherwise without a restart.")
        .notFor("Not for writing it to the database; use `config_flush` afterwards.")
        .returns("Returns the setting before and after.")
        .sends("config_push", "config")
        .also("config_list", "config")
        .required("name", NAME)
        .optional("value", Schema.text("New value; null when absent").longest(600))
        .optional("description", Schema.text("What it is for; kept when absent").longest(600))
        .risk(Risk.REVERSIBLE)
        .state(ONE)
        .params(Settings::params)
        .proof((arguments, after) ->
            Json.text(after, "value").equals(arguments.maybeText("value").orElse("")))
        .inverse(Settings::back)
        .summary("Set the stored setting {name} to {value}.")
        .plans("The script reads the new value at once; the database keeps the old one.")
        .effects("Effects: in memory at once. Undo: push the old value; a new name stays.")
        .noUndo("MI can't remove a setting; config_reload drops what was not flushed.")
        .examples(
            "Set the stored setting feature to off",
            "Change a runtime setting of the script",
            "Push a new value for limit")
        .aliases("config_set")
        .tool();
  }

  private static JsonObject params(Arguments arguments, JsonObject before) {
    JsonObject params = Json.object("name", arguments.text("name"));
    arguments.maybeText("value").ifPresent(value -> params.addProperty("value", value));
    if (arguments.has("value")) {
      arguments.maybeText("description").ifPresent(text -> params.addProperty("description", text));
    }
    return params;
  }

  private static Optional<Step> back(Arguments arguments, JsonObject before) {
    if (!States.exists(before)) {
      return Optional.empty();
    }
    JsonObject call = Json.object("name", arguments.text("name"));
    Json.addText(call, "value", Json.text(before, "value"));
    if (arguments.has("description")) {
      Json.addText(call, "description", Json.text(before, "description"));
    }
    return Optional.of(new Step("config_push", call));
  }

  static Tool flush() {
    return Lever.change("config_flush", StoreToolset.NAME, "Save stored settings")
        .what("Flush stored settings from memory to their database table (since 3.6).")
        .useWhen("Use when pushed values should outlive a reload or a restart.")
        .notFor("Not for setting a value; use `config_push`.")
        .returns("Returns how many settings were written.")
        .sends("config_flush", "config")
        .also("config_list", "config")
        .optional("name", Schema.text("Only this setting; all when absent").longest(255))
        .risk(Risk.REVERSIBLE)
        .state(Settings::named)
        .mustExist("List them with config_list.")
        .summary("Write the stored settings to their table.")
        .plans("The rows of the table are overwritten with what is in memory.")
        .effects("Effects: in the database. Undo: push the old values and flush again.")
        .noUndo("Push the old values and flush again.")
        .examples(
            "Save the pushed settings to the database",
            "Make the runtime settings permanent",
            "Flush setting feature to its table")
        .tool();
  }

  private static MiResult<JsonObject> named(Arguments arguments, ReadPorts ports) {
    if (arguments.has("name")) {
      return ONE.read(arguments, ports);
    }
    return switch (ports.mi().read("config_list", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject all = new JsonObject();
        all.add("settings", Json.asObject(answer));
        yield new MiResult.Success<>(all);
      }
    };
  }

  static Tool reload() {
    return Lever.change("config_reload", StoreToolset.NAME, "Reload stored settings")
        .what("Reload the stored settings from their database table (since 3.6).")
        .useWhen("Use when the table changed, or pushed values should go.")
        .notFor("Not for opensips.cfg; use `routes_reload`.")
        .returns("Returns the settings before and after.")
        .sends("config_reload", "config")
        .also("config_list", "config")
        .risk(Risk.REVERSIBLE)
        .state(Settings::named)
        .summary("Read the stored settings from their table.")
        .plans("What was pushed and not flushed is lost.")
        .effects("Effects: in memory at once; pushed values are lost. Undo: push them again.")
        .noUndo("Push the lost values again; the result has them.")
        .examples(
            "Reload the settings of module config",
            "Throw away pushed settings that were not saved",
            "The config table changed, take it over")
        .tool();
  }
}
