package dev.opensipsmcp.server.toolset.observability;

import java.util.List;

/**
 * Prometheus's own configuration.
 *
 * @param deployment names the job
 * @param targets the nodes
 * @param path where they are asked
 * @param interval how often, as {@code 15s}
 */
record Scrape(String deployment, List<Target> targets, String path, String interval) {
  static final String FILE = "prometheus/prometheus.yml";
  static final String RULES = "opensips-alerts.yml";

  Scrape {
    targets = List.copyOf(targets);
  }

  /**
   * A node.
   *
   * @param label what it is called in dashboards
   * @param address host and port
   */
  record Target(String label, String address) {}

  TextFile file() {
    StringBuilder text = new StringBuilder();
    text.append("global:\n");
    text.append("  scrape_interval: ").append(interval).append('\n');
    text.append("  evaluation_interval: ").append(interval).append('\n');
    text.append("rule_files:\n");
    text.append("  - ").append(Yaml.quoted(RULES)).append('\n');
    text.append("scrape_configs:\n");
    text.append("  - job_name: ").append(Yaml.quoted(deployment)).append('\n');
    text.append("    metrics_path: ").append(Yaml.quoted(path)).append('\n');
    text.append("    static_configs:\n");
    for (Target target : targets) {
      text.append("      - targets: [").append(Yaml.quoted(target.address())).append("]\n");
      text.append("        labels:\n");
      text.append("          instance: ").append(Yaml.quoted(target.label())).append('\n');
    }
    return new TextFile(FILE, "What Prometheus asks, and how often", text.toString());
  }
}
