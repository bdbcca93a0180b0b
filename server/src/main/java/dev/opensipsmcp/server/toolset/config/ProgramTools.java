package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.source.M4;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.binary.OpensipsBinary.Answer;
import dev.opensipsmcp.server.report.ConfigSecrets;
import dev.opensipsmcp.server.report.FindingJson;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tools that have another program look at a text. */
final class ProgramTools {
  private static final int SAID = 6_000;

  private ProgramTools() {}

  static List<Tool> all(ConfigDesk desk) {
    Given given = new Given(desk);
    return List.of(validate(desk, given), preprocess(given));
  }

  private static Tool validate(ConfigDesk desk, Given given) {
    return new Tool(
        "cfg_validate",
        ConfigToolset.NAME,
        "Ask a real OpenSIPS",
        ReadTools.says(
            "Validate a configuration with the configured OpenSIPS binary, beside our own check.",
            "Use when a person allowed the binary and its own word is wanted.",
            "Not for hosts without a binary; use `cfg_check`.",
            "Returns both verdicts and what the binary said. It runs as opensips -C on a private"
                + " copy with limits; texts that include files, or load modules from elsewhere,"
                + " are not given to it."),
        new Demand(Scope.PROCESS_MANAGE, Risk.READ),
        true,
        Schema.arguments(Given.CONTENT, Given.PATH, Given.VERSION),
        object(
            "Both verdicts",
            required("binary_accepted", flag("Whether opensips -C was content")),
            required("binary_output", text("What it said, its end where long")),
            required("accepted", flag("Whether our check says it would be")),
            required("starts", flag("Whether our check says it would start")),
            required("counts", map("Our findings per severity"))),
        Needs.NOTHING,
        List.of(
            "Validate this config with the real opensips binary",
            "Run opensips -C on my configuration",
            "What does OpenSIPS itself say to this file?"),
        List.of(),
        (Work.Read)
            (arguments, ports) ->
                desk.binary().isEmpty()
                    ? ToolError.BINARY_MISSING.failure(
                        "No OpenSIPS binary is configured here.",
                        "Use cfg_check, or ask whoever runs this server to set"
                            + " OPENSIPS_MCP_OPENSIPS_BIN.")
                    : given.text(
                        arguments,
                        source -> validated(desk, source, given.version(arguments, ports))));
  }

  private static Outcome validated(ConfigDesk desk, Given.Source source, Version version) {
    Program program = Program.of(source.name(), source.text());
    return switch (desk.binary().orElseThrow().ask(program.tree())) {
      case Answer.Refused(String reason) ->
          ToolError.BINARY_REFUSED.failure(
              "The binary was not run: " + ConfigSecrets.without(reason),
              "Use cfg_check, or give one text whose modules are named without a path.");
      case Answer.Failed(String reason) ->
          ToolError.BINARY_FAILED.failure(
              reason, "Use cfg_check, and ask whoever runs this server about the binary.");
      case Answer.Verdict(boolean accepted, String output) -> {
        Verdict ours = new Checker(Facts.of(version)).verdict(program);
        JsonObject json = new JsonObject();
        json.addProperty("binary_accepted", accepted);
        String said = ConfigSecrets.without(output);
        json.addProperty(
            "binary_output",
            said.length() <= SAID ? said : "..." + said.substring(said.length() - SAID));
        json.addProperty("accepted", ours.accepted());
        json.addProperty("starts", ours.starts());
        json.add("counts", FindingJson.counts(ours.findings()));
        yield new Outcome.Value(json);
      }
    };
  }

  private static Tool preprocess(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_preprocess",
        "Render an m4 pair",
        ReadTools.says(
            "Preprocess a template with a site's definitions by m4, and check the result.",
            "Use when a configuration is kept as an m4 pair, as cfg_generate_m4 makes it.",
            "Not for a flat file; use `cfg_check`.",
            "Returns the flat text, a part at a time, what m4 complained of, and the check. m4"
                + " can run, read and write nothing; its time and memory are limited."),
        Schema.arguments(
            required("main_m4", text("The template")),
            required("local_m4", text("The definitions of one site")),
            optional("validate", flag("Check the result").byDefault(true)),
            Given.VERSION,
            TextPart.FROM),
        object(
            "The flat text",
            TextPart.with(
                required("complaints", texts("What m4 complained of")),
                optional("starts", flag("Whether OpenSIPS would start with it")),
                optional("counts", map("Findings per severity")))),
        List.of(
            "Preprocess this m4 template with the site's definitions",
            "Render main.m4 and local.m4 to a flat opensips.cfg",
            "Dry run of my m4 configuration pair"),
        List.of("cfg_dry_run"),
        (arguments, ports) -> rendered(arguments, given.version(arguments, ports)));
  }

  private static Outcome rendered(Arguments arguments, Version version) {
    try {
      Path directory = Files.createTempDirectory("opensips-mcp-m4-");
      Path main = directory.resolve("main.m4");
      Path local = directory.resolve("local.m4");
      try {
        Files.writeString(main, arguments.text("main_m4"));
        Files.writeString(local, arguments.text("local_m4"));
        return switch (M4.in(directory).render(List.of(local), main)) {
          case M4.Rendering.Absent _ ->
              ToolError.BINARY_MISSING.failure(
                  "There is no m4 on this machine.",
                  "Build the flat file with cfg_generate, or have m4 installed.");
          case M4.Rendering.Failed(String reason) ->
              ToolError.CONFIG_UNFIT.failure(reason, "Mend the pair, then call again.");
          case M4.Rendering.Done(String text, List<String> complaints) ->
              rendered(text, complaints, arguments, version);
        };
      } finally {
        Files.deleteIfExists(main);
        Files.deleteIfExists(local);
        Files.deleteIfExists(directory);
      }
    } catch (IOException e) {
      return ToolError.BINARY_FAILED.failure(
          "The pair could not be laid down for m4: " + e.getMessage(),
          "Ask whoever runs this server about its temporary directory.");
    }
  }

  private static Outcome rendered(
      String text, List<String> complaints, Arguments arguments, Version version) {
    JsonObject json = new JsonObject();
    json.add("complaints", Json.texts(complaints));
    if (arguments.flag("validate", true)) {
      Verdict verdict = new Checker(Facts.of(version)).verdict(Program.of("opensips.cfg", text));
      json.addProperty("starts", verdict.starts());
      json.add("counts", FindingJson.counts(verdict.findings()));
    }
    TextPart.add(json, text, arguments);
    return new Outcome.Value(json);
  }
}
