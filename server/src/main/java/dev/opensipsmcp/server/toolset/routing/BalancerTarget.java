package dev.opensipsmcp.server.toolset.routing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.function.Function;

/** Finds a load balancer destination by its number, or by group and URI. */
final class BalancerTarget {
  private static final RowPath ROWS = RowPath.parse("Destinations[]");

  private BalancerTarget() {}

  static MiResult<JsonObject> status(Arguments arguments, ReadPorts ports) {
    return find(
        arguments,
        ports,
        row -> {
          JsonObject state = identity(row);
          state.addProperty("enabled", row.text("enabled"));
          state.addProperty("auto_reenable", row.text("auto-reenable"));
          return state;
        });
  }

  static MiResult<JsonObject> capacity(Arguments arguments, ReadPorts ports) {
    return find(
        arguments,
        ports,
        row -> {
          if (row.get("Resources") instanceof JsonArray resources) {
            for (JsonElement resource : resources) {
              JsonObject json = Json.asObject(resource);
              if (Json.text(json, "name").equals(arguments.text("resource"))) {
                JsonObject state = identity(row);
                state.addProperty("capacity", Json.number(json, "max", 0));
                return state;
              }
            }
          }
          return States.missing();
        });
  }

  private static JsonObject identity(Row row) {
    JsonObject state = new JsonObject();
    state.addProperty("destination_id", row.number("id", -1));
    state.addProperty("uri", row.text("uri"));
    return state;
  }

  private static MiResult<JsonObject> find(
      Arguments arguments, ReadPorts ports, Function<Row, JsonObject> kept) {
    JsonObject[] found = {States.missing()};
    MiReader<JsonObject> reader =
        json -> {
          ROWS.read(
              json,
              row -> {
                boolean hit = meant(row, arguments);
                if (hit) {
                  found[0] = kept.apply(row);
                }
                return !hit;
              });
          return found[0];
        };
    return ports.mi().read("lb_list", new JsonObject(), reader);
  }

  private static boolean meant(Row row, Arguments arguments) {
    boolean id = arguments.has("destination_id");
    boolean group = arguments.has("group");
    boolean uri = arguments.has("destination");
    return (id || uri)
        && (!id || row.number("id", -1) == arguments.integer("destination_id", -1))
        && (!group || row.number("group", -1) == arguments.integer("group", -1))
        && (!uri || row.text("uri").equalsIgnoreCase(arguments.text("destination")));
  }
}
