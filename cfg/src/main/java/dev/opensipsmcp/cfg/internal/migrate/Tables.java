package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.migrate.DatabaseStep;
import dev.opensipsmcp.cfg.migrate.Release;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/** What changes in the tables of the loaded modules. */
final class Tables {
  /** Sets of tables that go by another name than the modules that use them. */
  private static final Map<String, List<String>> MODULES =
      Map.of(
          "authjwt", List.of("auth_jwt"),
          "b2b", List.of("b2b_entities", "b2b_logic"),
          "cpl", List.of("cpl_c"),
          "presence", List.of("presence", "pua", "xcap", "xcap_client"),
          "ratecacher", List.of("rate_cacher"),
          "registrant", List.of("uac_registrant"),
          "smpp", List.of("proto_smpp"),
          "avpops", List.of("avpops", "sqlops"),
          "sqlops", List.of("avpops", "sqlops"),
          "tracer", List.of("tracer", "siptrace"));

  private Tables() {}

  static List<DatabaseStep> steps(Script before, Script after, Release from, Release to) {
    List<DatabaseStep> steps = new ArrayList<>();
    if (from == to) {
      return steps;
    }
    Facts known = Facts.of(from.facts());
    Facts later = Facts.of(to.facts());
    Map<String, Integer> versions = from.version().isPresent() ? of(known) : old(from);
    TreeSet<String> names = new TreeSet<>(versions.keySet());
    later.tables().forEach(table -> names.add(table.name()));
    for (String name : names) {
      Optional<Table> then = known.table(name);
      Optional<Table> now = later.table(name);
      if (used(then, before) || used(then, after) || used(now, after)) {
        step(name, versions, from.version().isPresent() ? then : Optional.empty(), now)
            .ifPresent(steps::add);
      }
    }
    return steps;
  }

  private static Optional<DatabaseStep> step(
      String name, Map<String, Integer> versions, Optional<Table> then, Optional<Table> now) {
    OptionalInt before =
        versions.containsKey(name) ? OptionalInt.of(versions.get(name)) : OptionalInt.empty();
    OptionalInt after =
        now.map(table -> OptionalInt.of(table.version())).orElse(OptionalInt.empty());
    List<String> added = then.isPresent() ? missing(now, then) : List.of();
    List<String> removed = then.isPresent() ? missing(then, now) : List.of();
    return before.equals(after) && added.isEmpty() && removed.isEmpty()
        ? Optional.empty()
        : Optional.of(new DatabaseStep(name, before, after, added, removed));
  }

  private static List<String> missing(Optional<Table> having, Optional<Table> lacking) {
    return having.stream()
        .flatMap(table -> table.columns().stream().map(Column::name))
        .filter(column -> lacking.isPresent() && lacking.get().column(column).isEmpty())
        .toList();
  }

  private static boolean used(Optional<Table> table, Script script) {
    return table.stream()
        .flatMap(t -> t.groups().stream())
        .flatMap(group -> MODULES.getOrDefault(group, List.of(group)).stream())
        .anyMatch(script::loaded);
  }

  private static Map<String, Integer> of(Facts facts) {
    Map<String, Integer> versions = new TreeMap<>();
    facts.tables().forEach(table -> versions.put(table.name(), table.version()));
    return versions;
  }

  /** Reads the numbers of the versions that have no facts. */
  private static Map<String, Integer> old(Release release) {
    Map<String, Integer> versions = new TreeMap<>();
    String text;
    try (InputStream in = Tables.class.getResourceAsStream("table-versions.tsv")) {
      if (in == null) {
        throw new IllegalStateException("table-versions.tsv is missing");
      }
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    text.lines()
        .filter(line -> line.startsWith(release.label() + "\t"))
        .map(line -> line.split("\t", -1))
        .forEach(fields -> versions.put(fields[1], Integer.parseInt(fields[2])));
    return versions;
  }
}
