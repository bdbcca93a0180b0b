package dev.opensipsmcp.server.toolset.logs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tool {@code log_set_level}. Setting it for all processes takes their different levels away;
 * so that it can be taken back, several processes can be set by one call as well.
 */
final class LogSetLevel implements Work.Reversible {
  private static final String TOOL = "log_set_level";

  private LogSetLevel() {}

  static Tool tool() {
    return Lever.change(TOOL, "logs", "Set log levels")
        .what("Set the log level of all processes, or of one.")
        .useWhen("Use when a fault must be seen in the log, or the log must calm down.")
        .notFor("Not for what the script logs; use `xlog_set_level`.")
        .returns("Returns the levels before and after.")
        .sends("log_level", "core")
        .local(Schema.optional("level", LogsToolset.LEVEL))
        .local(
            Schema.optional(
                "pid", Schema.integer("Only this process, from log_get_levels").atLeast(1)))
        .local(
            Schema.optional(
                "levels", Schema.map("Instead: level by process ID, for several processes")))
        .risk(Risk.REVERSIBLE)
        .effects(
            "Effects: in memory at once; debug slows a busy node down. Undo: set the old levels.")
        .examples(
            "Set the log level to debug",
            "Turn on debug logging for process 4107 only",
            "Put logging back to info")
        .aliases("set_log_level")
        .tool(new LogSetLevel());
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("log_level", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject levels = new JsonObject();
        for (JsonElement element : Json.list(Json.asObject(answer), "Processes")) {
          JsonObject process = Json.asObject(element);
          String pid = Json.text(process, "PID");
          if (touched(arguments, pid)) {
            levels.addProperty(pid, Json.number(process, "Log level", 0));
          }
        }
        yield new MiResult.Success<>(levels);
      }
    };
  }

  private static boolean touched(Arguments arguments, String pid) {
    return arguments.has("levels")
        ? arguments.object("levels").has(pid)
        : !arguments.has("pid") || Integer.toString(arguments.integer("pid", 0)).equals(pid);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    if (arguments.has("level") == arguments.has("levels")) {
      return new Plan.Refused(
          ToolError.ARGUMENTS_INCOMPLETE.failure(
              "Either level or levels must be given.", "Give level, and pid if for one only."));
    }
    return switch (state(arguments, ports)) {
      case MiResult.Failure<JsonObject>(MiError error) ->
          new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<JsonObject>(JsonObject before) when before.isEmpty() ->
          new Plan.Refused(
              ToolError.TARGET_NOT_FOUND.failure(
                  "The node has no such process.", "List them with log_get_levels."));
      case MiResult.Success<JsonObject>(JsonObject before) -> ready(arguments, before);
    };
  }

  private static Plan ready(Arguments arguments, JsonObject before) {
    JsonObject target = new JsonObject();
    target.add("before", before);
    target.add("wanted", wanted(arguments, before));
    return new Plan.Ready(
        "Set the log level of "
            + (before.size() == 1 ? "process " : "processes ")
            + String.join(", ", before.keySet())
            + ".",
        target,
        new JsonObject(),
        List.of("In memory, until changed or restarted; calls are not touched."),
        "change_revert with this change's ID.",
        Optional.of(
            new Restore(
                before,
                new Step(TOOL, arguments.json().deepCopy()),
                new Step(TOOL, back(arguments, before)))));
  }

  private static JsonObject wanted(Arguments arguments, JsonObject before) {
    if (arguments.has("levels")) {
      return arguments.object("levels");
    }
    JsonObject wanted = new JsonObject();
    before.keySet().forEach(pid -> wanted.add(pid, arguments.json().get("level")));
    return wanted;
  }

  /** One level for all where they had but one, since processes come and go. */
  private static JsonObject back(Arguments arguments, JsonObject before) {
    Set<JsonElement> levels = new HashSet<>();
    before.keySet().forEach(pid -> levels.add(before.get(pid)));
    JsonObject back = new JsonObject();
    if (levels.size() == 1 && !arguments.has("levels")) {
      back.add("level", levels.iterator().next());
      if (arguments.has("pid")) {
        back.add("pid", arguments.json().get("pid"));
      }
    } else {
      back.add("levels", before);
    }
    return back;
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    JsonObject before = plan.target().getAsJsonObject("before");
    JsonObject wanted = plan.target().getAsJsonObject("wanted");
    if (!arguments.has("levels") && !arguments.has("pid")) {
      JsonObject all = new JsonObject();
      all.add("level", arguments.json().get("level"));
      if (ports.miWrites().write("log_level", all)
          instanceof MiResult.Failure<JsonElement>(MiError error)) {
        return Outcome.Failure.of(error);
      }
    } else {
      for (String pid : wanted.keySet()) {
        if (ports.miWrites().write("log_level", one(pid, wanted.get(pid)))
            instanceof MiResult.Failure<JsonElement>(MiError error)) {
          return Outcome.Failure.of(error);
        }
      }
    }
    return switch (state(arguments, ports)) {
      case MiResult.Failure<JsonObject>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonObject>(JsonObject after) -> {
        JsonObject result = new JsonObject();
        result.addProperty("answer", "OK");
        result.add("before", before);
        result.add("after", after);
        yield new Outcome.Value(result);
      }
    };
  }

  private static JsonObject one(String pid, JsonElement level) {
    JsonObject params = new JsonObject();
    params.add("level", level);
    params.add("pid", new JsonPrimitive(Json.number(pid, 0)));
    return params;
  }
}
