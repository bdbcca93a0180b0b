package dev.opensipsmcp.server.toolset.node;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tool {@code get_memory_stats}: the pools of a node, one row each. */
final class MemoryStats implements Work.Read {
  private static final int PAGE = 100;

  private MemoryStats() {}

  static Tool tool() {
    return Lever.read("get_memory_stats", NodeToolset.NAME, "Memory pools")
        .what("Get the use of shared memory, and of private memory per process, in bytes.")
        .useWhen("Use when memory may run out, leaks, or must be sized.")
        .notFor("Not for other figures; use `get_statistics`.")
        .returns("Returns a page of rows: the shared pool first, then each process's own.")
        .sends("get_statistics", "statistics")
        .also("ps", "core")
        .scope(Scope.STATS_READ)
        .local(
            Schema.optional(
                "pool",
                Schema.text(
                        "Only this kind; private is a process's own, persistent outlives restarts")
                    .oneOf("shared", "private", "persistent")))
        .local(
            Schema.optional(
                "min_used_pct",
                Schema.integer("Only pools at least this full, percent").between(0, 100)))
        .rows("[]")
        .page(PAGE)
        .column("pool", "pool", Schema.text("shared, private or persistent"))
        .column("process", "process", Schema.integer("Process number, of private pools"))
        .column("pid", "pid", Schema.integer("Its process ID"))
        .column("type", "type", Schema.text("Its role"))
        .column("total_bytes", "total_bytes", Schema.integer("Size"))
        .column("used_bytes", "used_bytes", Schema.integer("In use"))
        .column("real_used_bytes", "real_used_bytes", Schema.integer("With overhead"))
        .column("max_used_bytes", "max_used_bytes", Schema.integer("Most ever used"))
        .column("free_bytes", "free_bytes", Schema.integer("Free"))
        .column("fragments", "fragments", Schema.integer("Free fragments"))
        .column("used_pct", "used_pct", Schema.integer("Used with overhead, percent"))
        .examples(
            "How much shared memory is free?",
            "Which process uses the most private memory?",
            "Show package memory per process")
        .aliases("get_memory")
        .tool(new MemoryStats());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    JsonObject wanted = new JsonObject();
    wanted.add("statistics", Json.texts(List.of("shmem:", "rpmem:", "pkmem:")));
    return switch (ports.mi().read("get_statistics", wanted)) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement values) ->
          Paging.page(
              rows(Json.asObject(values), processes(ports), arguments), arguments, PAGE, List.of());
    };
  }

  private static Map<Long, JsonObject> processes(ReadPorts ports) {
    Map<Long, JsonObject> known = new TreeMap<>();
    if (ports.mi().read("ps", new JsonObject())
        instanceof MiResult.Success<JsonElement>(JsonElement answer)) {
      for (JsonElement element : Json.list(Json.asObject(answer), "Processes")) {
        JsonObject process = Json.asObject(element);
        known.put(Json.number(process, "ID", -1), process);
      }
    }
    return known;
  }

  private static List<JsonObject> rows(
      JsonObject values, Map<Long, JsonObject> processes, Arguments arguments) {
    Map<Long, JsonObject> own = new TreeMap<>();
    JsonObject shared = pool("shared");
    JsonObject persistent = pool("persistent");
    for (Map.Entry<String, JsonElement> entry : values.entrySet()) {
      String name = entry.getKey();
      if (name.startsWith("shmem:")) {
        add(shared, name.substring("shmem:".length()), entry.getValue());
      } else if (name.startsWith("rpmem:rpm_")) {
        add(persistent, name.substring("rpmem:rpm_".length()), entry.getValue());
      } else if (name.startsWith("pkmem:") && name.indexOf('-') > 0) {
        int dash = name.indexOf('-');
        long process = Json.number(name.substring("pkmem:".length(), dash), -1);
        JsonObject row = own.computeIfAbsent(process, id -> owned(id, processes));
        add(row, name.substring(dash + 1), entry.getValue());
      }
    }
    List<JsonObject> rows = new ArrayList<>();
    rows.add(shared);
    rows.add(persistent);
    rows.addAll(own.values());
    rows.forEach(MemoryStats::percent);
    rows.removeIf(row -> !wanted(row, arguments));
    return rows;
  }

  private static JsonObject pool(String kind) {
    return Json.object("pool", kind);
  }

  private static JsonObject owned(long process, Map<Long, JsonObject> processes) {
    JsonObject row = pool("private");
    row.addProperty("process", process);
    JsonObject known = processes.get(process);
    if (known != null) {
      row.addProperty("pid", Json.number(known, "PID", -1));
      row.addProperty("type", Json.text(known, "Type"));
    }
    return row;
  }

  private static void add(JsonObject row, String statistic, JsonElement value) {
    row.add(statistic.endsWith("_size") ? bytes(statistic) : statistic, value);
  }

  private static String bytes(String statistic) {
    return statistic.substring(0, statistic.length() - "_size".length()) + "_bytes";
  }

  private static void percent(JsonObject row) {
    long total = Json.number(row, "total_bytes", 0);
    if (total > 0) {
      row.addProperty("used_pct", Json.number(row, "real_used_bytes", 0) * 100 / total);
    }
  }

  /** A pool without a size is none: the persistent one is off by default. */
  private static boolean wanted(JsonObject row, Arguments arguments) {
    return Json.number(row, "total_bytes", 0) > 0
        && arguments.maybeText("pool").map(Json.text(row, "pool")::equals).orElse(true)
        && Json.number(row, "used_pct", 0) >= arguments.integer("min_used_pct", 0);
  }
}
