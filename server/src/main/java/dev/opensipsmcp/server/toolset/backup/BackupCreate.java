package dev.opensipsmcp.server.toolset.backup;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.backup.BackupOrder;
import dev.opensipsmcp.db.backup.TableChoice;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tool {@code db_backup_create}. It changes no row, so that reading the database is right
 * enough for it; but it fills a disk, so that it is a change, which a viewer may not make.
 */
final class BackupCreate implements Work.Change {
  private BackupCreate() {}

  static Tool tool() {
    return new Tool(
        "db_backup_create",
        BackupToolset.NAME,
        "Back tables up",
        new Description(
            "Create a backup of tables: one checked file of all their rows at one moment.",
            "Use when rows are about to change, or for a copy to restore elsewhere.",
            Optional.of("Not for bringing rows back; use `db_backup_restore`."),
            Optional.of(
                "Effects: writes a file on this server; no row changes, no call is touched. Secrets"
                    + " are left out unless this server's settings include them. Undo:"
                    + " db_backup_prune."),
            "Returns one object: the backup's name and its rows per table."),
        new Demand(Scope.DB_READ, Risk.REVERSIBLE),
        false,
        Schema.arguments(
            Schema.optional(
                "tables",
                Schema.texts(
                        "Tables, groups such as drouting, or provisioning: all that people fill,"
                            + " the default")
                    .most(100)),
            Schema.optional("table", Schema.text("One table, instead of tables").longest(64)),
            Schema.optional("label", Schema.text("Word for the name").longest(60)),
            Schema.optional("reason", Schema.text("Why, kept in the backup").longest(200)),
            Schema.optional("compress", Schema.flag("Whether to compress it").byDefault(true))),
        Schema.object("The backup", Backed.members()),
        Needs.database(Needs.ANY_TABLE),
        List.of(
            "Back up the dispatcher table",
            "Make a backup of all provisioning tables before the migration",
            "Save the drouting tables to a file"),
        List.of("db_table_backup", "backup_create"),
        new BackupCreate());
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Backed.LONG;
  }

  private static List<String> words(Arguments arguments) {
    List<String> words = new ArrayList<>();
    arguments.texts("tables").forEach(word -> words.add(Backed.table(word)));
    arguments.maybeText("table").map(Backed::table).ifPresent(words::add);
    return words.isEmpty() ? List.of(TableChoice.PROVISIONING) : words;
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (Backed.backups(ports).then(backups -> backups.tables(words(arguments)))) {
      case DbResult.Failure<Map<String, Long>>(DbError error) ->
          new Plan.Refused(Backed.failure(error));
      case DbResult.Success<Map<String, Long>>(Map<String, Long> rows) -> {
        JsonObject target = new JsonObject();
        target.add("tables", Json.texts(List.copyOf(rows.keySet())));
        JsonObject counts = new JsonObject();
        rows.forEach(counts::addProperty);
        JsonObject shown = new JsonObject();
        shown.add("rows", counts);
        yield new Plan.Ready(
            "Back up " + rows.size() + " tables",
            target,
            shown,
            List.of("A file is written in the directory of backups; no row changes."),
            "db_backup_prune takes the file away.");
      }
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    BackupOrder order =
        new BackupOrder(
            words(arguments),
            arguments.maybeText("label").orElse(""),
            arguments.maybeText("reason").orElse("").replace('\n', ' '),
            arguments.flag("compress", true));
    return Backed.outcome(
        Backed.backups(ports).then(backups -> backups.create(order, Backed.watcher(ports))),
        backup -> new Outcome.Value(Backed.json(backup)));
  }
}
