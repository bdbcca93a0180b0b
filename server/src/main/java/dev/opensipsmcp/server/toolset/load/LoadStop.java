package dev.opensipsmcp.server.toolset.load;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.load.SippRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code load_stop}. It must be easy: what it does harms nobody.
 *
 * @param desk what it works with
 */
record LoadStop(LoadDesk desk) implements Work.Change {
  private static final String RUN = "run_id";
  private static final int CALLS = 3;

  Tool tool() {
    return new Tool(
        "load_stop",
        LoadToolset.NAME,
        "Stop a load",
        new Description(
            "Stop the loads that run here, or one of them; their programs are gone afterwards.",
            "Use when a load harms the target, or was asked for by mistake.",
            Optional.of("Not for looking; use `load_get_status`."),
            Optional.of(
                "Effects: no new calls at once; calls in progress get some seconds to end, then"
                    + " SIPp is ended and may leave them up at the target. Undo: run it again."),
            "Returns each run with its figures, as far as it came."),
        new Demand(Scope.PROCESS_MANAGE, Risk.REVERSIBLE),
        true,
        Schema.arguments(
            optional(RUN, integer("Of load_get_status; all if absent").atLeast(1)),
            optional("grace_sec", integer("For calls to end").between(0, 60).byDefault(CALLS))),
        object(
            "Stopped",
            required(
                "stopped",
                Schema.list(
                    "Runs",
                    object(
                        "Run",
                        required(RUN, integer("Its number")),
                        required("target", text("Where it went")),
                        required("gone", flag("Whether its program is gone")),
                        optional("figures", LoadJson.run()))))),
        Needs.NOTHING,
        List.of(
            "Stop the load test at once",
            "End the SIPp run in the background",
            "Abort the benchmark, the proxy suffers"),
        List.of("load_end"),
        this);
  }

  private List<LoadRuns.Slot> meant(Arguments arguments) {
    return desk.runs().all().stream()
        .filter(slot -> !arguments.has(RUN) || slot.id() == arguments.integer(RUN, 0))
        .toList();
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    List<LoadRuns.Slot> meant = meant(arguments);
    if (meant.isEmpty()) {
      return new Plan.Refused(
          ToolError.LOAD_NOT_FOUND.failure(
              "No such load runs here.", "Look with load_get_status or bench_summary."));
    }
    List<String> targets = new ArrayList<>();
    JsonObject goal = new JsonObject();
    for (LoadRuns.Slot slot : meant) {
      targets.add(slot.target());
      goal.addProperty("run " + slot.id(), slot.label());
    }
    return new Plan.Ready(
        "Stop " + meant.size() + " runs, towards " + String.join(", ", targets),
        goal,
        new JsonObject(),
        List.of("No new calls; those in progress end, or are left"),
        "Run it again.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    JsonArray stopped = new JsonArray();
    for (LoadRuns.Slot slot : meant(arguments)) {
      JsonObject row = new JsonObject();
      row.addProperty(RUN, slot.id());
      row.addProperty("target", slot.target());
      slot.run()
          .ifPresent(run -> run.stop(Duration.ofSeconds(arguments.integer("grace_sec", CALLS))));
      row.addProperty("gone", slot.run().filter(SippRun::isAlive).isEmpty());
      figures(slot).ifPresent(figures -> row.add("figures", figures));
      stopped.add(row);
    }
    JsonObject json = new JsonObject();
    json.add("stopped", stopped);
    return new Outcome.Value(json);
  }

  /** {@return what came of the run, as whoever runs it reads and keeps it} */
  private static Optional<JsonObject> figures(LoadRuns.Slot slot) {
    return slot.outcome() instanceof Outcome.Value value
        ? Optional.of(value.data()).map(JsonElement::getAsJsonObject).map(JsonObject::deepCopy)
        : Optional.empty();
  }
}
