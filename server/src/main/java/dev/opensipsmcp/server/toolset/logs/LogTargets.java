package dev.opensipsmcp.server.toolset.logs;

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
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a node's log lines go: standard error, syslog and events. OpenSIPS calls them consumers.
 */
final class LogTargets {
  private static final List<String> TARGETS = List.of("stderror", "syslog", "event");
  private static final String FILTER = "Log level filter";
  private static final String MUTE = "mute state";
  private static final Schema TARGET =
      Schema.text("Where lines go").oneOf("stderror", "syslog", "event");

  private LogTargets() {}

  static Tool list() {
    return Lever.read("log_get_consumers", LogsToolset.NAME, "Where log lines go")
        .what("Get where a node's log lines go: which targets are muted, and their levels.")
        .useWhen("Use when syslog or standard error stays silent.")
        .notFor("Not for the levels of processes; use `log_get_levels`.")
        .returns("Returns a page of rows, one per target.")
        .sends("log_mute_state", "core")
        .also("log_level_filter", "core")
        .rows("[]")
        .column("consumer", "consumer", Schema.text("stderror, syslog or event"))
        .column("muted", "muted", Schema.flag("Gets nothing"))
        .column("level", "level", Schema.integer("Gets lines up to it; 0 for all"))
        .examples(
            "Does OpenSIPS log to syslog?",
            "Which log targets are muted?",
            "Where do the node's log messages go?")
        .tool(LogTargets::targets);
  }

  private static Outcome targets(Arguments arguments, ReadPorts ports) {
    List<JsonObject> rows = new ArrayList<>();
    for (String target : TARGETS) {
      JsonObject of = Json.object("consumer", target);
      JsonObject row = Json.object("consumer", target);
      if (ports.mi().read("log_mute_state", of)
          instanceof MiResult.Success<JsonElement>(JsonElement answer)) {
        row.addProperty("muted", Json.number(Json.asObject(answer), MUTE, 0) != 0);
      }
      switch (ports.mi().read("log_level_filter", of)) {
        case MiResult.Success<JsonElement>(JsonElement answer) -> {
          row.addProperty("level", Json.number(Json.asObject(answer), FILTER, 0));
          rows.add(row);
        }
        case MiResult.Failure<JsonElement>(MiError.Refused _) -> {
          // This node has no such target.
        }
        case MiResult.Failure<JsonElement>(MiError error) -> {
          return Outcome.Failure.of(error);
        }
      }
    }
    return Paging.page(rows, arguments, TARGETS.size(), List.of());
  }

  static Tool setFilter() {
    return Lever.change("log_set_filter", LogsToolset.NAME, "Level of a log target")
        .what("Set the level up to which one log target gets lines.")
        .useWhen("Use when syslog should get less than standard error, or the other way round.")
        .notFor("Not for what is logged at all; use `log_set_level`.")
        .returns("Returns the level before and after.")
        .sends("log_level_filter", "core")
        .required("consumer", TARGET)
        .required(
            "level",
            "level_filter",
            Schema.integer("-3 alert to 4 debug; 0 for all that is logged").between(-3, 4))
        .risk(Risk.REVERSIBLE)
        .state(States.answer("log_level_filter", LogTargets::target, List.of(FILTER)))
        .proof((arguments, after) -> Json.number(after, FILTER, 0) == arguments.integer("level", 0))
        .inverseSets("level", FILTER)
        .summary("Let {consumer} get log lines up to level {level}.")
        .plans("In memory, until changed or restarted.")
        .effects("Effects: in memory at once; calls are not touched. Undo: set the old level.")
        .examples(
            "Send only errors to syslog",
            "Filter what goes to standard error at level 1",
            "Limit the log events to warnings")
        .aliases("log_level_filter")
        .tool();
  }

  static Tool setMute() {
    return Lever.change("log_set_mute", LogsToolset.NAME, "Mute a log target")
        .what("Set whether one log target gets any lines at all.")
        .useWhen("Use when a target should fall silent, or speak again.")
        .notFor("Not for a level; use `log_set_filter`.")
        .returns("Returns the state before and after.")
        .sends("log_mute_state", "core")
        .required("consumer", TARGET)
        .local(Schema.required("muted", Schema.flag("true for silence")))
        .params((arguments, before) -> mute(arguments))
        .risk(Risk.REVERSIBLE)
        .state(States.answer("log_mute_state", LogTargets::target, List.of(MUTE)))
        .proof((arguments, after) ->
            (Json.number(after, MUTE, 0) != 0) == arguments.flag("muted", true))
        .inverse(LogTargets::unmute)
        .summary("Set muting of log target {consumer} to {muted}.")
        .plans("In memory, until changed or restarted.")
        .effects("Effects: log lines are lost meanwhile. Undo: set it back.")
        .examples(
            "Mute syslog", "Let the node log to standard error again", "Silence the log events")
        .aliases("log_mute_state")
        .tool();
  }

  private static JsonObject target(Arguments arguments) {
    return Json.object("consumer", arguments.text("consumer"));
  }

  private static JsonObject mute(Arguments arguments) {
    JsonObject params = target(arguments);
    params.addProperty("mute_state", arguments.flag("muted", true) ? 1 : 0);
    return params;
  }

  private static Optional<Step> unmute(Arguments arguments, JsonObject before) {
    JsonObject back = arguments.json().deepCopy();
    back.addProperty("muted", Json.number(before, MUTE, 0) != 0);
    return Optional.of(new Step("log_set_mute", back));
  }
}
