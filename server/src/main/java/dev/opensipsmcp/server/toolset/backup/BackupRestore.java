package dev.opensipsmcp.server.toolset.backup;

import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.backup.BackupListing;
import dev.opensipsmcp.db.backup.Backups;
import dev.opensipsmcp.db.backup.RestoreMode;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;

/** The tool {@code db_backup_restore}: what a call asks for depends on what it may lose. */
final class BackupRestore implements Work.PerCall {
  static final String NAME = "db_backup_restore";

  private BackupRestore() {}

  static Tool tool() {
    return new Tool(
        NAME,
        BackupToolset.NAME,
        "Bring a backup back",
        new Description(
            "Restore tables from a backup: all of it in one transaction, or nothing.",
            "Use when rows were lost or spoilt, or to fill another database, of any kind.",
            Optional.of("Not for one change made through this server; use `change_revert`."),
            Optional.of(
                "Effects: rows change; what is there is backed up first. The node needs a reload."
                    + " Secrets that the backup lacks stay on rows that are there."
                    + " Undo: change_revert."),
            "Returns one object: what happened to how many rows of each table."),
        new Demand(Scope.DB_WRITE, Risk.DESTRUCTIVE),
        true,
        Schema.arguments(
            Schema.optional("name", Backed.NAME),
            Schema.optional("backup_path", Schema.text("Same as name; no path").longest(140)),
            Schema.optional("tables", Schema.texts("Only these of its tables").most(100)),
            Schema.optional(
                "mode",
                Schema.text("add: missing rows; replace: rows by key too; exact: delete others too")
                    .oneOf("add", "replace", "exact")
                    .byDefault("add")),
            Schema.optional("truncate_first", Schema.flag("Same as mode exact").byDefault(false))),
        Schema.object(
            "What was done",
            Schema.required("backup", Schema.text("The backup")),
            Schema.required("mode", Schema.text("add, replace or exact")),
            Schema.required("tables", Schema.list("Tables", RestoreJson.TABLE)),
            Schema.required("before", Schema.text("Backup of what was there")),
            Schema.required("reload", Schema.texts("MI commands that make the node read it"))),
        Needs.database(Needs.ANY_TABLE),
        List.of(
            "Restore the dispatcher table from yesterday's backup",
            "Show what restoring this backup would change",
            "Bring back the rows that were deleted from the backup"),
        List.of("db_table_restore", "restore_backup"),
        new BackupRestore());
  }

  static Optional<String> name(Arguments arguments) {
    return arguments.maybeText("name").or(() -> arguments.maybeText("backup_path"));
  }

  static RestoreMode mode(Arguments arguments) {
    if (arguments.flag("truncate_first", false)) {
      return RestoreMode.EXACT;
    }
    return switch (arguments.maybeText("mode").orElse("add")) {
      case "exact" -> RestoreMode.EXACT;
      case "replace" -> RestoreMode.REPLACE;
      default -> RestoreMode.ADD;
    };
  }

  @Override
  public Work.Choice choose(Arguments arguments, ReadPorts ports) {
    if (name(arguments).isEmpty()) {
      return new Work.Choice.Refused(
          ToolError.ARGUMENTS_INCOMPLETE.failure(
              "Nothing says which backup is meant.", "Give a name of db_backup_list."));
    }
    Risk risk =
        switch (mode(arguments)) {
          case ADD -> Risk.REVERSIBLE;
          case REPLACE -> mayLose(name(arguments).get(), ports);
          case EXACT -> Risk.DESTRUCTIVE;
        };
    return new Work.Choice.Chosen(new Demand(Scope.DB_WRITE, risk), new Restoration());
  }

  /** Old passwords that new ones replace are in no backup, unless the settings want them there. */
  private static Risk mayLose(String name, ReadPorts ports) {
    DbResult<List<BackupListing>> all = Backed.backups(ports).then(Backups::list);
    boolean without =
        all instanceof DbResult.Success<List<BackupListing>>(List<BackupListing> found)
            && found.stream()
                .filter(one -> one.name().equals(name))
                .flatMap(one -> one.head().stream())
                .anyMatch(head -> !head.secrets());
    return without ? Risk.REVERSIBLE : Risk.DESTRUCTIVE;
  }
}
