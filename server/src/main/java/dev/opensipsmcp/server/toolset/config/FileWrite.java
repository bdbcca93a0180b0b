package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.file.Opened;
import dev.opensipsmcp.cfg.file.Refusal;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiResult;
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
import java.util.List;
import java.util.Optional;

/** The tool {@code cfg_file_write}. */
final class FileWrite implements Work.Reversible {
  static final String NAME = "cfg_file_write";
  private final ConfigDesk desk;
  private final Given given;

  private FileWrite(ConfigDesk desk) {
    this.desk = desk;
    this.given = new Given(desk);
  }

  static Tool tool(ConfigDesk desk) {
    return new Tool(
        NAME,
        ConfigToolset.NAME,
        "Write a configuration file",
        new Description(
            "Write the text of a configuration file in an allowed directory, at once and checked.",
            "Use when a changed or new text shall lie on the host.",
            Optional.of("Not for a former state; use `cfg_rollback`."),
            Optional.of(
                "Effects: the file is replaced, a backup stays beside it; refused when OpenSIPS"
                    + " would not start with it. The node reads it at its next start; calls go on."
                    + " Undo: change_revert."),
            "Returns path, hash and backup; the plan has a diff and both checks."),
        new Demand(Scope.CONFIG_WRITE, Risk.DISRUPTIVE),
        false,
        Schema.arguments(
            required("path", text("The file; its directory exists").longest(1_000)),
            required(
                "config_content",
                text("The whole new text; lines with [redacted] keep their secret")),
            optional(
                "expected_hash",
                text("sha256 that cfg_file_read showed; absent for a new file")
                    .matching("[0-9a-fA-F]{64}")),
            optional(
                "check",
                text("start: with its includes and what includes it; or syntax")
                    .oneOf("start", "syntax")
                    .byDefault("start")),
            Given.VERSION),
        FileWork.OUTPUT,
        Needs.NOTHING,
        List.of(
            "Write this text to /etc/opensips/opensips.cfg",
            "Save the changed configuration file",
            "Put the new opensips.cfg on disk"),
        List.of(),
        new FileWrite(desk));
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return FileWork.state(desk, arguments.text("path"));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    Optional<Path> path = Given.path(arguments.text("path"));
    if (path.isEmpty()) {
      return new Plan.Refused(Given.noPath());
    }
    String former;
    Optional<String> seen;
    switch (desk.files().read(path.get())) {
      case Opened.Read(var stored) -> {
        former = stored.text();
        seen = Optional.of(stored.hash());
      }
      case Opened.Refused(Refusal reason, _) when reason == Refusal.MISSING -> {
        former = "";
        seen = Optional.empty();
      }
      case Opened.Refused(Refusal reason, String message) -> {
        return new Plan.Refused(Given.refused(reason, message));
      }
    }
    if (!seen.map(hash -> hash.equalsIgnoreCase(expected(arguments)))
        .orElse(expected(arguments).isEmpty())) {
      return new Plan.Refused(
          Given.refused(
              Refusal.CHANGED,
              seen.isEmpty()
                  ? "There is no file " + path.get() + " that was read."
                  : path.get() + " is not as expected_hash says."));
    }
    Optional<String> text = ConfigSecrets.restored(arguments.text("config_content"), former);
    if (text.isEmpty()) {
      return new Plan.Refused(
          ToolError.CONFIG_UNFIT.failure(
              "A line says [redacted] where the file has no such line, or several.",
              "Leave lines with secrets as cfg_file_read shows them, or write the whole value."));
    }
    return planned(arguments, ports, path.get(), former, seen, text.get());
  }

  private static String expected(Arguments arguments) {
    return arguments.maybeText("expected_hash").orElse("");
  }

  private Plan planned(
      Arguments arguments,
      ReadPorts ports,
      Path path,
      String former,
      Optional<String> seen,
      String text) {
    Version version = given.version(arguments, ports);
    boolean whole = arguments.maybeText("check").orElse("start").equals("start");
    Optional<String> objection = FileWork.objection(desk, path, text, version, whole);
    if (objection.isPresent()) {
      return new Plan.Refused(
          ToolError.CONFIG_FAULTY.failure(
              objection.get(), "Mend what cfg_check finds in the new text, then call again."));
    }
    return FileWork.ready(desk, path, former, seen, text, version, NAME);
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Path path = Path.of(plan.target().get("path").getAsString());
    String hash = plan.target().get("sha256").getAsString();
    Optional<String> seen = hash.isEmpty() ? Optional.empty() : Optional.of(hash);
    String former = desk.files().read(path) instanceof Opened.Read(var stored) ? stored.text() : "";
    Optional<String> text = ConfigSecrets.restored(arguments.text("config_content"), former);
    if (text.isEmpty()) {
      return Given.refused(Refusal.CHANGED, path + " was changed since it was read.");
    }
    boolean whole = arguments.maybeText("check").orElse("start").equals("start");
    return FileWork.outcome(
        desk.files()
            .write(
                path,
                text.get(),
                seen,
                new FileWork.Judge(desk, path, given.version(arguments, ports), whole)));
  }
}
