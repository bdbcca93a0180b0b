package dev.opensipsmcp.server.toolset.observability;

import java.util.List;

/**
 * What makes Grafana find Prometheus and the dashboards when it starts.
 *
 * @param prometheus Prometheus's URL, as Grafana reaches it
 * @param folder the folder that the dashboards are in
 * @param dashboards where their files lie on Grafana's host
 */
record Provisioning(String prometheus, String folder, String dashboards) {
  static final String PROMETHEUS = "http://prometheus:9090";
  static final String FOLDER = "OpenSIPS";
  static final String DASHBOARDS = "/etc/grafana/provisioning/dashboards/opensips";

  List<TextFile> files() {
    return List.of(
        new TextFile(
            "grafana/provisioning/datasources/opensips.yml",
            "Makes Grafana find Prometheus",
            "apiVersion: 1\n"
                + "datasources:\n"
                + "  - name: \"OpenSIPS Prometheus\"\n"
                + "    uid: \"opensips-prometheus\"\n"
                + "    type: prometheus\n"
                + "    access: proxy\n"
                + "    url: "
                + Yaml.quoted(prometheus)
                + "\n"
                + "    isDefault: true\n"
                + "    editable: false\n"),
        new TextFile(
            "grafana/provisioning/dashboards/opensips.yml",
            "Makes Grafana find the dashboards",
            "apiVersion: 1\n"
                + "providers:\n"
                + "  - name: \"opensips\"\n"
                + "    folder: "
                + Yaml.quoted(folder)
                + "\n"
                + "    type: file\n"
                + "    disableDeletion: false\n"
                + "    allowUiUpdates: true\n"
                + "    options:\n"
                + "      path: "
                + Yaml.quoted(dashboards)
                + "\n"));
  }
}
