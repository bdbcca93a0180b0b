package dev.opensipsmcp.server.toolset.tls;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tool {@code tls_get_statistics}. OpenSIPS counts no handshakes; what it can tell is how many
 * connections are open and how much waits to be read.
 */
final class TlsStatistics implements Work.Read {
  private static final String WAITING = "waiting_tls";

  private TlsStatistics() {}

  static Tool tool() {
    return Lever.read("tls_get_statistics", TlsToolset.NAME, "TLS figures")
        .what("Get the figures that a node has about TLS: connections and unread input.")
        .useWhen("Use when asked how much TLS traffic there is.")
        .notFor("Not for single connections; use `tls_list_connections`.")
        .returns("Returns one object; OpenSIPS counts no handshakes.")
        .sends("get_statistics", "core")
        .also("list_tcp_conns", "core")
        .answer(
            Schema.object(
                "The figures",
                Schema.required("connections", Schema.map("Open connections by transport")),
                Schema.required("over_tls", Schema.integer("Those of them over TLS")),
                Schema.optional("waiting_bytes", Schema.integer("Unread TLS input, bytes"))))
        .aliases("tls_statistics")
        .examples(
            "How many TLS connections are there?",
            "Show TLS statistics",
            "Does encrypted input wait unread on the node?")
        .tool(new TlsStatistics());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    JsonArray wanted = new JsonArray();
    wanted.add(WAITING);
    JsonObject params = new JsonObject();
    params.add("statistics", wanted);
    return switch (ports.mi().read("get_statistics", params)) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement statistics) ->
          switch (ports.mi().read("list_tcp_conns", new JsonObject())) {
            case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
            case MiResult.Success<JsonElement>(JsonElement connections) ->
                new Outcome.Value(figures(Json.asObject(statistics), Json.asObject(connections)));
          };
    };
  }

  private static JsonObject figures(JsonObject statistics, JsonObject connections) {
    Map<String, Integer> types = new TreeMap<>();
    int overTls = 0;
    for (JsonElement element : Json.list(connections, "Connections")) {
      String type = Json.text(Json.asObject(element), "Type").toLowerCase(Locale.ROOT);
      types.merge(type, 1, Integer::sum);
      overTls += TlsLists.overTls(Json.object("type", type)) ? 1 : 0;
    }
    JsonObject counts = new JsonObject();
    types.forEach(counts::addProperty);
    JsonObject figures = new JsonObject();
    figures.add("connections", counts);
    figures.addProperty("over_tls", overTls);
    String key = "net:" + WAITING;
    if (statistics.has(key)) {
      figures.addProperty("waiting_bytes", Json.number(statistics, key, 0));
    }
    return figures;
  }
}
