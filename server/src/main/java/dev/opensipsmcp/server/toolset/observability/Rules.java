package dev.opensipsmcp.server.toolset.observability;

import java.util.List;

/**
 * The rules by which Prometheus raises alerts.
 *
 * @param deployment names the job
 * @param names how metrics are named
 * @param rules the alerts
 */
record Rules(String deployment, MetricNames names, List<AlertRule> rules) {
  static final String FILE = "prometheus/" + Scrape.RULES;
  private static final String WINDOW = "5m";

  Rules {
    rules = List.copyOf(rules);
  }

  TextFile file() {
    StringBuilder text = new StringBuilder("groups:\n");
    text.append("  - name: ").append(Yaml.quoted(deployment)).append('\n');
    text.append("    rules:\n");
    add(
        text,
        "OpensipsNotAnswering",
        "up{" + job() + "} == 0",
        "1m",
        "page",
        "Prometheus gets no answer from the node.",
        "Ask the node itself with opensips_version: if it answers, its httpd does not.");
    for (AlertRule rule : rules) {
      add(
          text,
          rule.name(),
          rule.term().query(names, job(), WINDOW) + " " + rule.condition(),
          rule.lasting(),
          rule.severity(),
          rule.summary(),
          rule.look());
    }
    return new TextFile(FILE, "When somebody is to be told", text.toString());
  }

  private String job() {
    return "job=" + Yaml.quoted(deployment);
  }

  private static void add(
      StringBuilder text,
      String name,
      String query,
      String lasting,
      String severity,
      String summary,
      String look) {
    text.append("      - alert: ").append(name).append('\n');
    text.append("        expr: ").append(Yaml.quoted(query)).append('\n');
    text.append("        for: ").append(lasting).append('\n');
    text.append("        labels:\n");
    text.append("          severity: ").append(severity).append('\n');
    text.append("        annotations:\n");
    text.append("          summary: ")
        .append(Yaml.quoted("{{ $labels.instance }}: " + summary))
        .append('\n');
    text.append("          description: ")
        .append(Yaml.quoted("Value {{ $value | humanize }}. " + look))
        .append('\n');
  }
}
