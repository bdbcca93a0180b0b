package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.file.FileCheck;
import dev.opensipsmcp.cfg.file.Opened;
import dev.opensipsmcp.cfg.file.Pruned;
import dev.opensipsmcp.cfg.file.Written;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.source.Program;
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
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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
          optional("pruned", texts("Copies taken away")),
          optional("note", text("What went wrong")),
          required("result", text("written, same, copied or removed")));
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
   * {@return why a text may not be a file's, if so}
   *
   * @param desk knows the directories, and which files nodes start with
   * @param path the file
   * @param text what it would hold
   * @param version the version to start
   * @param whole whether it must start, with all that it includes or that includes it, and not only
   *     be understood by itself
   */
  static Optional<String> objection(
      ConfigDesk desk, Path path, String text, Version version, boolean whole) {
    if (!whole) {
      Program program = Program.of(path.toString(), text);
      return program.tree().faults().stream()
          .findFirst()
          .map(fault -> program.origins().place(fault.span()) + ": " + fault.message());
    }
    try {
      return new Wholes(desk)
          .with(path, text).stream()
              .flatMap(one -> objection(one, path, version).stream())
              .findFirst();
    } catch (IOException e) {
      return Optional.of(path + " can't be checked: " + e.getMessage());
    }
  }

  private static Optional<String> objection(Wholes.Whole whole, Path path, Version version) {
    Program program = whole.program();
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
            + " would not start with "
            + (whole.main().equals(path) ? "it" : whole.main())
            + ", for "
            + fatal.size()
            + " reasons."
            + first);
  }

  /**
   * Asks the check about a file, with what it includes and what includes it.
   *
   * @param desk knows the directories, and which files nodes start with
   * @param path the file that is written, whichever is looked at
   * @param version the version to start
   * @param whole whether it must start, and not only be understood
   */
  record Judge(ConfigDesk desk, Path path, Version version, boolean whole) implements FileCheck {
    @Override
    public Optional<String> objection(Path looked) {
      return switch (desk.files().read(looked)) {
        case Opened.Refused(_, String message) -> Optional.of(message);
        case Opened.Read(var stored) ->
            FileWork.objection(desk, path, stored.text(), version, whole);
      };
    }
  }

  /** {@return the plan of a write} */
  static Plan.Ready ready(
      ConfigDesk desk,
      Path path,
      String former,
      Optional<String> seen,
      String text,
      Version version,
      String tool) {
    JsonObject target = new JsonObject();
    target.addProperty("path", path.toString());
    target.addProperty("sha256", seen.orElse(""));
    target.addProperty("new_sha256", hash(text));
    JsonObject shown = new JsonObject();
    seen.ifPresent(_ -> shown.add("before", verdict(desk, path, former, version)));
    shown.add("after", verdict(desk, path, text, version));
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
                ? "What it held before is copied beside it. " + desk.pruning()
                : "Nothing is overwritten"),
        seen.isPresent()
            ? "change_revert, or cfg_rollback with the backup that the result names"
            : "change_revert takes the file away again, as long as it holds this text",
        Optional.of(
            seen.map(before -> restore(path, before, tool))
                .orElseGet(() -> restoreNew(path, hash(text), tool))));
  }

  /** {@return how a file that was not there goes away again} */
  private static Restore restoreNew(Path path, String created, String tool) {
    JsonObject gone = new JsonObject();
    gone.addProperty("target_path", path.toString());
    gone.addProperty("created_hash", created);
    return new Restore(state(path, ""), made(path, tool), new Step(Rollback.NAME, gone));
  }

  /** {@return how a file gets back what it held: its backup is known by its hash} */
  static Restore restore(Path path, String before, String tool) {
    JsonObject back = new JsonObject();
    back.addProperty("target_path", path.toString());
    back.addProperty("backup_hash", before);
    back.addProperty("validate_after", false);
    return new Restore(state(path, before), made(path, tool), new Step(Rollback.NAME, back));
  }

  private static JsonObject state(Path path, String hash) {
    JsonObject state = new JsonObject();
    state.addProperty("path", path.toString());
    state.addProperty("sha256", hash);
    return state;
  }

  /** {@return the change as a call, of which only the file matters} */
  private static Step made(Path path, String tool) {
    JsonObject made = new JsonObject();
    made.addProperty(tool.equals(FileWrite.NAME) ? "path" : "target_path", path.toString());
    return new Step(tool, made);
  }

  /** {@return what the check says of all that a file belongs to, were this its text} */
  static JsonObject verdict(ConfigDesk desk, Path path, String text, Version version) {
    List<Wholes.Whole> wholes;
    try {
      wholes = new Wholes(desk).with(path, text);
    } catch (IOException _) {
      wholes = List.of(Wholes.alone(path, text));
    }
    return verdict(wholes, version);
  }

  /** {@return what the check says of configurations, all together} */
  static JsonObject verdict(List<Wholes.Whole> wholes, Version version) {
    boolean starts = true;
    List<Finding> findings = new ArrayList<>();
    for (Wholes.Whole whole : wholes) {
      Verdict verdict = new Checker(Facts.of(version)).verdict(whole.program());
      starts &= verdict.starts();
      findings.addAll(verdict.findings());
    }
    JsonObject json = new JsonObject();
    json.addProperty("starts", starts);
    json.add("counts", FindingJson.counts(findings));
    json.add("checked", Json.texts(wholes.stream().map(whole -> whole.main().toString()).toList()));
    return json;
  }

  static Outcome outcome(Written written) {
    return switch (written) {
      case Written.Saved(var stored, Optional<Path> backup, Pruned pruned) -> {
        JsonObject json = FileWork.json(stored.file(), stored.hash(), "written");
        backup.ifPresent(copy -> json.addProperty("backup_path", copy.toString()));
        add(json, pruned);
        yield new Outcome.Value(json);
      }
      case Written.Removed(Path file, Path backup) -> {
        JsonObject json = json(file, "", "removed");
        json.addProperty("backup_path", backup.toString());
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

  /** Tells what became of old copies. */
  static void add(JsonObject json, Pruned pruned) {
    if (!pruned.gone().isEmpty()) {
      json.add("pruned", Json.texts(pruned.gone().stream().map(Path::toString).toList()));
    }
    pruned.problem().ifPresent(problem -> json.addProperty("note", problem));
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
