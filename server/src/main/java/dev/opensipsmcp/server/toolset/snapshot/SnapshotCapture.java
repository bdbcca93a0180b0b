package dev.opensipsmcp.server.toolset.snapshot;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
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
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code snapshot_capture}. It only reads the node, so that reading is right enough for
 * it; but it fills a disk, so that it is a change, which a viewer may not make.
 *
 * @param files where snapshots are kept
 * @param clock the time that they bear
 */
record SnapshotCapture(SnapshotFiles files, InstantSource clock) implements Work.Change {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  Tool tool() {
    return new Tool(
        "snapshot_capture",
        SnapshotToolset.NAME,
        "Take a snapshot of a node",
        new Description(
            "Capture a node's figures, processes, memory and states in a snapshot file.",
            "Use when something is about to change, or as a baseline of a good day.",
            Optional.of("Not for comparing two; use `snapshot_diff`."),
            Optional.of(
                "Effects: writes a JSON file on this server that only its owner can read; of calls"
                    + " and registrations only counts; no call is touched. Undo: snapshot_prune."),
            "Returns one object: the file and what is in it."),
        new Demand(Scope.MI_READ, Risk.REVERSIBLE),
        false,
        Schema.arguments(
            Schema.optional(
                "out_dir",
                Schema.text("Directory among the allowed ones; the first when absent")
                    .longest(1_000)),
            Schema.optional("label", Schema.text("Word for the file's name").longest(60)),
            Schema.optional(
                "extra_stat_groups",
                Schema.list("Further groups of statistics", Schema.text("Group").longest(64))
                    .most(20))),
        Schema.object(
            "The snapshot",
            Schema.required("path", Schema.text("Its file, for snapshot_diff")),
            Schema.required("bytes", Schema.integer("Size of the file")),
            Schema.required("taken", Schema.text("When, UTC")),
            Schema.required("instance", Schema.text("The node")),
            Schema.required("statistics", Schema.integer("Figures in it")),
            Schema.required("processes", Schema.integer("Processes in it")),
            Schema.required("states", Schema.map("States by part: dispatcher, gateways, cluster")),
            Schema.required("missing", Schema.map("What could not be read, and why"))),
        new Needs(
            List.of("version", "which", "uptime", "ps", "get_statistics", "list_statistics"),
            List.of()),
        List.of(
            "Take a snapshot of the node before the upgrade",
            "Capture a baseline of this OpenSIPS",
            "Save the state of the server to compare it later"),
        List.of(),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return LIMIT;
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    Optional<Path> directory = files.directory(arguments.maybeText("out_dir"));
    if (directory.isEmpty()) {
      return new Plan.Refused(
          ToolError.SNAPSHOT_OUTSIDE.failure(
              arguments.maybeText("out_dir").orElse("The directory of snapshots")
                  + " is no directory where snapshots may be.",
              "Leave out_dir out, or ask whoever runs this server to set"
                  + " OPENSIPS_MCP_SNAPSHOTS_DIRECTORIES."));
    }
    return switch (ports.mi().node()) {
      case MiResult.Failure<MiNode>(MiError error) -> new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<MiNode>(MiNode node) ->
          new Plan.Ready(
              "Write a snapshot of " + ports.mi().instance() + " into " + directory.get() + ".",
              Json.object("directory", directory.get().toString()),
              Json.object("server", node.server()),
              List.of("A file is written on this server; the node is only read."),
              "snapshot_prune takes the file away.");
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Path directory = Path.of(Json.text(plan.target(), "directory"));
    return switch (new Taker(ports, clock)
        .take(arguments.maybeText("label").orElse(""), arguments.texts("extra_stat_groups"))) {
      case Taker.Taken.Bad(MiError error) -> Outcome.Failure.of(error);
      case Taker.Taken.Good(Snapshot snapshot) -> {
        try {
          yield told(files.write(directory, snapshot), snapshot);
        } catch (IOException e) {
          yield ToolError.SNAPSHOT_NOT_WRITTEN.failure(
              "The snapshot could not be written: " + e,
              "Look at the directory's rights and at the space on its disk.");
        }
      }
    };
  }

  private static Outcome told(Path file, Snapshot snapshot) throws IOException {
    JsonObject json = Json.object("path", file.toString());
    json.addProperty("bytes", Files.size(file));
    json.addProperty("taken", snapshot.text("taken"));
    json.addProperty("instance", snapshot.text("instance"));
    json.addProperty("statistics", snapshot.statistics().size());
    json.addProperty("processes", snapshot.processes().size());
    JsonObject states = new JsonObject();
    for (StatePart part : StatePart.values()) {
      snapshot.states(part).ifPresent(kept -> states.addProperty(part.label(), kept.size()));
    }
    json.add("states", states);
    JsonObject missing = Json.object(snapshot.json(), "missing");
    json.add("missing", missing);
    List<String> warnings = new ArrayList<>();
    if (!missing.isEmpty()) {
      warnings.add("Not all could be read: " + String.join(", ", missing.keySet()));
    }
    return new Outcome.Value(json, warnings);
  }
}
