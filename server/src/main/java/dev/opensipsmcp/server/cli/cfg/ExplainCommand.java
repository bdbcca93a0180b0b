package dev.opensipsmcp.server.cli.cfg;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.explain.FlowGraph;
import dev.opensipsmcp.cfg.explain.Outline;
import dev.opensipsmcp.cfg.explain.Theme;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.report.OutlineJson;
import dev.opensipsmcp.server.report.Topics;
import dev.opensipsmcp.server.tool.Nearest;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** {@code cfg explain}. */
record ExplainCommand(Files files, PrintStream out) {
  int explain(Options options) {
    Version version = options.version();
    if (options.text("--topic").isPresent()) {
      return topic(options.text("--topic").get(), version, options.flag("--json"));
    }
    if (options.positional(0).isEmpty()) {
      throw new Unreadable("Name a file, or a word with --topic.");
    }
    Program program = files.program(options.positional(0));
    Redactor redactor = new Redactor(List.of());
    if (options.flag("--mermaid")) {
      out.print(redactor.redact(FlowGraph.of(program.tree()).mermaid()));
    } else if (options.flag("--svg")) {
      out.print(redactor.redact(FlowGraph.of(program.tree()).svg(Theme.AUTO)));
    } else {
      Outline outline = Outline.of(program, Facts.of(version));
      out.print(
          options.flag("--json")
              ? redactor.redact(OutlineJson.of(outline)) + "\n"
              : redactor.redact(outline.text()));
    }
    return CfgCommands.DONE;
  }

  private int topic(String word, Version version, boolean json) {
    List<JsonObject> found = Topics.in(Facts.of(version), word);
    if (found.isEmpty()) {
      throw new Unreadable(
          "OpenSIPS "
              + version.label()
              + " has no "
              + word
              + ". "
              + Nearest.orElse(
                  Nearest.to(word, Topics.names(Facts.of(version))),
                  "Write module, module.parameter, $variable, or a function's name."));
    }
    if (json) {
      JsonArray all = new JsonArray();
      found.forEach(all::add);
      out.println(all);
      return CfgCommands.DONE;
    }
    for (JsonObject one : found) {
      for (Map.Entry<String, JsonElement> entry : one.entrySet()) {
        out.println(entry.getKey() + ": " + words(entry.getValue()));
      }
      out.println();
    }
    return CfgCommands.DONE;
  }

  private static String words(JsonElement value) {
    return value.isJsonArray()
        ? String.join(
            ", ", value.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList())
        : value.getAsString();
  }
}
