package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.Map;

/** The tool {@code registrar_stats}. */
final class RegistrarStats {

  private RegistrarStats() {}

  static Tool tool() {
    return Lever.read("registrar_stats", "registration", "Registrar counters")
        .what("Get the counters of registrar and user location.")
        .useWhen("Use when asked for totals: users, contacts, accepted and rejected REGISTERs.")
        .notFor("Not for a breakdown; use `registration_summary`.")
        .returns("Returns two objects of counters; cheap at any number of users.")
        .scope(Scope.STATS_READ)
        .sends("get_statistics", "core")
        .answer(
            Schema.object(
                "Counters by their names within the group",
                Schema.required("registrar", Schema.map("Of REGISTER requests, and its limits")),
                Schema.required("usrloc", Schema.map("Users, contacts and expiries by table"))))
        .examples(
            "How many users are registered in total?",
            "How many REGISTERs were rejected?",
            "Show the registrar counters")
        .aliases("registrar_statistics")
        .tool((_, ports) -> run(ports));
  }

  private static Outcome run(ReadPorts ports) {
    JsonArray groups = new JsonArray();
    groups.add("registrar:");
    groups.add("usrloc:");
    JsonObject params = new JsonObject();
    params.add("statistics", groups);
    return switch (ports.mi().read("get_statistics", params)) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject json = new JsonObject();
        json.add("registrar", group(Json.asObject(answer), "registrar:"));
        json.add("usrloc", group(Json.asObject(answer), "usrloc:"));
        yield new Outcome.Value(json);
      }
    };
  }

  private static JsonObject group(JsonObject all, String prefix) {
    JsonObject group = new JsonObject();
    for (Map.Entry<String, JsonElement> entry : all.entrySet()) {
      if (entry.getKey().startsWith(prefix)) {
        group.add(entry.getKey().substring(prefix.length()), entry.getValue());
      }
    }
    return group;
  }
}
