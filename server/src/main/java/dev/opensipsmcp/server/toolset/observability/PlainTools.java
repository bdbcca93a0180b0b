package dev.opensipsmcp.server.toolset.observability;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.config.TextPart;
import java.util.ArrayList;
import java.util.List;

/** Files that need no configuration. */
final class PlainTools {
  private static final String ADDRESS = "[A-Za-z0-9._:\\[\\]-]{1,253}:[0-9]{1,5}";

  private PlainTools() {}

  static Tool scrape() {
    return ObservabilityToolset.reading(
        Needs.NOTHING,
        "observability_generate_prometheus_scrape",
        "Prometheus configuration",
        ObservabilityToolset.says(
            "Generate Prometheus's configuration file that scrapes one or more OpenSIPS nodes.",
            "Use when nodes have module prometheus and a Prometheus shall ask them.",
            "Not for all files at once; use `observability_generate_bundle_from_cfg`.",
            "Returns prometheus.yml; writes no file."),
        Schema.arguments(
            Asked.DEPLOYMENT,
            optional(
                "opensips_host",
                Asked.host("Where Prometheus reaches the node, without targets")
                    .byDefault("opensips")),
            optional(
                "prom_port",
                integer("TCP port of its httpd").between(1, 65_535).byDefault(Injection.PORT)),
            optional(
                "metrics_path",
                text("Path; the module's parameter root")
                    .matching("/[A-Za-z0-9._~/-]{0,100}")
                    .byDefault("/metrics")),
            optional(
                "scrape_interval",
                text("How often, as 15s or 1m").matching("[1-9][0-9]{0,3}(s|m)").byDefault("15s")),
            optional(
                "targets",
                list("Nodes, instead of opensips_host", texts("Label, then host:port").most(2))
                    .most(100))),
        Shown.OUTPUT,
        List.of(
            "Generate a Prometheus scrape config for my OpenSIPS nodes",
            "Make a prometheus.yml that asks OpenSIPS every 15 seconds",
            "Scrape configuration for three OpenSIPS targets"),
        (arguments, _) -> scraped(arguments));
  }

  private static Outcome scraped(Arguments arguments) {
    List<Scrape.Target> targets = new ArrayList<>();
    if (arguments.has("targets")) {
      for (JsonElement target : arguments.json().getAsJsonArray("targets")) {
        JsonArray pair = target.getAsJsonArray();
        if (pair.size() != 2 || !pair.get(1).getAsString().matches(ADDRESS)) {
          return ToolError.ARGUMENTS_WRONG.failure(
              "A target is no pair of a label and host:port.",
              "Write each as [\"proxy1\", \"192.0.2.10:8888\"].");
        }
        targets.add(new Scrape.Target(pair.get(0).getAsString(), pair.get(1).getAsString()));
      }
    }
    String deployment = Asked.deployment(arguments);
    if (targets.isEmpty()) {
      String host = arguments.maybeText("opensips_host").orElse("opensips");
      targets.add(
          new Scrape.Target(
              deployment,
              (host.contains(":") ? "[" + host + "]" : host) + ":" + Asked.port(arguments)));
    }
    TextFile file =
        new Scrape(
                deployment,
                targets,
                arguments.maybeText("metrics_path").orElse("/metrics"),
                arguments.maybeText("scrape_interval").orElse("15s"))
            .file();
    return Shown.of(
        List.of(file),
        List.of(),
        List.of(
            "It names "
                + Scrape.RULES
                + " beside it, which observability_generate_alerts makes; without that file"
                + " Prometheus starts all the same."),
        arguments);
  }

  static Tool provisioning() {
    return ObservabilityToolset.reading(
        Needs.NOTHING,
        "observability_generate_grafana_provisioning",
        "Grafana provisioning",
        ObservabilityToolset.says(
            "Generate the two YAML files that make Grafana find Prometheus and the dashboards.",
            "Use when a Grafana is set up and nobody shall click data sources together.",
            "Not for the dashboards; use `observability_generate_dashboards_from_cfg`.",
            "Returns one of the two files; writes none."),
        Schema.arguments(
            optional(
                "prometheus_url",
                text("Prometheus, as Grafana reaches it")
                    .matching("https?://[A-Za-z0-9._:/\\[\\]-]{1,253}")
                    .byDefault(Provisioning.PROMETHEUS)),
            optional(
                "folder",
                text("Folder of the dashboards").longest(100).byDefault(Provisioning.FOLDER)),
            optional(
                "dashboards_path",
                text("Where their files lie on Grafana's host")
                    .matching("/[A-Za-z0-9._/-]{1,250}")
                    .byDefault(Provisioning.DASHBOARDS)),
            Shown.FILE,
            TextPart.FROM),
        Shown.OUTPUT,
        List.of(
            "Generate Grafana provisioning for Prometheus",
            "Make the datasource YAML of Grafana",
            "How does Grafana find my OpenSIPS dashboards at start?"),
        (arguments, _) ->
            Shown.of(
                new Provisioning(
                        arguments.maybeText("prometheus_url").orElse(Provisioning.PROMETHEUS),
                        arguments.maybeText("folder").orElse(Provisioning.FOLDER),
                        arguments.maybeText("dashboards_path").orElse(Provisioning.DASHBOARDS))
                    .files(),
                List.of(),
                List.of(),
                arguments));
  }
}
