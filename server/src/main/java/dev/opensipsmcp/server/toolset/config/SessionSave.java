package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.file.FileCheck;
import dev.opensipsmcp.cfg.file.Opened;
import dev.opensipsmcp.cfg.file.Refusal;
import dev.opensipsmcp.cfg.source.M4;
import dev.opensipsmcp.server.report.ConfigSecrets;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tool {@code cfg_save_session}. */
final class SessionSave implements Work.Change {
  private static final String MAIN = "main.m4";
  private static final String LOCAL = "local.m4";
  private static final String FLAT = "opensips.cfg";
  private final ConfigDesk desk;

  private SessionSave(ConfigDesk desk) {
    this.desk = desk;
  }

  static Tool tool(ConfigDesk desk) {
    return new Tool(
        "cfg_save_session",
        ConfigToolset.NAME,
        "Save an m4 pair to files",
        new Description(
            "Save a template and a site's definitions as files, and what m4 makes of them.",
            "Use when a pair of cfg_generate_m4 shall lie on the host.",
            Optional.of("Not for one flat file; use `cfg_file_write`."),
            Optional.of(
                "Effects: main.m4 and local.m4 are written, and opensips.cfg if wanted; what was"
                    + " there is backed up. No node reads them before its next start. Undo:"
                    + " cfg_rollback for each that was there; new ones by hand."),
            "Returns the files with hash and backup."),
        new Demand(Scope.CONFIG_WRITE, Risk.DISRUPTIVE),
        false,
        Schema.arguments(
            optional(
                "out_dir",
                text("An allowed directory that exists; else the first one").longest(1_000)),
            required("main_m4", text("The template")),
            required("local_m4", text("The definitions of one site")),
            optional("write_preprocessed", flag("Also what m4 makes of them").byDefault(false))),
        object(
            "What was written",
            required("files", list("Files", map("path, sha256, result, backup_path")))),
        Needs.NOTHING,
        List.of(
            "Save this m4 pair to /etc/opensips",
            "Write main.m4 and local.m4 to disk",
            "Save the session's template and definitions as files"),
        List.of(),
        new SessionSave(desk));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    Optional<Path> directory =
        arguments.has("out_dir")
            ? Given.path(arguments.text("out_dir"))
            : desk.directories().stream().findFirst();
    if (directory.isEmpty()) {
      return new Plan.Refused(FileReads.nothingAllowed());
    }
    if ((arguments.text("main_m4") + arguments.text("local_m4")).contains(ConfigSecrets.MARK)) {
      return new Plan.Refused(
          ToolError.CONFIG_UNFIT.failure(
              "A text says [redacted] where a secret belongs.", "Write the whole value."));
    }
    JsonObject target = new JsonObject();
    target.addProperty("directory", directory.get().toString());
    for (String name : names(arguments)) {
      switch (desk.files().read(directory.get().resolve(name))) {
        case Opened.Read(var stored) -> target.addProperty(name, stored.hash());
        case Opened.Refused(Refusal reason, _) when reason == Refusal.MISSING ->
            target.addProperty(name, "");
        case Opened.Refused(Refusal reason, String message) -> {
          return new Plan.Refused(Given.refused(reason, message));
        }
      }
    }
    return new Plan.Ready(
        "Write " + String.join(", ", names(arguments)) + " in " + directory.get(),
        target,
        new JsonObject(),
        List.of("The files hold the new texts; what was there is copied beside them"),
        "cfg_rollback for each file that was there; take new ones away by hand");
  }

  private static List<String> names(Arguments arguments) {
    return arguments.flag("write_preprocessed", false)
        ? List.of(MAIN, LOCAL, FLAT)
        : List.of(MAIN, LOCAL);
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Path directory = Path.of(plan.target().get("directory").getAsString());
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(MAIN, arguments.text("main_m4"));
    texts.put(LOCAL, arguments.text("local_m4"));
    JsonArray written = new JsonArray();
    Optional<Outcome> failed = write(directory, texts, plan.target(), written);
    if (failed.isEmpty() && arguments.flag("write_preprocessed", false)) {
      failed =
          switch (M4.in(directory)
              .render(List.of(directory.resolve(LOCAL)), directory.resolve(MAIN))) {
            case M4.Rendering.Done(String text, _) ->
                write(directory, Map.of(FLAT, text), plan.target(), written);
            case M4.Rendering.Failed(String reason) ->
                Optional.of(after(reason, ToolError.CONFIG_UNFIT));
            case M4.Rendering.Absent _ ->
                Optional.of(after("There is no m4 on this machine.", ToolError.BINARY_MISSING));
          };
    }
    JsonObject json = new JsonObject();
    json.add("files", written);
    return failed.orElseGet(() -> new Outcome.Value(json));
  }

  private static Outcome after(String reason, ToolError error) {
    return new Outcome.Failure(
        error.name(),
        "The pair is written, the flat file is not: " + reason,
        "Call cfg_preprocess with the pair, and mend what it names.",
        true);
  }

  private Optional<Outcome> write(
      Path directory, Map<String, String> texts, JsonObject target, JsonArray written) {
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      String hash = target.get(entry.getKey()).getAsString();
      Outcome outcome =
          FileWork.outcome(
              desk.files()
                  .write(
                      directory.resolve(entry.getKey()),
                      entry.getValue(),
                      hash.isEmpty() ? Optional.empty() : Optional.of(hash),
                      FileCheck.none()));
      if (!(outcome instanceof Outcome.Value value)) {
        return Optional.of(outcome);
      }
      written.add(value.data());
    }
    return Optional.empty();
  }
}
