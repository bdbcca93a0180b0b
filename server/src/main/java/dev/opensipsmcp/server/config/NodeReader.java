package dev.opensipsmcp.server.config;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.server.config.Settings.DatabaseEntry;
import dev.opensipsmcp.server.config.Settings.EventsEntry;
import dev.opensipsmcp.server.config.Settings.NodeEntry;
import dev.opensipsmcp.server.config.Settings.PlaceEntry;
import dev.opensipsmcp.server.config.Settings.RestEntry;
import dev.opensipsmcp.server.policy.Role;
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
          "read_timeout_ms",
          "rest_after_failures",
          "rest_ms",
          "cluster",
          "tags",
          "max_role",
          "events",
          "database");

  /** The word for all nodes where a call names one; what else can stand there has a colon. */
  private static final String ALL = "all";

  private static final String DEFAULT_URL = "http://127.0.0.1:8888/mi";
  private final Secrets secrets;
  private final Faults faults;
  private final EventsReader events = new EventsReader();
  private final DatabaseReader databases;
  private final Optional<DatabaseEntry> shared;

  /**
   * Makes a reader.
   *
   * @param shared the database of every node that has none of its own
   */
  NodeReader(Secrets secrets, Optional<DatabaseEntry> shared, Faults faults) {
    this.secrets = secrets;
    this.databases = new DatabaseReader(secrets);
    this.shared = shared;
    this.faults = faults;
  }

  List<NodeEntry> fromFile(List<YamlTable> tables) {
    List<NodeEntry> nodes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlTable table : tables) {
      Source source = table.source();
      String name = name(table, source);
      if (!name.isEmpty() && !names.add(name)) {
        faults.add(table.where(), "a second instance is named '" + name + "'");
      }
      if (source.entry("mi").isEmpty()) {
        faults.add(table.where(), "an instance needs mi, for example " + DEFAULT_URL);
      }
      EventsEntry events = this.events.read(table.table("events", EventsReader.KEYS));
      Optional<DatabaseEntry> database =
          databases.read(table.table("database", DatabaseReader.KEYS));
      nodes.add(
          node(
              source,
              name,
              "mi",
              "",
              place(table, source),
              events,
              database.isPresent() ? database : shared));
    }
    return nodes;
  }

  private String name(YamlTable table, Source source) {
    Optional<Source.Entry> given = source.entry("name");
    if (given.isEmpty() || given.get().text().isEmpty()) {
      faults.add(table.where(), "an instance needs a name");
      return "";
    }
    checkName(source, given.get());
    return given.get().text();
  }

  private static void checkName(Source source, Source.Entry name) {
    if (!isWord(name.text()) || name.text().equals(ALL)) {
      source.fault(name, "must be letters, digits, '.', '_' and '-', and not '" + ALL + "'");
    }
  }

  private static PlaceEntry place(YamlTable table, Source source) {
    Optional<Integer> cluster =
        source.entry("cluster").isPresent()
            ? Optional.of(source.integer("cluster", 1, 1, Integer.MAX_VALUE))
            : Optional.empty();
    List<String> tags = new ArrayList<>();
    for (Source.Entry tag : table.entries("tags")) {
      if (!isWord(tag.text())) {
        source.fault(tag, "must be letters, digits, '.', '_' and '-'");
      } else if (!tags.contains(tag.text())) {
        tags.add(tag.text());
      }
    }
    Optional<String> maxRole =
        source.entry("max_role").isPresent()
            ? Optional.of(source.word("max_role", "viewer", Role.labels()))
            : Optional.empty();
    return new PlaceEntry(cluster, tags, maxRole);
  }

  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  NodeEntry fromEnvironment(Source variables) {
    PlaceEntry nowhere = new PlaceEntry(Optional.empty(), List.of(), Optional.empty());
    Optional<Source.Entry> name = variables.entry("instance");
    if (name.isPresent()) {
      checkName(variables, name.get());
    }
    return node(
        variables,
        variables.text("instance", "default"),
        "mi_url",
        "mi_",
        nowhere,
        events.read(Optional.empty()),
        shared);
  }

  private NodeEntry node(
      Source source,
      String name,
      String urlKey,
      String prefix,
      PlaceEntry place,
      EventsEntry events,
      Optional<DatabaseEntry> database) {
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
        source.integer(prefix + "read_timeout_ms", 10_000, 1, 600_000),
        new RestEntry(
            source.integer(prefix + "rest_after_failures", 3, 1, 1_000),
            source.integer(prefix + "rest_ms", 5_000, 1, 3_600_000)),
        place,
        events,
        database);
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
