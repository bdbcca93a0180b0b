package dev.opensipsmcp.server.toolset.observability;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.text;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Schema;

/** The arguments that these tools share. */
final class Asked {
  static final Schema.Property DEPLOYMENT =
      optional("deployment_name", text("Job name").matching("[\\w-]{1,40}").byDefault("opensips"));
  static final Schema.Property PORT =
      optional(
          "prom_port",
          integer("Of httpd, if not loaded").between(1, 65_535).byDefault(Injection.PORT));
  static final Schema.Property GRAFANA =
      optional("grafana_port", integer("Grafana's port").between(1, 65_535).byDefault(3000));

  private Asked() {}

  static String deployment(Arguments arguments) {
    return arguments.maybeText("deployment_name").orElse("opensips");
  }

  static int port(Arguments arguments) {
    return arguments.integer("prom_port", Injection.PORT);
  }

  static Schema host(String what) {
    return text(what).matching("[\\w.:-]+");
  }
}
