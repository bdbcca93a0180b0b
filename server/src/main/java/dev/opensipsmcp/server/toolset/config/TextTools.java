package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.diff.ConfigurationDiff;
import dev.opensipsmcp.cfg.format.Formatted;
import dev.opensipsmcp.cfg.format.Formatter;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.report.ConfigSecrets;
import dev.opensipsmcp.server.report.DiffJson;
import dev.opensipsmcp.server.report.FindingJson;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tools that look at a text, or two, as a whole. */
final class TextTools {
  private TextTools() {}

  static List<Tool> all(ConfigDesk desk) {
    Given given = new Given(desk);
    return List.of(format(given), diff(given));
  }

  private static Tool format(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_format",
        "Lay a configuration out",
        ReadTools.says(
            "Format an opensips.cfg: one layout of tabs and spaces; comments and meaning stay.",
            "Use when a text is hard to read, or before two texts are compared.",
            "Not for changing what it does; use `cfg_set_parameter` or its siblings.",
            "Returns the text, a part at a time, and whether it differs; writes nothing."),
        Schema.arguments(Given.CONTENT, Given.PATH, TextPart.FROM),
        object(
            "The text laid out",
            TextPart.with(required("changed", flag("Whether it was laid out otherwise")))),
        List.of(
            "Format this opensips.cfg",
            "Indent my routing script properly",
            "Tidy up the layout of this configuration"),
        List.of(),
        (arguments, _) ->
            given.text(
                arguments,
                source ->
                    switch (Formatter.format(Parser.parse(source.text()))) {
                      case Formatted.Done(String text) -> {
                        JsonObject json = new JsonObject();
                        json.addProperty("changed", !text.equals(source.text()));
                        TextPart.add(json, text, arguments);
                        yield new Outcome.Value(json);
                      }
                      case Formatted.Refused(String reason) ->
                          ToolError.CONFIG_UNFIT.failure(
                              "The text is left as it is: " + reason,
                              "Mend what cfg_check finds, then call again.");
                    }));
  }

  private static Tool diff(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_diff",
        "Compare two configurations",
        ReadTools.says(
            "Diff two configurations: what differs in meaning, and line by line.",
            "Use when a text was rewritten, before it is written to a file.",
            "Not for a comparison with a scenario's output; use `cfg_diff_reference`.",
            "Returns how deep the difference goes, what differs, whether the new text would start,"
                + " and a unified diff, a part at a time."),
        Schema.arguments(
            optional("existing_cfg", text("The former text; or give path")),
            Given.PATH,
            optional("new_cfg", text("The new text; or give new_path")),
            optional("new_path", text("A file with the new text").longest(1_000)),
            optional("change_description", text("What the change is for").longest(2_000)),
            Given.VERSION,
            TextPart.FROM),
        object(
            "Difference",
            TextPart.with(
                required("kind", text("none, layout, comments, order or meaning")),
                required("meaning", map("What differs")),
                required("starts", flag("Whether the new text would start")),
                required("counts", map("Findings in the new text per severity")))),
        List.of(
            "Diff these two configurations",
            "What changed between the old and the new opensips.cfg?",
            "Compare my rewritten routing script with the existing one"),
        List.of("cfg_edit"),
        (arguments, ports) ->
            given.text(
                arguments,
                "existing_cfg",
                before ->
                    renewed(
                        given,
                        arguments,
                        after ->
                            compared(before, after, given.version(arguments, ports), arguments))));
  }

  private static Outcome renewed(
      Given given, Arguments arguments, Function<Given.Source, Outcome> work) {
    if (arguments.has("new_cfg") == arguments.has("new_path")) {
      return ToolError.ARGUMENTS_INCOMPLETE.failure(
          "It is not clear what the new text is.", "Give one of new_cfg and new_path.");
    }
    return arguments.has("new_cfg")
        ? work.apply(new Given.Source("opensips.cfg", arguments.text("new_cfg"), Optional.empty()))
        : given.file(
            arguments.text("new_path"),
            stored ->
                work.apply(
                    new Given.Source(
                        stored.file().toString(), stored.text(), Optional.of(stored))));
  }

  private static Outcome compared(
      Given.Source before, Given.Source after, Version version, Arguments arguments) {
    SyntaxTree former = Parser.parse(before.text());
    Program now = Program.of(after.name(), after.text());
    ConfigurationDiff diff = ConfigurationDiff.between(former, now.tree());
    Verdict verdict = new Checker(Facts.of(version)).verdict(now);
    JsonObject json = new JsonObject();
    json.addProperty("kind", DiffJson.kind(diff));
    json.add("meaning", DiffJson.of(diff));
    json.addProperty("starts", verdict.starts());
    json.add("counts", FindingJson.counts(verdict.findings()));
    TextPart.add(
        json,
        ConfigSecrets.diff(before.name(), before.text(), after.name(), after.text()),
        arguments);
    return new Outcome.Value(json);
  }
}
