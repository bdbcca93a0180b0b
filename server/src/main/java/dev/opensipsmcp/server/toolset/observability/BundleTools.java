package dev.opensipsmcp.server.toolset.observability;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import dev.opensipsmcp.cfg.build.BuildResult;
import dev.opensipsmcp.cfg.build.CfgBuilder;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.config.Building;
import dev.opensipsmcp.server.toolset.config.Given;
import dev.opensipsmcp.server.toolset.config.TextPart;
import java.util.List;
import java.util.Set;

/** Makes all files of a deployment that is watched. */
final class BundleTools {
  private static final Schema.Property INJECT =
      optional("inject_prometheus", flag("Add the module").byDefault(true));

  private BundleTools() {}

  static Tool scenario(Given given) {
    return ObservabilityToolset.reading(
        Needs.NOTHING,
        "observability_generate_bundle",
        "Watched node from a scenario",
        ObservabilityToolset.says(
            "Generate a deployment from a scenario: opensips.cfg, Prometheus, Grafana, compose.",
            "Use when a new node shall be watched from its first day.",
            "Not for an old one; use `observability_generate_bundle_from_cfg`.",
            "Returns one file in parts; writes none."),
        Schema.arguments(
            required("scenario", text("Of cfg_list_scenarios").longest(100)),
            optional("params", map("Its parameters")),
            optional("deployment_name", text("Job name").matching("[\\w-]{1,40}")),
            INJECT,
            Asked.PORT,
            Asked.GRAFANA,
            Given.VERSION,
            Shown.FILE,
            TextPart.FROM),
        Shown.OUTPUT,
        List.of(
            "Generate a load balancer with Prometheus and Grafana",
            "Bundle of a registrar scenario with monitoring",
            "New OpenSIPS with dashboards and a compose file"),
        (arguments, ports) ->
            Building.scenario(
                arguments.text("scenario"),
                scenario -> {
                  Version version = given.version(arguments, ports);
                  return switch (CfgBuilder.build(
                      scenario, version, Building.values(arguments.object("params")), Set.of())) {
                    case BuildResult.Refused(List<String> problems) -> Building.refused(problems);
                    case BuildResult.Built built ->
                        bundled(
                            Parser.parse(built.text()),
                            version,
                            arguments.maybeText("deployment_name").orElse(scenario.name()),
                            built.notes(),
                            arguments);
                  };
                }));
  }

  static Tool configuration(Given given) {
    return ObservabilityToolset.reading(
        Needs.NOTHING,
        "observability_generate_bundle_from_cfg",
        "Watch a node",
        ObservabilityToolset.says(
            "Generate Prometheus, alerts, Grafana, compose for an opensips.cfg.",
            "Use when a node is unwatched.",
            "Not for new ones; use `observability_generate_bundle`.",
            "Returns one file in parts; writes none."),
        Schema.arguments(
            Given.CONTENT,
            Given.PATH,
            Asked.DEPLOYMENT,
            INJECT,
            Asked.PORT,
            Asked.GRAFANA,
            optional("opensips_host", Asked.host("Node, if elsewhere")),
            Given.VERSION,
            Shown.FILE,
            TextPart.FROM),
        Shown.OUTPUT,
        List.of(
            "Generate monitoring around this opensips.cfg",
            "Make Prometheus, Grafana and alerts for my configuration",
            "Everything needed to watch my existing node"),
        (arguments, ports) ->
            given.text(
                arguments,
                source ->
                    bundled(
                        Parser.parse(source.text()),
                        given.version(arguments, ports),
                        Asked.deployment(arguments),
                        List.of(),
                        arguments)));
  }

  private static Outcome bundled(
      SyntaxTree tree,
      Version version,
      String deployment,
      List<String> notes,
      Arguments arguments) {
    Bundle bundle =
        new Bundle(
            version,
            deployment,
            arguments.flag("inject_prometheus", true),
            Asked.port(arguments),
            arguments.integer("grafana_port", 3000),
            arguments.maybeText("opensips_host").orElse(Injection.LOOPBACK));
    return switch (bundle.of(tree)) {
      case Bundle.Unfit(String reason) -> unfit(reason);
      case Bundle.Files files ->
          Shown.of(files.files(), files.modules(), Injection.with(files.notes(), notes), arguments);
    };
  }

  static Outcome unfit(String reason) {
    return ToolError.CONFIG_UNFIT.failure(
        "The text stays as it is: " + reason,
        "Look with cfg_outline what it has, and change the arguments.");
  }
}
