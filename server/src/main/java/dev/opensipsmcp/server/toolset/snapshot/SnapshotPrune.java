package dev.opensipsmcp.server.toolset.snapshot;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.InsightEntry.SnapshotEntry;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code snapshot_prune}.
 *
 * @param files where snapshots are kept
 * @param settings how many a clean-up leaves when the call does not say
 * @param clock tells how old they are
 */
record SnapshotPrune(SnapshotFiles files, SnapshotEntry settings, InstantSource clock)
    implements Work.Change {

  Tool tool() {
    return new Tool(
        "snapshot_prune",
        SnapshotToolset.NAME,
        "Delete old snapshots",
        new Description(
            "Prune snapshots: delete those beyond the newest, and those older than some days.",
            "Use when the directory of snapshots grows too large, or some are to go.",
            Optional.of("Not for seeing them; use `snapshot_list`."),
            Optional.of("Effects: their files are deleted from this server. Undo: none."),
            "Returns one object: the files that are gone."),
        new Demand(Scope.MI_WRITE, Risk.DESTRUCTIVE),
        true,
        Schema.arguments(
            Schema.optional(
                "keep_newest",
                Schema.integer("How many to keep; this server's setting when absent")
                    .between(0, 100_000)),
            Schema.optional(
                "older_than_days",
                Schema.integer("Age to go at; this server's setting when absent")
                    .between(0, 36_500)),
            Schema.optional("paths", Schema.texts("Instead: exactly these").most(200))),
        Schema.object("What is gone", Schema.required("deleted", Schema.texts("Files"))),
        Needs.NOTHING,
        List.of(
            "Delete snapshots older than 30 days",
            "Keep only the twenty newest snapshots",
            "Prune the old node snapshots"),
        List.of(),
        this);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    List<Path> all = files.newestFirst();
    List<String> chosen = chosen(all, arguments).stream().map(Path::toString).toList();
    JsonObject target = new JsonObject();
    target.add("delete", Json.texts(chosen));
    JsonObject shown = new JsonObject();
    shown.addProperty("kept", all.size() - chosen.size());
    return new Plan.Ready(
        "Delete " + chosen.size() + " of " + all.size() + " snapshots",
        target,
        shown,
        List.of("Their files are gone for good."),
        "Nothing brings them back.");
  }

  private List<Path> chosen(List<Path> newestFirst, Arguments arguments) {
    List<String> named = arguments.texts("paths");
    if (!named.isEmpty()) {
      return newestFirst.stream()
          .filter(file ->
              named.contains(file.toString()) || named.contains(String.valueOf(file.getFileName())))
          .toList();
    }
    int keep = arguments.integer("keep_newest", settings.keep());
    Instant until =
        clock
            .instant()
            .minus(Duration.ofDays(arguments.integer("older_than_days", settings.days())));
    List<Path> chosen = new ArrayList<>();
    for (int at = 0; at < newestFirst.size(); at++) {
      if (at >= keep || SnapshotFiles.taken(newestFirst.get(at)).isBefore(until)) {
        chosen.add(newestFirst.get(at));
      }
    }
    return chosen;
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    List<Path> doomed =
        Json.list(plan.target(), "delete").asList().stream()
            .map(file -> Path.of(file.getAsString()))
            .toList();
    try {
      List<String> gone = files.delete(doomed).stream().map(Path::toString).toList();
      JsonObject json = new JsonObject();
      json.add("deleted", Json.texts(gone));
      return new Outcome.Value(json);
    } catch (IOException e) {
      return ToolError.SNAPSHOT_NOT_WRITTEN.failure(
          "A snapshot could not be deleted: " + e,
          "Look at the directory's rights; snapshot_list shows what is left.");
    }
  }
}
