package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.file.Backup;
import dev.opensipsmcp.cfg.file.FileCheck;
import dev.opensipsmcp.cfg.file.Opened;
import dev.opensipsmcp.cfg.file.Refusal;
import dev.opensipsmcp.cfg.file.Stored;
import dev.opensipsmcp.facts.Version;
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
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The tool {@code cfg_rollback}. */
final class Rollback implements Work.Reversible {
  static final String NAME = "cfg_rollback";

  /** The argument that names a copy by its hash. */
  static final String BACKUP = "backup_hash";

  /** The argument that says what a new file holds. */
  static final String CREATED = "created_hash";

  private final ConfigDesk desk;
  private final Given given;

  private Rollback(ConfigDesk desk) {
    this.desk = desk;
    this.given = new Given(desk);
  }

  static Tool tool(ConfigDesk desk) {
    return new Tool(
        NAME,
        ConfigToolset.NAME,
        "Bring a former configuration back",
        new Description(
            "Rollback a configuration file to one of its backups, or a new one to none.",
            "Use when a configuration that was written does harm.",
            Optional.of("Not for a new text; use `cfg_file_write`."),
            Optional.of(
                "Effects: the file holds what the backup holds, or is gone; what it held is backed up"
                    + " first. Calls go on. Undo: change_revert."),
            "Returns path, hash and the new backup. With dry_run the plan has a unified diff and"
                + " both checks."),
        new Demand(Scope.CONFIG_WRITE, Risk.DISRUPTIVE),
        false,
        Schema.arguments(
            required("target_path", text("The file").longest(1_000)),
            optional("backup_path", text("A copy that cfg_list_backups shows").longest(1_000)),
            optional(
                BACKUP, text("Or its sha256; the newest such copy").matching("[0-9a-fA-F]{64}")),
            optional(
                CREATED,
                text("Instead: sha256 of a new file, which goes away").matching("[0-9a-fA-F]{64}")),
            optional("validate_after", flag("Only if OpenSIPS would start").byDefault(true)),
            Given.VERSION),
        FileWork.OUTPUT,
        Needs.NOTHING,
        List.of(
            "Roll opensips.cfg back to its last backup",
            "Restore the former configuration file",
            "Undo the last write of the config file from its copy"),
        List.of(),
        new Rollback(desk));
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return FileWork.state(desk, arguments.text("target_path"));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    Optional<Path> path = Given.path(arguments.text("target_path"));
    if (path.isEmpty()) {
      return new Plan.Refused(Given.noPath());
    }
    Optional<Stored> now;
    switch (desk.files().read(path.get())) {
      case Opened.Read(Stored stored) -> now = Optional.of(stored);
      case Opened.Refused(Refusal reason, _)
          when reason == Refusal.MISSING && !arguments.has(CREATED) ->
          now = Optional.empty();
      case Opened.Refused(Refusal reason, String message) -> {
        return new Plan.Refused(Given.refused(reason, message));
      }
    }
    if (arguments.has(CREATED)) {
      return removed(path.get(), now.orElseThrow(), arguments);
    }
    Optional<Stored> backup = backup(path.get(), arguments);
    if (backup.isEmpty()) {
      return new Plan.Refused(
          ToolError.CONFIG_UNREADABLE.failure(
              path.get() + " has no such backup.",
              "Give backup_path or backup_hash as cfg_list_backups shows them."));
    }
    return planned(path.get(), now, backup.get(), given.version(arguments, ports), arguments);
  }

  private static Plan removed(Path path, Stored now, Arguments arguments) {
    if (arguments.has("backup_path") || arguments.has(BACKUP)) {
      return new Plan.Refused(
          ToolError.ARGUMENTS_WRONG.failure(
              "A new file goes away, or a copy comes back, not both.",
              "Give created_hash, or backup_path or backup_hash."));
    }
    if (!now.hash().equalsIgnoreCase(arguments.text(CREATED))) {
      return new Plan.Refused(
          Given.refused(
              Refusal.CHANGED,
              path + " is not taken away: it holds something else than when it was made."));
    }
    JsonObject target = new JsonObject();
    target.addProperty("path", path.toString());
    target.addProperty("sha256", now.hash());
    return new Plan.Ready(
        "Take the file " + path + " away, which was new",
        target,
        new JsonObject(),
        List.of(
            "There is no such file any more; a file that includes it would not be read",
            "A copy of it stays beside where it was"),
        "change_revert, or cfg_rollback with the backup that the result names",
        Optional.of(FileWork.restore(path, now.hash(), NAME)));
  }

  private Plan planned(
      Path path, Optional<Stored> now, Stored backup, Version version, Arguments arguments) {
    Optional<String> objection =
        arguments.flag("validate_after", true)
            ? FileWork.objection(desk, path, backup.text(), version, true)
            : Optional.empty();
    if (objection.isPresent()) {
      return new Plan.Refused(
          ToolError.CONFIG_FAULTY.failure(
              objection.get(), "Take another backup, or leave the check out: validate_after."));
    }
    Plan.Ready ready =
        FileWork.ready(
            desk,
            path,
            now.map(Stored::text).orElse(""),
            now.map(Stored::hash),
            backup.text(),
            version,
            NAME);
    JsonObject target = ready.target();
    target.addProperty("backup_path", backup.file().toString());
    return ready;
  }

  private Optional<Stored> backup(Path path, Arguments arguments) {
    for (Backup copy : desk.files().backups(path)) {
      boolean named =
          arguments
              .maybeText("backup_path")
              .map(name -> Path.of(name).getFileName())
              .map(name -> name.equals(copy.file().getFileName()))
              .orElse(true);
      if (named
          && (arguments.has("backup_path") || arguments.has(BACKUP))
          && desk.files().read(copy.file()) instanceof Opened.Read(Stored stored)
          && arguments
              .maybeText(BACKUP)
              .map(hash -> hash.equalsIgnoreCase(stored.hash()))
              .orElse(true)) {
        return Optional.of(stored);
      }
    }
    return Optional.empty();
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Path path = Path.of(plan.target().get("path").getAsString());
    String hash = plan.target().get("sha256").getAsString();
    if (arguments.has(CREATED)) {
      return FileWork.outcome(desk.files().remove(path, hash));
    }
    FileCheck check =
        arguments.flag("validate_after", true)
            ? new FileWork.Judge(desk, path, given.version(arguments, ports), true)
            : FileCheck.none();
    return FileWork.outcome(
        desk.files()
            .rollback(
                path,
                Path.of(plan.target().get("backup_path").getAsString()),
                hash.isEmpty() ? Optional.empty() : Optional.of(hash),
                check));
  }
}
