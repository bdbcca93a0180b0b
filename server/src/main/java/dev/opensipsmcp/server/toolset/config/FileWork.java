package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.file.FileCheck;
import dev.opensipsmcp.cfg.file.Opened;
import dev.opensipsmcp.cfg.file.Written;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.source.Loader;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.report.ConfigSecrets;
import dev.opensipsmcp.server.report.FindingJson;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What the tools that write files share. */
final class FileWork {
  static final Schema OUTPUT =
      object(
          "What became of the file",
          required("path", text("The file")),
          required("sha256", text("Hash of what it holds now")),
          optional("backup_path", text("A copy of what it held before")),
          required("result", text("written, same or copied")));
  private static final int DIFF_CHARS = 10_000;

  private FileWork() {}

  /** {@return the file and the hash of what it holds; an empty one when there is none} */
  static MiResult<JsonObject> state(ConfigDesk desk, String path) {
    JsonObject json = new JsonObject();
    json.addProperty("path", path);
    Optional<Path> file = Given.path(path);
    json.addProperty(
        "sha256",
        file.isPresent() && desk.files().read(file.get()) instanceof Opened.Read(var stored)
            ? stored.hash()
            : "");
    return new MiResult.Success<>(json);
  }

  /**
   * {@return why a text may not be a file's, if so} What it includes is known once it is a file:
   * until then a text that includes others is only read.
   */
  static Optional<String> objection(String name, String text, Version version, boolean whole) {
    Program program = Program.of(name, text);
    boolean alone =
        program.tree().tokens().stream()
            .filter(token -> token.kind() == Token.Kind.WORD)
            .map(token -> token.span().in(text))
            .noneMatch(word -> word.equals("include_file") || word.equals("import_file"));
    return objection(program, version, whole && alone);
  }

  private static Optional<String> objection(Program program, Version version, boolean whole) {
    if (!whole) {
      return program.tree().faults().stream()
          .findFirst()
          .map(fault -> program.origins().place(fault.span()) + ": " + fault.message());
    }
    Verdict verdict = new Checker(Facts.of(version)).verdict(program);
    if (verdict.starts()) {
      return Optional.empty();
    }
    List<Finding> fatal =
        verdict.findings().stream().filter(it -> it.severity() == Severity.FATAL).toList();
    String first =
        fatal.isEmpty()
            ? ""
            : " "
                + program.origins().place(fatal.getFirst().span())
                + ": "
                + fatal.getFirst().message();
    return Optional.of(
        "OpenSIPS "
            + version.label()
            + " would not start with it, for "
            + fatal.size()
            + " reasons."
            + first);
  }

  /**
   * Asks the check about a file, with what it includes.
   *
   * @param desk knows the directories
   * @param version the version to start
   * @param whole whether it must start, and not only be understood
   */
  record Judge(ConfigDesk desk, Version version, boolean whole) implements FileCheck {
    @Override
    public Optional<String> objection(Path file) {
      for (Path directory : desk.directories()) {
        try {
          if (file.startsWith(directory.toRealPath())) {
            return FileWork.objection(
                Loader.in(directory.toRealPath()).load(file).program(), version, whole);
          }
        } catch (IOException e) {
          return Optional.of(file + " can't be read: " + e.getMessage());
        }
      }
      return Optional.of(file + " is in no allowed directory.");
    }
  }

  /** {@return the plan of a write} */
  static Plan.Ready ready(
      Path path, String former, Optional<String> seen, String text, Version version, String tool) {
    JsonObject target = new JsonObject();
    target.addProperty("path", path.toString());
    target.addProperty("sha256", seen.orElse(""));
    target.addProperty("new_sha256", hash(text));
    JsonObject shown = new JsonObject();
    shown.add("before", verdict(path, former, version));
    shown.add("after", verdict(path, text, version));
    String diff = ConfigSecrets.diff(path.toString(), former, path.toString(), text);
    if (diff.isEmpty() && !former.equals(text)) {
      diff = "Only secrets differ.";
    }
    shown.addProperty(
        "diff", diff.length() <= DIFF_CHARS ? diff : diff.substring(0, DIFF_CHARS) + "...");
    return new Plan.Ready(
        (seen.isPresent() ? "Replace the text of " : "Make the file ")
            + path
            + " for OpenSIPS "
            + version.label(),
        target,
        shown,
        List.of(
            "The file holds the new text; a node reads it when it starts the next time",
            seen.isPresent()
                ? "What it held before is copied beside it"
                : "Nothing is overwritten"),
        seen.isPresent()
            ? "change_revert, or cfg_rollback with the backup that the result names"
            : "take the file away by hand",
        seen.map(before -> restore(path, before, tool)));
  }

  /** {@return how a file gets back what it held: its backup is known by its hash} */
  static Restore restore(Path path, String before, String tool) {
    JsonObject was = new JsonObject();
    was.addProperty("path", path.toString());
    was.addProperty("sha256", before);
    JsonObject made = new JsonObject();
    made.addProperty(tool.equals(FileWrite.NAME) ? "path" : "target_path", path.toString());
    JsonObject back = new JsonObject();
    back.addProperty("target_path", path.toString());
    back.addProperty("backup_hash", before);
    back.addProperty("validate_after", false);
    return new Restore(was, new Step(tool, made), new Step(Rollback.NAME, back));
  }

  private static JsonObject verdict(Path path, String text, Version version) {
    Verdict verdict = new Checker(Facts.of(version)).verdict(Program.of(path.toString(), text));
    JsonObject json = new JsonObject();
    json.addProperty("starts", verdict.starts());
    json.add("counts", FindingJson.counts(verdict.findings()));
    return json;
  }

  static Outcome outcome(Written written) {
    return switch (written) {
      case Written.Saved(var stored, Optional<Path> backup) -> {
        JsonObject json = FileWork.json(stored.file(), stored.hash(), "written");
        backup.ifPresent(copy -> json.addProperty("backup_path", copy.toString()));
        yield new Outcome.Value(json);
      }
      case Written.Same(var stored) ->
          new Outcome.Value(json(stored.file(), stored.hash(), "same"));
      case Written.Refused(var reason, String message) -> Given.refused(reason, message);
      case Written.Restored(String message, _) ->
          ToolError.CONFIG_FAULTY.failure(
              message + " The file holds again what it held before.",
              "Mend what cfg_check finds in the new text, then call again.");
      case Written.Stuck(String message, Optional<Path> backup) ->
          ToolError.CONFIG_STUCK.failure(
              message,
              backup
                  .map(copy -> "Copy " + copy + " over the file by hand.")
                  .orElse("Take the file away by hand."));
    };
  }

  static JsonObject json(Path path, String hash, String result) {
    JsonObject json = new JsonObject();
    json.addProperty("path", path.toString());
    json.addProperty("sha256", hash);
    json.addProperty("result", result);
    return json;
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
