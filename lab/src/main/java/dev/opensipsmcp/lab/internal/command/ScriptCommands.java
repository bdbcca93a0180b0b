package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.NodeState;
import java.util.List;

/**
 * The routes of the script. The node runs none, but reads which there are; its file has one more
 * since it started.
 */
final class ScriptCommands {
  private static final String FILE = "/srv/sip-proxy/etc/opensips.cfg";
  private static final List<String> AT_THE_START = List.of("main", "relay", "pstn");
  private static final List<String> NOW = List.of("main", "relay", "pstn", "emergency");

  private final NodeState state;
  private List<String> routes = AT_THE_START;
  private int reads = 1;

  ScriptCommands(NodeState state) {
    this.state = state;
    state.inside().show("script", this::inside);
  }

  private JsonElement inside() {
    JsonArray names = new JsonArray();
    routes.forEach(names::add);
    JsonObject json = new JsonObject();
    json.add("routes", names);
    json.addProperty("reads", reads);
    return json;
  }

  Command reload() {
    return Command.of("reload_routes", "core:reload_routes", none -> read());
  }

  private Outcome read() {
    routes = NOW;
    reads++;
    state.deeds().note(Deed.Kind.FILE_READ, FILE, String.join(" ", routes));
    return Outcome.ok();
  }
}
