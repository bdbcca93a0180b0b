package dev.opensipsmcp.server.toolset.live;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The traces of this kind that a node has now, and the filters that tell them apart. */
final class NodeTraces {
  private static final List<String> KINDS = List.of("caller", "callee", "ip");

  private NodeTraces() {}

  /**
   * A trace.
   *
   * @param id its ID
   * @param filters which calls it copies, each {@code kind=value}, sorted
   */
  record Found(String id, List<String> filters) {
    Found {
      filters = List.copyOf(filters);
    }
  }

  /** {@return those that this or another such server started, in the node's order} */
  static MiResult<List<Found>> read(MiReads node) {
    return switch (node.read("trace", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) ->
          new MiResult.Success<>(found(Json.asObject(answer)));
    };
  }

  private static List<Found> found(JsonObject answer) {
    List<Found> traces = new ArrayList<>();
    for (JsonElement element : Json.list(answer, "trace destinations")) {
      JsonObject row = Json.asObject(element);
      String id = Json.text(row, "name");
      if (id.startsWith(TraceIds.PREFIX) && Json.text(row, "state").equals("dynamic")) {
        traces.add(new Found(id, filters(Json.list(row, "filters"))));
      }
    }
    return traces;
  }

  private static List<String> filters(JsonArray told) {
    TreeSet<String> filters = new TreeSet<>();
    for (JsonElement element : told) {
      for (Map.Entry<String, JsonElement> filter : Json.asObject(element).entrySet()) {
        filters.add(filter.getKey() + '=' + filter.getValue().getAsString());
      }
    }
    return List.copyOf(filters);
  }

  /** {@return the filters that a call asks for, sorted} */
  static List<String> filters(Arguments arguments) {
    TreeSet<String> filters = new TreeSet<>();
    for (String kind : KINDS) {
      arguments.maybeText("filter_" + kind).ifPresent(value -> filters.add(kind + '=' + value));
    }
    return List.copyOf(filters);
  }

  /** {@return the one of that ID} */
  static Optional<Found> named(List<Found> traces, String id) {
    return traces.stream().filter(trace -> trace.id().equals(id)).findFirst();
  }
}
