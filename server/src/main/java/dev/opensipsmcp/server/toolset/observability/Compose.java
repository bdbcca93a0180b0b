package dev.opensipsmcp.server.toolset.observability;

import java.util.Locale;

/**
 * The containers of a deployment. All use the host's network, so that SIP and RTP keep their
 * addresses, and so that nothing but OpenSIPS itself listens beyond loopback.
 *
 * @param deployment names the project
 * @param opensips the version of OpenSIPS; empty where the node runs elsewhere
 * @param grafana Grafana's TCP port
 */
record Compose(String deployment, String opensips, int grafana) {
  static final String FILE = "docker-compose.yml";

  /** Beside the folder of the provisioning, which is mounted for reading only. */
  static final String DASHBOARDS = "/var/lib/opensips-dashboards";

  private static final int PROMETHEUS = 9090;

  /** Where Grafana finds Prometheus. */
  static String prometheus() {
    return "http://127.0.0.1:" + PROMETHEUS;
  }

  TextFile file() {
    StringBuilder text = new StringBuilder();
    text.append("name: ").append(Yaml.quoted(deployment.toLowerCase(Locale.ROOT)));
    text.append("\nservices:\n");
    if (!opensips.isEmpty()) {
      service(text, "opensips", "OPENSIPS_IMAGE", "opensips/opensips:" + opensips);
      text.append("    volumes:\n");
      text.append("      - ./opensips/opensips.cfg:/etc/opensips/opensips.cfg:ro\n");
    }
    service(text, "prometheus", "PROMETHEUS_IMAGE", "prom/prometheus:v3.0.1");
    text.append("    command:\n");
    text.append("      - --config.file=/etc/prometheus/prometheus.yml\n");
    text.append("      - --storage.tsdb.path=/prometheus\n");
    text.append("      - --web.listen-address=127.0.0.1:").append(PROMETHEUS).append('\n');
    text.append("    volumes:\n");
    text.append("      - ./prometheus:/etc/prometheus:ro\n");
    text.append("      - prometheus-data:/prometheus\n");
    service(text, "grafana", "GRAFANA_IMAGE", "grafana/grafana:11.4.0");
    text.append("    environment:\n");
    text.append("      GF_SERVER_HTTP_ADDR: \"127.0.0.1\"\n");
    text.append("      GF_SERVER_HTTP_PORT: \"").append(grafana).append("\"\n");
    text.append("      GF_SECURITY_ADMIN_PASSWORD: ");
    text.append("\"${GRAFANA_ADMIN_PASSWORD:?set it in .env}\"\n");
    text.append("      GF_USERS_ALLOW_SIGN_UP: \"false\"\n");
    text.append("    volumes:\n");
    text.append("      - ./grafana/provisioning:/etc/grafana/provisioning:ro\n");
    text.append("      - ./grafana/dashboards:").append(DASHBOARDS).append(":ro\n");
    text.append("      - grafana-data:/var/lib/grafana\n");
    text.append("volumes:\n");
    text.append("  prometheus-data: {}\n");
    text.append("  grafana-data: {}\n");
    return new TextFile(FILE, "The containers", text.toString());
  }

  private static void service(StringBuilder text, String name, String variable, String image) {
    text.append("  ").append(name).append(":\n");
    text.append("    image: \"${").append(variable).append(":-").append(image).append("}\"\n");
    text.append("    network_mode: host\n");
    text.append("    restart: unless-stopped\n");
  }
}
