package dev.opensipsmcp.server.toolset.node;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pools of memory that a node's statistics tell of: shared, and private of each process. */
public final class MemoryPools {
  /** The groups of statistics that tell of them, in the form that a node takes. */
  public static final List<String> GROUPS = List.of("shmem:", "rpmem:", "pkmem:");

  private MemoryPools() {}

  /**
   * {@return the node's processes by their number; none when it does not tell}
   *
   * @param ports the node
   */
  public static Map<Long, JsonObject> processes(ReadPorts ports) {
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

  /**
   * {@return a row per pool, the shared one first; a pool without a size is none: the persistent
   * one is off by default}
   *
   * @param values statistics of {@link #GROUPS} by {@code group:name}
   * @param processes as {@link #processes} gave them
   */
  public static List<JsonObject> rows(JsonObject values, Map<Long, JsonObject> processes) {
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
    rows.forEach(MemoryPools::percent);
    rows.removeIf(row -> Json.number(row, "total_bytes", 0) <= 0);
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
}
