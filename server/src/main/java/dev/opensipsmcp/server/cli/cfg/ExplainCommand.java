package dev.opensipsmcp.server.cli.cfg;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.explain.Explain;
import dev.opensipsmcp.cfg.explain.Explanation;
import dev.opensipsmcp.cfg.explain.FlowGraph;
import dev.opensipsmcp.cfg.explain.Outline;
import dev.opensipsmcp.cfg.explain.Theme;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.report.OutlineJson;
import dev.opensipsmcp.server.tool.Nearest;
import java.io.PrintStream;
import java.util.List;

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
    return switch (new Explain(version).of(word)) {
      case Explanation.Known(List<Explanation.Entry> entries) -> {
        print(entries, json);
        yield CfgCommands.DONE;
      }
      case Explanation.Unknown(_, List<Explanation.Entry> elsewhere, List<String> nearest) -> {
        if (elsewhere.isEmpty()) {
          throw new Unreadable(
              "No version of OpenSIPS has "
                  + word
                  + ". "
                  + Nearest.orElse(
                      nearest, "Write module, module.parameter, $variable, or a function's name."));
        }
        print(elsewhere, json);
        yield CfgCommands.FOUND;
      }
    };
  }

  private void print(List<Explanation.Entry> entries, boolean json) {
    JsonArray all = new JsonArray();
    for (Explanation.Entry entry : entries) {
      JsonObject one = new JsonObject();
      one.addProperty("kind", entry.topic().words());
      one.addProperty("name", entry.name());
      one.addProperty("owner", entry.owner());
      one.addProperty("text", entry.text());
      JsonArray history = new JsonArray();
      entry.history().forEach(step -> history.add(step.version() + ": " + step.text()));
      one.add("history", history);
      all.add(one);
      if (!json) {
        out.println(entry.text());
        entry.history().forEach(step -> out.println("  " + step.version() + ": " + step.text()));
      }
    }
    if (json) {
      out.println(all);
    }
  }
}
