package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.file.Opened;
import dev.opensipsmcp.cfg.file.Stored;
import dev.opensipsmcp.cfg.file.Written;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The tool {@code cfg_backup}. */
final class FileBackup implements Work.Change {
  private final ConfigDesk desk;

  private FileBackup(ConfigDesk desk) {
    this.desk = desk;
  }

  static Tool tool(ConfigDesk desk) {
    return new Tool(
        "cfg_backup",
        ConfigToolset.NAME,
        "Back a configuration file up",
        new Description(
            "Backup a configuration file: copy it beside itself under the time's name.",
            "Use when its present state shall be kept; cfg_file_write makes one itself.",
            Optional.of("Not for bringing one back; use `cfg_rollback`."),
            Optional.of(
                "Effects: one more file, with mode and owner of the first. The file itself, the"
                    + " node and calls are not touched. Undo: take the copy away by hand."),
            "Returns the copy's path and hash."),
        new Demand(Scope.CONFIG_WRITE, Risk.REVERSIBLE),
        false,
        Schema.arguments(
            required("config_path", text("The file").longest(1_000)),
            optional("backup_dir", text("Where copies lie: beside the file").longest(1_000))),
        FileWork.OUTPUT,
        Needs.NOTHING,
        List.of(
            "Back up opensips.cfg",
            "Keep a copy of the configuration file",
            "Make a timestamped backup of my config"),
        List.of(),
        new FileBackup(desk));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    Optional<Path> path = Given.path(arguments.text("config_path"));
    if (path.isEmpty()) {
      return new Plan.Refused(Given.noPath());
    }
    Optional<Outcome.Failure> elsewhere = FileReads.elsewhere(arguments, path);
    if (elsewhere.isPresent()) {
      return new Plan.Refused(elsewhere.get());
    }
    return switch (desk.files().read(path.get())) {
      case Opened.Refused(var reason, String message) ->
          new Plan.Refused(Given.refused(reason, message));
      case Opened.Read(Stored stored) -> {
        JsonObject target = new JsonObject();
        target.addProperty("path", path.get().toString());
        target.addProperty("sha256", stored.hash());
        yield new Plan.Ready(
            "Copy " + path.get() + " beside itself",
            target,
            new JsonObject(),
            List.of("One more file lies in its directory", desk.pruning()),
            "take the copy away by hand");
      }
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return switch (desk.files().backup(Path.of(plan.target().get("path").getAsString()))) {
      case Written.Saved(Stored stored, Optional<Path> copy, var pruned) -> {
        JsonObject json = FileWork.json(stored.file(), stored.hash(), "copied");
        FileWork.add(json, pruned);
        copy.ifPresent(it -> json.addProperty("backup_path", it.toString()));
        yield new Outcome.Value(json);
      }
      case Written.Refused(var reason, String message) -> Given.refused(reason, message);
      case Written.Same _, Written.Restored _, Written.Stuck _, Written.Removed _ ->
          throw new IllegalStateException("A copy is made or refused");
    };
  }
}
