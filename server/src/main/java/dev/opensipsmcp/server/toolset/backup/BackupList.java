package dev.opensipsmcp.server.toolset.backup;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.backup.BackupListing;
import dev.opensipsmcp.db.backup.Backups;
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
import dev.opensipsmcp.server.toolset.common.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code db_backup_list}. */
final class BackupList implements Work.Read {
  private static final int PAGE = 25;

  private BackupList() {}

  static Tool tool() {
    return new Tool(
        "db_backup_list",
        BackupToolset.NAME,
        "Backups of tables",
        new Description(
            "List the backups of tables in this server's directory, newest first.",
            "Use when looking for a backup to restore, or asking when the last one was made.",
            Optional.of("Not for whether one is sound; use `db_backup_check`."),
            Optional.empty(),
            "Returns a page of rows."),
        new Demand(Scope.DB_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.optional("table", Schema.text("Only backups with this table").longest(64)),
            SharedParameters.limit(PAGE, 200),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list(
            "Backups",
            Schema.object(
                "One backup, as far as its first line tells",
                Schema.required("name", Schema.text("Name for the other tools")),
                Schema.required("made", Schema.text("When, ISO 8601")),
                Schema.required("bytes", Schema.integer("Size of the file")),
                Schema.required("readable", Schema.flag("Whether its first line can be read")),
                Schema.optional("reason", Schema.text("Why it was made")),
                Schema.optional("dialect", Schema.text("mariadb, postgresql or sqlite")),
                Schema.optional("where", Schema.text("Database that the rows come from")),
                Schema.optional("opensips", Schema.text("Version that the tables fit")),
                Schema.optional("secrets", Schema.text("included, or left out")),
                Schema.optional("tables", Schema.texts("Tables in it")))),
        Needs.database(Needs.ANY_TABLE),
        List.of(
            "Which database backups are there?",
            "When was the dispatcher table last backed up?",
            "Show the newest table backups"),
        List.of("db_table_list_backups", "list_backups"),
        new BackupList());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return Backed.outcome(
        Backed.backups(ports).then(Backups::list),
        all -> {
          List<JsonObject> rows = new ArrayList<>();
          for (BackupListing one : all) {
            if (arguments.maybeText("table").map(table -> has(one, table)).orElse(true)) {
              rows.add(row(one));
            }
          }
          return Paging.page(rows, arguments, PAGE, List.of());
        });
  }

  private static boolean has(BackupListing listing, String table) {
    return listing.head().isPresent()
        && listing.head().get().tables().stream()
            .anyMatch(one -> one.name().equals(Backed.table(table)));
  }

  private static JsonObject row(BackupListing listing) {
    JsonObject row = new JsonObject();
    row.addProperty("name", listing.name());
    row.addProperty("made", listing.made().toString());
    row.addProperty("bytes", listing.bytes());
    row.addProperty("readable", listing.head().isPresent());
    listing.head().ifPresent(head -> Backed.head(row, head));
    return row;
  }
}
