package dev.opensipsmcp.server.cli.cfg;

import dev.opensipsmcp.cfg.build.BuildResult;
import dev.opensipsmcp.cfg.build.CfgBuilder;
import dev.opensipsmcp.cfg.build.Parameter;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Scenarios;
import dev.opensipsmcp.server.tool.Nearest;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code cfg build}. */
record BuildCommand(PrintStream out, PrintStream err) {
  int build(Options options) {
    if (options.flag("--list")) {
      for (Scenario scenario : Scenarios.all()) {
        out.println(scenario.name() + ": " + scenario.summary());
      }
      return CfgCommands.DONE;
    }
    Scenario scenario = scenario(options.positional(0));
    Set<String> features = new TreeSet<>(options.texts("--with"));
    if (options.flag("--describe")) {
      describe(scenario, features);
      return CfgCommands.DONE;
    }
    return switch (CfgBuilder.build(scenario, options.version(), values(options), features)) {
      case BuildResult.Built built -> {
        out.print(built.text());
        built.notes().forEach(note -> err.println("note: " + note));
        yield CfgCommands.DONE;
      }
      case BuildResult.Refused(List<String> problems) ->
          throw new Unreadable(
              String.join("\n", problems) + "\nNext: cfg build " + scenario.name() + " --describe");
    };
  }

  private static Scenario scenario(String name) {
    if (name.isEmpty()) {
      throw new Unreadable("Name a scenario; cfg build --list shows them.");
    }
    return Scenarios.named(name)
        .orElseThrow(() ->
            new Unreadable(
                "There is no scenario "
                    + name
                    + ". "
                    + Nearest.orElse(
                        Nearest.to(name, Scenarios.all().stream().map(Scenario::name).toList()),
                        "cfg build --list shows them.")));
  }

  private void describe(Scenario scenario, Set<String> features) {
    out.println(scenario.title() + ": " + scenario.summary());
    out.println("Features: " + String.join(", ", scenario.features()));
    out.println("Beside them: " + String.join(", ", scenario.optional()));
    for (Parameter parameter : Scenarios.parameters(scenario, features)) {
      out.println(
          "--set "
              + parameter.name()
              + "="
              + parameter.defaultValue()
              + "   "
              + parameter.description()
              + ": "
              + parameter.kind().form());
    }
  }

  private static Map<String, String> values(Options options) {
    Map<String, String> values = new HashMap<>();
    for (String pair : options.texts("--set")) {
      int sign = pair.indexOf('=');
      if (sign <= 0) {
        throw new Unreadable("--set takes NAME=VALUE.");
      }
      values.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    return values;
  }
}
