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
    Optional<Source.Entry> givenUrl = source.entry(urlKey);
    if (givenUrl.isPresent()) {
      checkUrl(source, givenUrl.get());
    }
    Optional<Source.Entry> version = source.entry(prefix.isEmpty() ? "version" : "node_version");
    if (version.isPresent() && !operable(version.get().text())) {
      source.fault(version.get(), "must be one of 3.4, 3.5, 3.6, 4.0");
    }
    Optional<String> certificates = source.text(prefix + "ca_file");
    return new NodeEntry(
        name,
        url,
        source.text(prefix + "user"),
        secrets.read(source, prefix + "password"),
        certificates.isPresent() ? Optional.of(Path.of(certificates.get())) : Optional.empty(),
        version.isPresent() ? Optional.of(version.get().text()) : Optional.empty(),
        source.integer(prefix + "connect_timeout_ms", 2_000, 1, 600_000),
        source.integer(prefix + "read_timeout_ms", 10_000, 1, 600_000));
  }

  private static boolean operable(String text) {
    Optional<Version> version = Version.parse(text);
    return version.isPresent() && version.get().operable();
  }

  private static void checkUrl(Source source, Source.Entry entry) {
    try {
      MiEndpoint.parse(entry.text());
    } catch (IllegalArgumentException e) {
      source.fault(entry, String.valueOf(e.getMessage()));
    }
  }
}
