package dev.opensipsmcp.server.toolset.backup;

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
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tool {@code db_backup_check}. */
final class BackupCheckTool implements Work.Timed {
  private BackupCheckTool() {}

  static Tool tool() {
    return new Tool(
        "db_backup_check",
        BackupToolset.NAME,
        "Whether a backup is sound",
        new Description(
            "Check one backup: its checksum, what is in it, and whether it fits this database.",
            "Use when deciding whether a backup can be relied on, before restoring it.",
            Optional.of("Not for what a restore would do to rows; use `db_backup_restore` dry."),
            Optional.empty(),
            "Returns one object; fails when the file is cut or changed."),
        new Demand(Scope.DB_READ, Risk.READ),
        true,
        Schema.arguments(Schema.required("name", Backed.NAME)),
        Schema.object(
            "What was found",
            Stream.concat(
                    Stream.of(Backed.members()),
                    Stream.of(
                        Schema.required(
                            "fits", Schema.flag("Whether this database's tables take all of it")),
                        Schema.required("misfits", Schema.texts("Why not, or what is lost"))))
                .toArray(Schema.Property[]::new)),
        Needs.database(Needs.ANY_TABLE),
        List.of(
            "Is yesterday's backup intact?",
            "Verify the checksum of this backup",
            "Would this backup fit the new database?"),
        List.of("verify_backup"),
        new BackupCheckTool());
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Backed.LONG;
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return Backed.outcome(
        Backed.backups(ports)
            .then(backups -> backups.check(arguments.text("name"), Backed.watcher(ports))),
        check -> {
          JsonObject json = Backed.json(check.backup());
          json.addProperty("fits", check.misfits().isEmpty());
          json.add("misfits", Json.texts(check.misfits()));
          return new Outcome.Value(json);
        });
  }
}
