package dev.opensipsmcp.server.toolset.presence;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.List;

/**
 * The tool {@code presence_cleanup}. Counts move by themselves on a busy server, so they are shown
 * beside the plan, and no approval hangs on them.
 */
final class PresenceCleanup implements Work.Change {

  static Tool tool() {
    return Lever.change("presence_cleanup", "presence", "Purge expired presence")
        .what("Clean expired publications and old waiting watchers out of the presence tables.")
        .useWhen("Use when expired states pile up and you cannot wait for the timer.")
        .notFor("Not for states that are valid; use `presence_list_presentities`.")
        .effects("Effects: expired rows leave memory and the database for good. No undo.")
        .returns("Returns how many states there were, and are.")
        .sends("cleanup", "presence")
        .also("pres_phtable_list", "presence")
        .risk(Risk.DESTRUCTIVE)
        .output(
            Schema.object(
                "What became of the states",
                Schema.required("before", Schema.integer("States in memory before")),
                Schema.required("after", Schema.integer("States in memory afterwards"))))
        .examples(
            "Purge the expired presence records",
            "Clean up stale presence states now",
            "Remove old publications from the presence table")
        .tool(new PresenceCleanup());
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (Watchers.count(ports, "pres_phtable_list")) {
      case MiResult.Failure<Long>(MiError error) -> new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<Long>(Long states) -> {
        JsonObject shown = new JsonObject();
        shown.addProperty("states", states);
        yield new Plan.Ready(
            "Remove what has expired from the presence tables.",
            new JsonObject(),
            shown,
            List.of("Expired publications go, watchers of them get a NOTIFY; valid ones stay."),
            "Nothing brings them back; phones publish anew by themselves.");
      }
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    long before = count(ports);
    return switch (ports.miWrites().write("cleanup", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement> _ -> {
        JsonObject result = new JsonObject();
        result.addProperty("before", before);
        result.addProperty("after", count(ports));
        yield new Outcome.Value(result);
      }
    };
  }

  /** -1 when the node does not tell. */
  private static long count(ReadPorts ports) {
    return Watchers.count(ports, "pres_phtable_list") instanceof MiResult.Success<Long>(Long states)
        ? states
        : -1;
  }
}
