package dev.opensipsmcp.server.config;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.server.config.Settings.NodeEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the nodes, from the environment (one) or from the file (any number). */
final class NodeReader {
  static final Set<String> KEYS =
      Set.of(
          "name",
          "mi",
          "user",
          "password",
          "password_file",
          "password_env",
          "ca_file",
          "version",
          "connect_timeout_ms",
          "read_timeout_ms");
  private static final String DEFAULT_URL = "http://127.0.0.1:8888/mi";
  private final Secrets secrets;
  private final Faults faults;

  NodeReader(Secrets secrets, Faults faults) {
    this.secrets = secrets;
    this.faults = faults;
  }

  List<NodeEntry> fromFile(List<YamlTable> tables) {
    List<NodeEntry> nodes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlTable table : tables) {
      Source source = table.source();
      String name = source.text("name", "");
      if (name.isEmpty()) {
        faults.add(table.where(), "an instance needs a name");
      } else if (!names.add(name)) {
        faults.add(table.where(), "a second instance is named '" + name + "'");
      }
      if (source.entry("mi").isEmpty()) {
        faults.add(table.where(), "an instance needs mi, for example " + DEFAULT_URL);
      }
      nodes.add(node(source, name, "mi", ""));
    }
    return nodes;
  }

  NodeEntry fromEnvironment(Source variables) {
    return node(variables, variables.text("instance", "default"), "mi_url", "mi_");
  }

  private NodeEntry node(Source source, String name, String urlKey, String prefix) {
    String url = source.text(urlKey, DEFAULT_URL);
    source.entry(urlKey).ifPresent(entry -> checkUrl(source, entry));
    Optional<String> version =
        prefix.isEmpty() ? source.text("version") : source.text("node_version");
    source
        .entry(prefix.isEmpty() ? "version" : "node_version")
        .filter(entry -> Version.parse(entry.text()).filter(Version::operable).isEmpty())
        .ifPresent(entry -> source.fault(entry, "must be one of 3.4, 3.5, 3.6, 4.0"));
    return new NodeEntry(
        name,
        url,
        source.text(prefix + "user"),
        secrets.read(source, prefix + "password"),
        source.text(prefix + "ca_file").map(Path::of),
        version,
        source.integer(prefix + "connect_timeout_ms", 2_000, 1, 600_000),
        source.integer(prefix + "read_timeout_ms", 10_000, 1, 600_000));
  }

  private static void checkUrl(Source source, Source.Entry entry) {
    try {
      MiEndpoint.parse(entry.text());
    } catch (IllegalArgumentException e) {
      source.fault(entry, String.valueOf(e.getMessage()));
    }
  }
}
