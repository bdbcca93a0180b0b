package dev.opensipsmcp.server.toolset.config;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.edit.Edited;
import dev.opensipsmcp.cfg.edit.Edits;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.report.ConfigSecrets;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tools that change one thing in a text share.
 *
 * @param given finds the text
 */
record Editing(Given given) {
  private static final int DIFF_CHARS = 3_000;

  /** One change of a text. */
  @FunctionalInterface
  interface Edit {
    Edited of(Edits edits, SyntaxTree tree, Arguments arguments);
  }

  Tool tool(
      String name,
      String title,
      String what,
      String useWhen,
      String notFor,
      List<Schema.Property> own,
      List<String> examples,
      Edit edit) {
    List<Schema.Property> input = new ArrayList<>(own);
    input.addAll(List.of(Given.CONTENT, Given.PATH, Given.VERSION, TextPart.FROM));
    return ConfigToolset.READS.tool(
        name,
        title,
        ReadTools.says(
            what,
            useWhen,
            notFor,
            "Returns the new text, a part at a time, with diff and check; writes no file."),
        Schema.arguments(input.toArray(new Schema.Property[0])),
        EditTools.output(),
        examples,
        List.of(),
        (arguments, ports) ->
            given.text(
                arguments,
                source -> {
                  Version version = given.version(arguments, ports);
                  Edits edits = new Edits(Facts.of(version));
                  return switch (edit.of(edits, Parser.parse(source.text()), arguments)) {
                    case Edited.Done done -> done(source, done, version, arguments);
                    case Edited.Refused(String reason) ->
                        ToolError.CONFIG_UNFIT.failure(
                            "The text stays as it is: " + reason,
                            "Look with cfg_outline what it has, and change the arguments.");
                  };
                }));
  }

  private Outcome done(
      Given.Source source, Edited.Done done, Version version, Arguments arguments) {
    JsonObject verdict = given.verdict(source, done.text(), version);
    String diff = ConfigSecrets.diff(source.name(), source.text(), source.name(), done.text());
    JsonObject json = new JsonObject();
    json.add("changes", Json.texts(done.changes()));
    json.add("notes", Json.texts(done.notes()));
    json.addProperty(
        "diff", diff.length() <= DIFF_CHARS ? diff : diff.substring(0, DIFF_CHARS) + "...");
    json.addProperty("starts", verdict.get("starts").getAsBoolean());
    json.add("counts", verdict.get("counts"));
    json.add("checked", verdict.get("checked"));
    TextPart.add(json, done.text(), arguments);
    return new Outcome.Value(json);
  }
}
