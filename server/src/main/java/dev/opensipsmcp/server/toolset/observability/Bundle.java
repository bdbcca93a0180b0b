package dev.opensipsmcp.server.toolset.observability;

import dev.opensipsmcp.cfg.edit.Edited;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * All files of a deployment that is watched.
 *
 * @param version of OpenSIPS
 * @param deployment names it
 * @param inject whether module prometheus is added to the configuration
 * @param port httpd's TCP port, where httpd is not loaded yet
 * @param grafana Grafana's TCP port
 * @param host where Prometheus reaches the node; loopback where the node is among the containers
 */
record Bundle(
    Version version, String deployment, boolean inject, int port, int grafana, String host) {
  static final String CONFIGURATION = "opensips/opensips.cfg";

  /** What came of it. */
  sealed interface Made {}

  /**
   * It is made.
   *
   * @param files all of them
   * @param modules what the dashboards are about
   * @param notes what to know
   */
  record Files(List<TextFile> files, List<String> modules, List<String> notes) implements Made {}

  /**
   * The configuration can't have the module.
   *
   * @param reason why
   */
  record Unfit(String reason) implements Made {}

  /** {@return the files for a configuration} */
  Made of(SyntaxTree tree) {
    if (!inject) {
      List<String> notes = new ArrayList<>();
      if (!MetricNames.Parameters.loads(tree, "prometheus")) {
        notes.add(
            "The configuration does not load module prometheus, so there are no metrics:"
                + " call observability_inject_prometheus.");
      }
      return files(tree, notes);
    }
    Injection injection = new Injection(Facts.of(version), port, listen());
    return switch (injection.into(tree)) {
      case Edited.Refused(String reason) -> new Unfit(reason);
      case Edited.Done done ->
          files(done.tree(), Injection.with(injection.notes(tree), done.notes()));
    };
  }

  private boolean local() {
    return host.equals(Injection.LOOPBACK);
  }

  /** A node elsewhere must be reached from outside of its host. */
  private String listen() {
    return local() ? Injection.LOOPBACK : host.matches("[0-9.]+") ? host : "*";
  }

  private Files files(SyntaxTree tree, List<String> notes) {
    Loaded loaded = Loaded.by(tree, Facts.of(version));
    MetricNames names = MetricNames.of(tree);
    Injection.Endpoint endpoint = Injection.Endpoint.of(tree, port, listen());
    Scrape.Target target = new Scrape.Target(deployment, host + ":" + endpoint.port());
    List<TextFile> files = new ArrayList<>();
    files.add(new TextFile(CONFIGURATION, "OpenSIPS's own configuration", tree.text()));
    files.add(compose().file());
    files.add(new Scrape(deployment, List.of(target), endpoint.path(), "15s").file());
    files.add(new Rules(deployment, names, Alerts.of(loaded)).file());
    files.addAll(
        new Provisioning(Compose.prometheus(), Provisioning.FOLDER, Compose.DASHBOARDS).files());
    files.addAll(new Dashboards(deployment, names, List.of()).files(Boards.of(loaded)));
    files.addFirst(new TextFile("README.md", "How to start it", readme(files, endpoint)));
    return new Files(files, loaded.known(), notes);
  }

  private Compose compose() {
    return new Compose(deployment, local() ? version.label() : "", grafana);
  }

  private String readme(List<TextFile> files, Injection.Endpoint endpoint) {
    StringBuilder text = new StringBuilder("# " + deployment + ", watched\n\n");
    text.append("| file | what |\n|---|---|\n");
    for (TextFile file : files) {
      text.append("| `").append(file.path()).append("` | ").append(file.what()).append(" |\n");
    }
    text.append("\n1. Put each file where its name says, below one folder.\n");
    text.append("2. Secrets are left out of `").append(CONFIGURATION);
    text.append("`: fill them in, or take your own file with the module added.\n");
    text.append("3. `echo GRAFANA_ADMIN_PASSWORD=... > .env; chmod 600 .env`\n");
    text.append("4. Check the images, see below. Then `docker compose up -d`\n");
    text.append("5. Grafana is at http://127.0.0.1:").append(grafana);
    text.append(", Prometheus at ").append(Compose.prometheus());
    text.append("; both listen on loopback only, so use a tunnel or a proxy with a login.\n\n");
    text.append("The node's metrics are at http://").append(host).append(':');
    text.append(endpoint.port()).append(endpoint.path()).append(".\n");
    text.append(
        local()
            ? ""
            : "The node runs elsewhere: bring its configuration there and restart it yourself.\n");
    return text.append(compose().images()).toString();
  }
}
