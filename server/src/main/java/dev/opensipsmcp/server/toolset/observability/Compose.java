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
    text.append("# Nobody looked whether these images are there: see Images in README.md.\n");
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

  /** {@return what whoever starts it must check, for README.md} */
  String images() {
    StringBuilder text = new StringBuilder("\n## Images\n\n");
    text.append(
        "This text was made without asking a registry, so nobody looked whether the images");
    text.append(" are there, who made them, or what is in them. Before the first start:\n\n");
    text.append("- `docker compose pull`, and where a tag is gone, name another in `.env`: ");
    text.append(opensips.isEmpty() ? "" : "`OPENSIPS_IMAGE=`, ");
    text.append("`PROMETHEUS_IMAGE=`, `GRAFANA_IMAGE=`. Take the newest with security fixes.\n");
    text.append("- A tag can be moved to another image. For production write the digest there: ");
    text.append("`PROMETHEUS_IMAGE=prom/prometheus@sha256:...`, as `docker images --digests`");
    text.append(" shows it after you have tried it.\n");
    if (!opensips.isEmpty()) {
      text.append("- `docker compose run --rm opensips opensips -V` must say ").append(opensips);
      text.append(", and `docker compose run --rm opensips opensips -C -f");
      text.append(" /etc/opensips/opensips.cfg` must find every module: images of OpenSIPS often");
      text.append(" come with few modules, without prometheus and httpd. Then build one with the");
      text.append(" packages that hold them.\n");
    }
    return text.toString();
  }

  private static void service(StringBuilder text, String name, String variable, String image) {
    text.append("  ").append(name).append(":\n");
    text.append("    image: \"${").append(variable).append(":-").append(image).append("}\"\n");
    text.append("    network_mode: host\n");
    text.append("    restart: unless-stopped\n");
  }
}
