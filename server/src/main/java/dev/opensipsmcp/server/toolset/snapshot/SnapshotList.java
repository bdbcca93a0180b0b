package dev.opensipsmcp.server.toolset.snapshot;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code snapshot_list}.
 *
 * @param files where snapshots are kept
 */
record SnapshotList(SnapshotFiles files) implements Work.Read {
  private static final int PAGE = 25;

  Tool tool() {
    return new Tool(
        "snapshot_list",
        SnapshotToolset.NAME,
        "Snapshots of nodes",
        new Description(
            "List the snapshots of nodes that this server keeps, newest first.",
            "Use when looking for two snapshots to compare.",
            Optional.of("Not for what changed; use `snapshot_diff`."),
            Optional.empty(),
            "Returns a page of rows; a file that can't be used says why."),
        new Demand(Scope.RESOURCE_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.optional("node", Schema.text("Only snapshots of this node").longest(128)),
            Schema.optional("label", Schema.text("Only with this text in the label").longest(60)),
            SharedParameters.limit(PAGE, 200),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list(
            "Snapshots",
            Schema.object(
                "One snapshot",
                Schema.required("path", Schema.text("Its file")),
                Schema.optional("taken", Schema.text("When, UTC")),
                Schema.optional("instance", Schema.text("The node")),
                Schema.optional("label", Schema.text("The caller's word for it")),
                Schema.optional("server", Schema.text("What the node ran")),
                Schema.optional("up_s", Schema.integer("Seconds since it started")),
                Schema.optional("bytes", Schema.integer("Size of the file")),
                Schema.optional("problem", Schema.text("Why it can't be used")))),
        Needs.NOTHING,
        List.of(
            "Which snapshots of the node are there?",
            "List the captured baselines",
            "Is there a snapshot from before the upgrade?"),
        List.of(),
        this);
  }

  /** Files are read for the page only, unless they are chosen by what is in them. */
  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    List<Path> paths = files.newestFirst();
    boolean chosen = arguments.has("node") || arguments.has("label");
    long from = Paging.start(arguments);
    if (from < 0) {
      return Paging.badCursor();
    }
    long until = from + arguments.integer("limit", PAGE);
    List<JsonObject> rows = new ArrayList<>();
    for (int at = 0; at < paths.size() && !ports.cancelled(); at++) {
      boolean shown = at >= from && at < until;
      JsonObject row =
          chosen || shown ? row(paths.get(at)) : Json.object("path", paths.get(at).toString());
      if (!chosen || wanted(row, arguments)) {
        rows.add(row);
      }
    }
    return Paging.page(rows, arguments, PAGE, List.of());
  }

  private static boolean wanted(JsonObject row, Arguments arguments) {
    return arguments.maybeText("node").map(Json.text(row, "instance")::equals).orElse(true)
        && arguments.maybeText("label").map(Json.text(row, "label")::contains).orElse(true);
  }

  private JsonObject row(Path file) {
    JsonObject row = Json.object("path", file.toString());
    switch (files.read(file.toString())) {
      case SnapshotFiles.Found.Bad(_, String why) -> row.addProperty("problem", why);
      case SnapshotFiles.Found.Good(_, Snapshot snapshot) -> {
        for (String member : List.of("taken", "instance", "label", "server")) {
          row.addProperty(member, snapshot.text(member));
        }
        row.addProperty("up_s", snapshot.upSeconds());
      }
    }
    try {
      row.addProperty("bytes", Files.size(file));
    } catch (IOException _) {
      // It went away meanwhile, which its problem says.
    }
    return row;
  }
}
