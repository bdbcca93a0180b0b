package dev.opensipsmcp.server.toolset.routing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a push of script attributes touches: every destination of a set at an address. The node
 * answers OK even when there is none, so only the list tells what happened.
 */
final class ScriptAttributes {
  private static final RowPath ROWS =
      RowPath.parse("PARTITIONS[].SETS[].Destinations[]")
          .keeping("URI", "script_attr", "resolved_addresses");
  private static final String BY_URI = "script_attrs";

  private ScriptAttributes() {}

  static MiResult<JsonObject> read(Arguments arguments, ReadPorts ports) {
    MiReader<JsonObject> reader =
        json -> {
          JsonObject found = new JsonObject();
          ROWS.read(
              json,
              row -> {
                if (at(row, arguments)) {
                  found.addProperty(row.text("URI"), row.text("script_attr"));
                }
                return true;
              });
          if (found.isEmpty()) {
            return States.missing();
          }
          JsonObject state = new JsonObject();
          state.add(BY_URI, found);
          return state;
        };
    return ports.mi().read("ds_list", DispatcherTools.ofPartition(arguments), reader);
  }

  private static boolean at(Row row, Arguments arguments) {
    String ip = arguments.text("ip") + ":";
    int port = arguments.integer("port", 0);
    if (DispatcherTools.inSet(row, arguments)
        && row.get("resolved_addresses") instanceof JsonArray addresses) {
      for (JsonElement address : addresses) {
        String text = address.getAsString();
        if (port == 0 ? text.startsWith(ip) : text.equals(ip + port)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> values(JsonObject state) {
    Set<String> values = new HashSet<>();
    JsonObject byUri = Json.object(state, BY_URI);
    byUri.keySet().forEach(uri -> values.add(Json.text(byUri, uri)));
    return values;
  }

  static boolean shown(Arguments arguments, JsonObject after) {
    return values(after).equals(Set.of(arguments.text("attrs")));
  }

  /** One push can only bring back what was the same everywhere, and not nothing. */
  static Optional<Step> inverse(Arguments arguments, JsonObject before) {
    Set<String> values = values(before);
    if (values.size() != 1 || values.contains("")) {
      return Optional.empty();
    }
    JsonObject back = arguments.json().deepCopy();
    back.addProperty("attrs", values.iterator().next());
    return Optional.of(new Step("dispatcher_set_attrs", back));
  }
}
