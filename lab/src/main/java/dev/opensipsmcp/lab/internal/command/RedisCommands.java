package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** A Redis cluster of three servers, one of which is gone; 4.0 only. */
final class RedisCommands {
  private static final String GROUP = "cluster1";
  private static final int SLOTS = 16_384;

  private record Server(String ip, boolean answers, int slots, int queries, int errors) {}

  private static final List<Server> SERVERS =
      List.of(
          new Server("192.0.2.41", true, 8192, 48_211, 0),
          new Server("192.0.2.42", true, 8192, 47_902, 2),
          new Server("192.0.2.43", false, 0, 12, 12));

  private final Clock clock;
  private int refreshes = 1;
  private long refreshed;

  RedisCommands(Clock clock) {
    this.clock = clock;
    this.refreshed = clock.instant().getEpochSecond();
  }

  List<Command> all() {
    return List.of(
        command("redis_cluster_info", this::info),
        command("redis_cluster_refresh", this::refresh),
        command("redis_ping_nodes", this::ping));
  }

  private static Command command(String name, Supplier<JsonObject> one) {
    return Command.of("cachedb_redis:" + name, "cachedb_redis:" + name, call -> of(call, one));
  }

  private static Outcome of(Arguments arguments, Supplier<JsonObject> one) {
    JsonArray all = new JsonArray();
    if (arguments.optionalText("group").orElse(GROUP).equals(GROUP)) {
      all.add(one.get());
    }
    return Outcome.value(all);
  }

  private static JsonObject group() {
    JsonObject json = new JsonObject();
    json.addProperty("group", GROUP);
    return json;
  }

  private JsonObject info() {
    JsonObject json = group();
    json.addProperty("url", "redis:" + GROUP + "://192.0.2.41:6379/");
    json.addProperty("mode", "cluster");
    json.addProperty("transport", "tcp");
    json.addProperty("topology_refreshes", refreshes);
    json.addProperty("last_topology_refresh", refreshed);
    JsonArray nodes = new JsonArray();
    for (Server server : SERVERS) {
      JsonObject node = node(server);
      node.addProperty("status", server.answers() ? "connected" : "disconnected");
      node.addProperty("slots_assigned", server.slots());
      node.addProperty("queries", server.queries());
      node.addProperty("errors", server.errors());
      node.addProperty("moved", 0);
      node.addProperty("last_activity", server.answers() ? 1 : -1);
      nodes.add(node);
    }
    json.add("nodes", nodes);
    json.addProperty("total_slots_mapped", SLOTS);
    return json;
  }

  private static JsonObject node(Server server) {
    JsonObject node = new JsonObject();
    node.addProperty("ip", server.ip());
    node.addProperty("port", 6379);
    return node;
  }

  private JsonObject refresh() {
    refreshes++;
    refreshed = clock.instant().getEpochSecond();
    JsonObject json = group();
    json.addProperty("status", "ok");
    return json;
  }

  private JsonObject ping() {
    JsonArray nodes = new JsonArray();
    for (Server server : SERVERS) {
      JsonObject node = node(server);
      node.addProperty("status", server.answers() ? "reachable" : "disconnected");
      node.addProperty("latency_us", server.answers() ? 180 : -1);
      nodes.add(node);
    }
    JsonObject json = group();
    json.add("nodes", nodes);
    return json;
  }
}
