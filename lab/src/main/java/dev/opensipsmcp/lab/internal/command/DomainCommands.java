package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The domains that module domain holds in memory. Its table has one domain more than was loaded, so
 * that a reload shows.
 */
final class DomainCommands {
  private static final Map<String, String> TABLE =
      Map.of(
          "example.com", "tenant=1",
          "sip.example.com", "tenant=1",
          "example.net", "",
          "branch.example.net", "tenant=2");
  private static final String NOT_LOADED_YET = "branch.example.net";

  private final Map<String, String> loaded = new TreeMap<>(TABLE);

  private final boolean renamed;

  DomainCommands(Version version) {
    renamed = version.groupsMiCommands();
    loaded.remove(NOT_LOADED_YET);
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
    loaded.clear();
    loaded.putAll(TABLE);
    return Outcome.ok();
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
