package dev.opensipsmcp.server.toolset.logs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;

/** The levels of the processes, and of what the script logs by itself. */
final class LogLevels {
  private static final String SCRIPT_MEMBER = "xLog Level";

  private LogLevels() {}

  static Tool list() {
    return Lever.read("log_get_levels", LogsToolset.NAME, "Log levels of processes")
        .what("Get the log level of every process of a node.")
        .useWhen("Use when the log says too little or too much.")
        .notFor("Not for what the script logs; use `xlog_get_level`.")
        .returns("Returns a page of rows in the node's order.")
        .sends("log_level", "core")
        .local(
            Schema.optional(
                "type", Schema.text("Part of the role, for example timer").longest(100)))
        .rows("Processes[]")
        .page(100)
        .column("pid", "PID", Schema.integer("Process ID"))
        .column("level", "Log level", LogsToolset.LEVEL)
        .column("type", "Type", Schema.text("Role"))
        .filter(Filter.part("type", "type"))
        .examples(
            "What is the log level?",
            "Which processes log at debug level?",
            "Show the logging level per process")
        .tool();
  }

  static Tool script() {
    return Lever.read("xlog_get_level", LogsToolset.NAME, "Log level of the script")
        .what("Get the level up to which the script's own xlog lines are written.")
        .useWhen("Use when lines that the script should log are missing.")
        .notFor("Not for OpenSIPS's own lines; use `log_get_levels`.")
        .returns("Returns one object.")
        .sends("xlog_level", "core")
        .answer(
            Schema.object("The level", Schema.required("level", LogsToolset.LEVEL)),
            (arguments, answer) -> new Outcome.Value(level(answer)))
        .examples(
            "What is the xlog level?",
            "Up to which level does the script log?",
            "Are the script's debug messages written?")
        .tool();
  }

  private static JsonObject level(JsonElement answer) {
    JsonObject level = new JsonObject();
    level.addProperty("level", Json.number(Json.asObject(answer), SCRIPT_MEMBER, 0));
    return level;
  }

  static Tool setScript() {
    return Lever.change("xlog_set_level", LogsToolset.NAME, "Set the script's log level")
        .what("Set the level up to which the script's own xlog lines are written.")
        .useWhen("Use when the script should log more or less for a while.")
        .notFor("Not for OpenSIPS's own lines; use `log_set_level`.")
        .returns("Returns the level before and after.")
        .sends("xlog_level", "core")
        .required("level", LogsToolset.LEVEL)
        .risk(Risk.REVERSIBLE)
        .state(States.answer("xlog_level", States.nothing(), List.of(SCRIPT_MEMBER)))
        .proof((arguments, after) ->
            Json.number(after, SCRIPT_MEMBER, 0) == arguments.integer("level", 0))
        .inverseSets("level", SCRIPT_MEMBER)
        .summary("Set the script's log level to {level}.")
        .plans("In memory, for all processes, until changed or restarted.")
        .effects("Effects: in memory at once; calls are not touched. Undo: set the old level.")
        .examples(
            "Let the script log at debug level",
            "Lower the xlog level to errors only",
            "Set xlog to 4")
        .aliases("set_xlog_level")
        .tool();
  }
}
