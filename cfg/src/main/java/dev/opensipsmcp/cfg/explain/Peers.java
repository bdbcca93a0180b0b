package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.internal.meaning.Walk;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the other systems that a configuration names. */
final class Peers {
  private static final Map<List<String>, String> KINDS = new HashMap<>();

  /** Functions whose first argument names another system, and what that is. */
  static final Map<String, String> FUNCTIONS =
      Map.of(
          "rest_get", "http",
          "rest_post", "http",
          "rest_put", "http",
          "exec", "program",
          "cache_fetch", "cache",
          "cache_store", "cache",
          "rabbitmq_publish", "queue",
          "kafka_publish", "queue");

  static {
    for (List<String> row : Tables.read("peers.tsv")) {
      KINDS.put(List.of(row.get(1), row.get(2)), row.getFirst());
    }
  }

  private final Program program;
  private final List<Peer> found = new ArrayList<>();

  Peers(Program program) {
    this.program = program;
  }

  /** {@return every module and parameter that names another system} */
  static List<List<String>> parameters() {
    return List.copyOf(KINDS.keySet());
  }

  List<Peer> found() {
    return found;
  }

  void global(Item.Setting setting) {
    if (setting.name().text().equals("db_default_url")
        && setting.value().size() == 1
        && setting.value().getFirst() instanceof Literal.Text(String url, var _, var _)) {
      add("database", url, "db_default_url", setting.span(), Secrets.hide(url));
    }
  }

  void parameter(Item.ModuleParameter set) {
    String module = set.module().value();
    String name = set.name().value();
    if (set.value() instanceof Literal.Text(String value, var _, var _)) {
      kind(module, name, value)
          .ifPresent(kind ->
              add(
                  kind,
                  value,
                  module + " " + name,
                  set.span(),
                  Secrets.value(module, name, value)));
    }
  }

  private static Optional<String> kind(String module, String name, String value) {
    String known = KINDS.getOrDefault(List.of(module, name), "");
    if (!known.isEmpty()) {
      return Optional.of(known);
    }
    if (name.endsWith("cachedb_url")) {
      return Optional.of("cache");
    }
    if (name.endsWith("db_url") || name.endsWith("db_urls") || name.contains("db_partitions_url")) {
      return Optional.of("database");
    }
    if (value.startsWith("http://") || value.startsWith("https://")) {
      return Optional.of("http");
    }
    // partitions and the like carry a database's URL among other things
    return value.contains("db_url") && value.contains("://")
        ? Optional.of("database")
        : Optional.empty();
  }

  void route(Item.Route route) {
    for (Call call : Walk.calls(route)) {
      String kind = FUNCTIONS.getOrDefault(call.function().text(), "");
      if (!kind.isEmpty() && !call.arguments().isEmpty()) {
        call.arguments()
            .getFirst()
            .value()
            .map(Meaning::of)
            .ifPresent(address ->
                add(
                    kind,
                    address,
                    call.function().text() + "() in " + Meaning.head(route),
                    call.span(),
                    Secrets.hide(address)));
      }
    }
  }

  private void add(String kind, String raw, String by, Span span, String shown) {
    found.add(new Peer(kind, shown, by, !raw.equals(shown), program.origins().place(span)));
  }
}
