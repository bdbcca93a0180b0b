package dev.opensipsmcp.server.toolset.snapshot;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code snapshot_diff}.
 *
 * @param files where snapshots are kept
 */
record SnapshotDiff(SnapshotFiles files) implements Work.Read {
  private static final Schema WHICH =
      Schema.text("File of the snapshot, as snapshot_list shows it").longest(1_000);

  Tool tool() {
    return new Tool(
        "snapshot_diff",
        SnapshotToolset.NAME,
        "What changed between two snapshots",
        new Description(
            "Diff two snapshots of a node, and say what the differences mean.",
            "Use when asked what changed since a snapshot, an upgrade or a fault.",
            Optional.of("Not for a look at the node now; use `health_check`."),
            Optional.empty(),
            "Returns one object: findings, worst first, then states, processes and figures that"
                + " changed, with rates per second; at most 60 to 80 rows of each."),
        new Demand(Scope.RESOURCE_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.required("before_path", WHICH),
            Schema.required("after_path", WHICH),
            Schema.optional(
                "show_unchanged", Schema.flag("Also what is the same in both").byDefault(false))),
        output(),
        Needs.NOTHING,
        List.of(
            "What changed between these two snapshots?",
            "Compare the snapshot before the restart with the one after it",
            "Diff the baseline against today's capture of the node"),
        List.of(),
        this);
  }

  private static Schema output() {
    return Schema.object(
        "The differences",
        Schema.required("before", face()),
        Schema.required("after", face()),
        Schema.required("seconds", Schema.number("Time between the two")),
        Schema.required("restarted", Schema.flag("Whether the node was started anew between")),
        Schema.required(
            "findings",
            Schema.list(
                "Worst first",
                Schema.object(
                    "One finding",
                    Schema.required(
                        "severity", Schema.text("How bad").oneOf("warning", "notice", "good")),
                    Schema.required("kind", Schema.text("What it is about")),
                    Schema.required("what", Schema.text("The finding"))))),
        Schema.required(
            "states",
            Schema.list(
                "States",
                Schema.object(
                    "One state",
                    Schema.required("part", Schema.text("dispatcher, gateways, cluster ...")),
                    Schema.required("name", Schema.text("What has it")),
                    Schema.required("before", Schema.text("Earlier; absent if not there")),
                    Schema.required("after", Schema.text("Later; absent if not there"))))),
        Schema.required(
            "processes",
            Schema.list(
                "Processes",
                Schema.object(
                    "One process",
                    Schema.required("id", Schema.integer("Number inside OpenSIPS")),
                    Schema.required("type", Schema.text("Role")),
                    Schema.required("change", Schema.text("new, gone, replaced or same")),
                    Schema.optional("before_pid", Schema.integer("PID earlier")),
                    Schema.optional("after_pid", Schema.integer("PID later"))))),
        Schema.required(
            "statistics",
            Schema.list(
                "Figures, those first that moved most for their size",
                Schema.object(
                    "One figure",
                    Schema.required("name", Schema.text("As group:name")),
                    Schema.required("kind", Schema.text("counter or gauge")),
                    Schema.required("before", Schema.integer("Earlier value")),
                    Schema.required("after", Schema.integer("Later value")),
                    Schema.required("change", Schema.integer("Difference")),
                    Schema.required(
                        "per_second",
                        Schema.number("Rate; of counters after a restart, since that"))))),
        Schema.required("unchanged", Schema.map("How many of each are the same")),
        Schema.required("left_out", Schema.map("How many rows of each did not fit")));
  }

  private static Schema face() {
    return Schema.object(
        "Which snapshot",
        Schema.required("taken", Schema.text("When, UTC")),
        Schema.required("instance", Schema.text("The node")),
        Schema.required("label", Schema.text("The caller's word for it")),
        Schema.required("server", Schema.text("What the node ran")),
        Schema.required("up_s", Schema.integer("Seconds since it started")));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (files.read(arguments.text("before_path"))) {
      case SnapshotFiles.Found.Bad bad -> failure(bad);
      case SnapshotFiles.Found.Good(_, Snapshot before) ->
          switch (files.read(arguments.text("after_path"))) {
            case SnapshotFiles.Found.Bad bad -> failure(bad);
            case SnapshotFiles.Found.Good(_, Snapshot after)
                when after.taken().isBefore(before.taken()) ->
                ToolError.TIME_RANGE_EMPTY.failure(
                    "The snapshot of after_path is the earlier one.", "Exchange the two paths.");
            case SnapshotFiles.Found.Good(_, Snapshot after) ->
                new Outcome.Value(
                    new Comparison(before, after).json(arguments.flag("show_unchanged", false)));
          };
    };
  }

  private static Outcome.Failure failure(SnapshotFiles.Found.Bad bad) {
    return switch (bad.reason()) {
      case OUTSIDE ->
          ToolError.SNAPSHOT_OUTSIDE.failure(bad.why(), "Take a file that snapshot_list shows.");
      case MISSING, UNREADABLE ->
          ToolError.SNAPSHOT_UNREADABLE.failure(
              bad.why(), "Take a file that snapshot_list shows, or capture a new one.");
    };
  }
}
