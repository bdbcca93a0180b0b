package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.file.Backup;
import dev.opensipsmcp.cfg.file.Opened;
import dev.opensipsmcp.server.report.ConfigSecrets;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tools that read files of configurations. */
final class FileReads {
  private static final int DEEP = 4;
  private static final int MOST = 2_000;
  private static final FileVisitOption[] NO_LINKS = {};

  private final ConfigDesk desk;

  private FileReads(ConfigDesk desk) {
    this.desk = desk;
  }

  static List<Tool> all(ConfigDesk desk) {
    FileReads reads = new FileReads(desk);
    return List.of(reads.list(), reads.read(new Given(desk)), reads.backups());
  }

  private Tool list() {
    return ConfigToolset.READS.tool(
        "cfg_file_list",
        "Files of configurations",
        ReadTools.says(
            "List the configuration files in the directories that are allowed.",
            "Use when a file is to be read, checked or written and its path is not known.",
            "Not for copies of former states; use `cfg_list_backups`.",
            "Returns a page of files with path, size, time of the last change and hash. Files end"
                + " in cfg, m4, inc or conf."),
        Schema.arguments(
            SharedParameters.limit(50, 500), SharedParameters.CURSOR, SharedParameters.FIELDS),
        Schema.list(
            "Files",
            object(
                "A file",
                required("path", text("Its real path")),
                required("bytes", integer("Its size")),
                required("modified", text("When it was last changed")),
                optional("sha256", text("Hash of its bytes")))),
        List.of(
            "Which configuration files can you read?",
            "List the opensips.cfg files on this host",
            "Show the files in the config directories"),
        List.of(),
        (arguments, _) ->
            desk.directories().isEmpty()
                ? nothingAllowed()
                : Paging.page(files().stream().map(this::row).toList(), arguments, 50, List.of()));
  }

  static Outcome.Failure nothingAllowed() {
    return ToolError.CONFIG_OUTSIDE.failure(
        "No directory is allowed for configuration files.",
        "Give texts as config_content, or ask whoever runs this server to set"
            + " OPENSIPS_MCP_CFG_DIRS.");
  }

  private List<Path> files() {
    TreeSet<Path> found = new TreeSet<>();
    for (Path directory : desk.directories()) {
      try (Stream<Path> all = Files.walk(directory.toRealPath(), DEEP, NO_LINKS)) {
        all.filter(FileReads::named).filter(Files::isRegularFile).limit(MOST).forEach(found::add);
      } catch (IOException | UncheckedIOException _) {
        // A directory that is not there, or not to be read, has no files to show.
      }
    }
    return new ArrayList<>(found);
  }

  private static boolean named(Path file) {
    return String.valueOf(file.getFileName()).matches("[^.].*\\.(cfg|m4|inc|conf)");
  }

  private JsonObject row(Path file) {
    JsonObject json = new JsonObject();
    json.addProperty("path", file.toString());
    try {
      json.addProperty("bytes", Files.size(file));
      json.addProperty("modified", Files.getLastModifiedTime(file).toInstant().toString());
    } catch (IOException _) {
      json.addProperty("bytes", 0);
      json.addProperty("modified", "");
    }
    if (desk.files().read(file) instanceof Opened.Read(var stored)) {
      json.addProperty("sha256", stored.hash());
    }
    return json;
  }

  private Tool read(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_file_read",
        "Read a configuration file",
        new Description(
            "Read a configuration file of an allowed directory, without its secrets.",
            "Use when its text is wanted, or its hash before it is written.",
            Optional.of("Not for what is in it, in short; use `cfg_outline`."),
            Optional.empty(),
            "Returns a part of the text from a line on, and the hash. Where a secret stands it says"
                + " [redacted]; cfg_file_write keeps the secret of such a line."),
        Schema.arguments(
            required("path", text("A file that cfg_file_list shows").longest(1_000)),
            TextPart.FROM),
        object(
            "A file",
            TextPart.with(
                required("path", text("Its real path")),
                required("sha256", text("Hash of its bytes")))),
        List.of(
            "Read /etc/opensips/opensips.cfg",
            "Show me the configuration file from line 200 on",
            "What is in the config file on disk?"),
        List.of(),
        (arguments, _) ->
            given.file(
                arguments.text("path"),
                stored -> {
                  JsonObject json = new JsonObject();
                  json.addProperty("path", stored.file().toString());
                  json.addProperty("sha256", stored.hash());
                  TextPart.add(json, ConfigSecrets.without(stored.text()), arguments);
                  return new Outcome.Value(json);
                }));
  }

  private Tool backups() {
    return ConfigToolset.READS.tool(
        "cfg_list_backups",
        "Backups of configuration files",
        ReadTools.says(
            "List the backups of a configuration file, or of all of them, newest first.",
            "Use when a former state is to be brought back.",
            "Not for the files themselves; use `cfg_file_list`.",
            "Returns a page of copies with path, file, time, size and hash."),
        Schema.arguments(
            optional("config_path", text("The file; absent for all").longest(1_000)),
            optional("backup_dir", text("Where copies lie: beside the file").longest(1_000)),
            SharedParameters.limit(50, 500),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list(
            "Backups",
            object(
                "A copy",
                required("backup_path", text("The copy")),
                required("config_path", text("The file")),
                required("taken", text("When it was made")),
                required("bytes", integer("Its size")),
                optional("sha256", text("Hash of its bytes")))),
        List.of(
            "List the backups of opensips.cfg",
            "Which former states of the configuration file are kept?",
            "When was the config file backed up?"),
        List.of(),
        (arguments, _) -> {
          if (desk.directories().isEmpty()) {
            return nothingAllowed();
          }
          Optional<Path> wanted = arguments.maybeText("config_path").flatMap(Given::path);
          Optional<Outcome.Failure> elsewhere = elsewhere(arguments, wanted);
          if (elsewhere.isPresent()) {
            return elsewhere.get();
          }
          if (wanted.isPresent()
              && desk.files().read(wanted.get()) instanceof Opened.Refused(var why, var message)) {
            return Given.refused(why, message);
          }
          List<JsonObject> rows = new ArrayList<>();
          for (Path file : wanted.map(List::of).orElseGet(this::files)) {
            desk.files().backups(file).forEach(backup -> rows.add(row(file, backup)));
          }
          return Paging.page(rows, arguments, 50, List.of());
        });
  }

  /** {@return why the caller's directory of copies can't be it, if so} */
  static Optional<Outcome.Failure> elsewhere(Arguments arguments, Optional<Path> file) {
    Optional<Path> directory = arguments.maybeText("backup_dir").flatMap(Given::path);
    boolean other =
        arguments.has("backup_dir")
            && (directory.isEmpty()
                || file.isEmpty()
                || !directory.get().normalize().equals(file.get().normalize().getParent()));
    return other
        ? Optional.of(
            ToolError.ARGUMENTS_WRONG.failure(
                "Copies lie beside their file, in no other directory.", "Leave backup_dir out."))
        : Optional.empty();
  }

  private JsonObject row(Path file, Backup backup) {
    JsonObject json = new JsonObject();
    json.addProperty("backup_path", backup.file().toString());
    json.addProperty("config_path", file.toString());
    json.addProperty("taken", backup.taken().toString());
    json.addProperty("bytes", backup.size());
    if (desk.files().read(backup.file()) instanceof Opened.Read(var stored)) {
      json.addProperty("sha256", stored.hash());
    }
    return json;
  }
}
