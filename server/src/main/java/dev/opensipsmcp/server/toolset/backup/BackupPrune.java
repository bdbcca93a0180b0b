package dev.opensipsmcp.server.toolset.backup;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.backup.BackupListing;
import dev.opensipsmcp.db.backup.Backups;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code db_backup_prune}.
 *
 * @param clock tells how old a backup is
 */
record BackupPrune(InstantSource clock) implements Work.Change {

  static Tool tool() {
    return new Tool(
        "db_backup_prune",
        BackupToolset.NAME,
        "Delete old backups",
        new Description(
            "Prune backups of tables: delete those beyond the newest, or older than some days.",
            "Use when the directory of backups grows too large, or one is to go.",
            Optional.of("Not for seeing them; use `db_backup_list`."),
            Optional.of("Effects: their files are deleted from this server. Undo: none."),
            "Returns one object: the names that are gone."),
        new Demand(Scope.DB_WRITE, Risk.DESTRUCTIVE),
        true,
        Schema.arguments(
            Schema.optional(
                "keep_newest", Schema.integer("How many to keep at least").between(0, 10_000)),
            Schema.optional(
                "older_than_days",
                Schema.integer("Only those made more days ago").between(0, 36_500)),
            Schema.optional("names", Schema.texts("Only these").most(200))),
        Schema.object("What is gone", Schema.required("deleted", Schema.texts("Names"))),
        Needs.database(Needs.ANY_TABLE),
        List.of(
            "Delete backups older than 30 days",
            "Keep only the ten newest backups",
            "Prune the old table backups"),
        List.of("backup_delete"),
        new BackupPrune(InstantSource.system()));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    if (!arguments.has("keep_newest")
        && !arguments.has("older_than_days")
        && !arguments.has("names")) {
      return new Plan.Refused(
          ToolError.ARGUMENTS_INCOMPLETE.failure(
              "Nothing says which backups are meant.",
              "Give keep_newest, older_than_days or names."));
    }
    return switch (Backed.backups(ports).then(Backups::list)) {
      case DbResult.Failure<List<BackupListing>>(DbError error) ->
          new Plan.Refused(Backed.failure(error));
      case DbResult.Success<List<BackupListing>>(List<BackupListing> all) ->
          plan(chosen(all, arguments), all.size());
    };
  }

  private static Plan plan(List<String> names, int all) {
    JsonObject target = new JsonObject();
    target.add("delete", Json.texts(names));
    JsonObject shown = new JsonObject();
    shown.addProperty("kept", all - names.size());
    return new Plan.Ready(
        "Delete " + names.size() + " of " + all + " backups",
        target,
        shown,
        List.of("Their files are gone for good."),
        "Nothing brings them back.");
  }

  private List<String> chosen(List<BackupListing> newestFirst, Arguments arguments) {
    List<String> names = arguments.texts("names");
    int keep = arguments.integer("keep_newest", 0);
    Instant until = clock.instant().minus(Duration.ofDays(arguments.integer("older_than_days", 0)));
    List<String> chosen = new ArrayList<>();
    for (int at = keep; at < newestFirst.size(); at++) {
      BackupListing one = newestFirst.get(at);
      boolean old = !arguments.has("older_than_days") || one.made().isBefore(until);
      if (old && (names.isEmpty() || names.contains(one.name()))) {
        chosen.add(one.name());
      }
    }
    return chosen;
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    List<String> names =
        Json.list(plan.target(), "delete").asList().stream().map(it -> it.getAsString()).toList();
    return Backed.outcome(
        Backed.backups(ports).then(backups -> backups.delete(names)),
        gone -> {
          JsonObject json = new JsonObject();
          json.add("deleted", Json.texts(gone));
          return new Outcome.Value(json);
        });
  }
}
