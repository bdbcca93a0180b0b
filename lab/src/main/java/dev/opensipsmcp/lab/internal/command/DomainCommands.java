package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The domains that module domain holds in memory. Its table has one domain more than was loaded, so
 * that a reload shows.
 */
final class DomainCommands {
  private static final String TABLE = "domain";

  private final Tables tables;
  private final boolean renamed;
  private Map<String, String> loaded = Map.of();

  DomainCommands(Version version, Tables tables) {
    this.tables = tables;
    renamed = version.groupsMiCommands();
    tables.seed(
        TABLE,
        row("1", "example.com", "tenant=1"),
        row("2", "sip.example.com", "tenant=1"),
        row("3", "example.net", ""));
    load();
    // Written since the node started: active after the next reload.
    tables.seed(TABLE, row("4", "branch.example.net", "tenant=2"));
  }

  private static Row row(String id, String name, String attributes) {
    return attributes.isEmpty()
        ? Row.of("id", id, "domain", name)
        : Row.of("id", id, "domain", name, "attrs", attributes);
  }

  private void load() {
    Map<String, String> fresh = new TreeMap<>();
    tables.loadOne(TABLE).forEach(row -> fresh.put(row.text("domain"), row.text("attrs")));
    loaded = fresh;
  }

  List<Command> all() {
    return List.of(command("reload", none -> reload()), command("dump", none -> dump()));
  }

  /** On 4.0, these are among the few commands that answer to their new name only. */
  private Command command(String local, Function<Arguments, Outcome> run) {
    String grouped = "domain:" + local;
    return Command.of(renamed ? grouped : "domain_" + local, grouped, run);
  }

  private Outcome reload() {
    return Reading.again(this::load, Outcome.refuse(500, "Domain table reload failed"));
  }

  private Outcome dump() {
    JsonArray domains = new JsonArray();
    loaded.forEach((name, attributes) -> {
      JsonObject json = new JsonObject();
      json.addProperty("name", name);
      if (!attributes.isEmpty()) {
        json.addProperty("attributes", attributes);
      }
      domains.add(json);
    });
    JsonObject json = new JsonObject();
    json.add("Domains", domains);
    return Outcome.value(json);
  }
}
