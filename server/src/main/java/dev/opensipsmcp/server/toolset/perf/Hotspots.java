package dev.opensipsmcp.server.toolset.perf;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Decimals;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.core.Statistics;
import dev.opensipsmcp.server.toolset.core.Uptime;
import dev.opensipsmcp.server.toolset.node.MemoryPools;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tool {@code perf_hotspots}: where a node hurts, in one look. */
final class Hotspots implements Work.Read {
  private static final List<String> ASKED =
      List.of(
          "shmem:", "pkmem:", "load:", "net:", "core:", "tm:", "sl:", "dialog:", "sql:", "dns:",
          "cdb:");

  private Hotspots() {}

  static Tool tool() {
    return new Tool(
        "perf_hotspots",
        PerfToolset.NAME,
        "Where a node hurts",
        new Description(
            "Find where a node hurts: memory, load, waiting input, slow events, errors.",
            "Use when a node is slow or loses messages, to see where to look first.",
            Optional.of("Not for a plain up or down; use `health_check`."),
            Optional.empty(),
            "Returns figures and findings, worst first, each with the tool to look further with."),
        new Demand(Scope.STATS_READ, Risk.READ),
        true,
        Schema.arguments(),
        Schema.object(
            "Figures and what they mean",
            Schema.required(
                "findings",
                Schema.list(
                    "Worst first",
                    Schema.object(
                        "One finding",
                        Schema.required(
                            "severity",
                            Schema.text("How bad").oneOf("critical", "warning", "notice")),
                        Schema.required("what", Schema.text("What it is")),
                        Schema.required("look", Schema.text("Where to look further"))))),
            Schema.required("up_s", Schema.integer("Seconds since the node started")),
            Schema.required("shared_memory_pct", Schema.integer("Shared memory used, percent")),
            Schema.required(
                "private_memory_max_pct", Schema.integer("Fullest private memory, percent")),
            Schema.optional("load_1m_pct", Schema.integer("Load of workers over 1 minute")),
            Schema.optional("load_10m_pct", Schema.integer("The same over 10 minutes")),
            Schema.optional("waiting_bytes", Schema.map("Unread input by transport, bytes")),
            Schema.optional("active_dialogs", Schema.integer("Calls in progress")),
            Schema.optional("inuse_transactions", Schema.integer("Transactions in memory")),
            Schema.required(
                "error_pct", Schema.number("Requests that were dropped or failed, percent")),
            Schema.required("slow_events", Schema.map("Counted since the start, by kind"))),
        new Needs(List.of("uptime", "ps", "get_statistics"), List.of()),
        List.of(
            "Where are the performance hotspots of this node?",
            "OpenSIPS is slow, what is the bottleneck?",
            "Show slow messages, queues and error rate at a glance"),
        List.of(),
        new Hotspots());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (Statistics.read(ports, ASKED)) {
      case MiResult.Failure<JsonObject>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonObject>(JsonObject values) ->
          switch (ports.mi().read("uptime", new JsonObject())) {
            case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
            case MiResult.Success<JsonElement>(JsonElement answer) ->
                new Outcome.Value(
                    look(
                        values,
                        MemoryPools.rows(values, MemoryPools.processes(ports)),
                        Uptime.seconds(Json.asObject(answer))));
          };
    };
  }

  private static JsonObject look(JsonObject values, List<JsonObject> pools, long up) {
    long shared = 0;
    long own = 0;
    for (JsonObject pool : pools) {
      long used = Json.number(pool, "used_pct", 0);
      if (Json.text(pool, "pool").equals("shared")) {
        shared = used;
      } else if (Json.text(pool, "pool").equals("private")) {
        own = Math.max(own, used);
      }
    }
    HotspotRules rules = new HotspotRules(values, up);
    JsonObject json = new JsonObject();
    json.add("findings", Json.list(rules.findings(shared, own)));
    json.addProperty("up_s", up);
    json.addProperty("shared_memory_pct", shared);
    json.addProperty("private_memory_max_pct", own);
    copy(values, "load:load1m", json, "load_1m_pct");
    copy(values, "load:load10m", json, "load_10m_pct");
    JsonObject waiting = new JsonObject();
    for (String transport : List.of("udp", "tcp", "tls")) {
      copy(values, "net:waiting_" + transport, waiting, transport);
    }
    json.add("waiting_bytes", waiting);
    copy(values, "dialog:active_dialogs", json, "active_dialogs");
    copy(values, "tm:inuse_transactions", json, "inuse_transactions");
    json.addProperty("error_pct", Decimals.rounded(rules.errors()));
    JsonObject slow = new JsonObject();
    for (Map.Entry<String, String> kind : HotspotRules.SLOW.entrySet()) {
      copy(values, kind.getKey(), slow, kind.getValue());
    }
    json.add("slow_events", slow);
    return json;
  }

  private static void copy(JsonObject values, String statistic, JsonObject into, String name) {
    if (values.has(statistic)) {
      into.addProperty(name, Json.number(values, statistic, 0));
    }
  }
}
