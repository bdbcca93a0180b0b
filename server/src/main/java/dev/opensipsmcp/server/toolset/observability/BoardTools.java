package dev.opensipsmcp.server.toolset.observability;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.config.Given;
import dev.opensipsmcp.server.toolset.config.TextPart;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Dashboards and alerts for what a configuration loads, or for what a node has. */
final class BoardTools {
  private static final String COMMAND = "list_statistics";
  private static final Schema.Property LIVE =
      optional("live", flag("By what the node counts").byDefault(false));

  private BoardTools() {}

  /** Makes files of what a node counts and of how its metrics are named. */
  @FunctionalInterface
  private interface Maker {
    List<TextFile> files(Loaded loaded, MetricNames names);
  }

  static Tool dashboards(Given given) {
    return ObservabilityToolset.reading(
        Needs.onDemand(COMMAND),
        "observability_generate_dashboards_from_cfg",
        "Grafana dashboards",
        ObservabilityToolset.says(
            "Generate Grafana dashboards for the modules that a configuration or a node loads.",
            "Use when a Grafana shall show calls, transactions, memory and load of OpenSIPS.",
            "Not for alerts; use `observability_generate_alerts`.",
            "Returns one dashboard in parts and the list of all; writes no file."),
        Schema.arguments(
            Given.CONTENT,
            Given.PATH,
            LIVE,
            Asked.DEPLOYMENT,
            optional("extra_tags", texts("Further tags").most(20)),
            Given.VERSION,
            Shown.FILE,
            TextPart.FROM),
        Shown.OUTPUT,
        List.of(
            "Generate Grafana dashboards for this opensips.cfg",
            "Make a Grafana dashboard of what my node counts",
            "I want graphs of calls and transactions in Grafana"),
        (arguments, ports) ->
            made(
                given,
                arguments,
                ports,
                (loaded, names) ->
                    new Dashboards(
                            Asked.deployment(arguments), names, arguments.texts("extra_tags"))
                        .files(Boards.of(loaded))));
  }

  static Tool alerts(Given given) {
    return ObservabilityToolset.reading(
        Needs.onDemand(COMMAND),
        "observability_generate_alerts",
        "Prometheus alert rules",
        ObservabilityToolset.says(
            "Generate Prometheus alert rules for the modules that a configuration or a node loads.",
            "Use when Prometheus shall tell somebody that memory, workers, calls or peers fail.",
            "Not for graphs; use `observability_generate_dashboards_from_cfg`.",
            "Returns the rule file, a part at a time; writes no file."),
        Schema.arguments(
            Given.CONTENT, Given.PATH, LIVE, Asked.DEPLOYMENT, Given.VERSION, TextPart.FROM),
        Shown.OUTPUT,
        List.of(
            "Generate Prometheus alerts for my OpenSIPS",
            "Alert rules for memory and busy workers",
            "Which alerts should I have for this node?"),
        (arguments, ports) ->
            made(
                given,
                arguments,
                ports,
                (loaded, names) ->
                    List.of(
                        new Rules(Asked.deployment(arguments), names, Alerts.of(loaded)).file())));
  }

  private static Outcome made(Given given, Arguments arguments, ReadPorts ports, Maker maker) {
    Facts facts = Facts.of(given.version(arguments, ports));
    if (!arguments.flag("live", false)) {
      return given.program(
          arguments,
          program -> {
            Loaded loaded = Loaded.by(program.tree(), facts);
            return Shown.of(
                maker.files(loaded, MetricNames.of(program.tree())),
                loaded.known(),
                MetricNames.Parameters.loads(program.tree(), "prometheus")
                    ? List.of()
                    : List.of(
                        "The configuration does not load module prometheus: names are those that"
                            + " observability_inject_prometheus gives."),
                arguments);
          });
    }
    return live(given, facts, arguments, ports, maker);
  }

  private static Outcome live(
      Given given, Facts facts, Arguments arguments, ReadPorts ports, Maker maker) {
    if (!ports.rights().grants(Scope.STATS_READ)) {
      return ToolError.ARGUMENTS_WRONG.failure(
          "With live, this needs " + Scope.STATS_READ.label() + ", which the role does not have.",
          "Give the configuration instead.");
    }
    return switch (ports.mi().read(COMMAND, new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        Set<String> groups = new TreeSet<>();
        for (String name : Json.asObject(answer).keySet()) {
          groups.add(name.substring(0, Math.max(0, name.indexOf(':'))));
        }
        Loaded loaded = new Loaded(facts, groups);
        if (arguments.has("config_content") || arguments.has("path")) {
          yield given.program(
              arguments,
              program ->
                  Shown.of(
                      maker.files(loaded, MetricNames.of(program.tree())),
                      loaded.known(),
                      List.of(),
                      arguments));
        }
        yield Shown.of(
            maker.files(loaded, MetricNames.ADDED),
            loaded.known(),
            List.of(
                "The node does not tell how its metrics are named: names are those that"
                    + " observability_inject_prometheus gives. Give the configuration too where"
                    + " it sets others."),
            arguments);
      }
    };
  }
}
