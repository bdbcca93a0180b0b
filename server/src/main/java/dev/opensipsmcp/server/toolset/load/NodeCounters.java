package dev.opensipsmcp.server.toolset.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Statistic;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a node counts while it is loaded: before, at its highest, and after. */
final class NodeCounters {
  private static final List<String> WANTED =
      List.of(
          "rcv_requests",
          "rcv_replies",
          "drop_requests",
          "err_requests",
          "inuse_transactions",
          "UAS_transactions",
          "4xx_transactions",
          "5xx_transactions",
          "active_dialogs",
          "registered_users",
          "accepted_regs",
          "rejected_regs",
          "real_used_size",
          "max_used_size");

  private final ReadPorts ports;
  private final List<String> names;
  private final Map<String, Long> before = new LinkedHashMap<>();
  private final Map<String, Long> highest = new LinkedHashMap<>();
  private Map<String, Long> last = Map.of();

  private NodeCounters(ReadPorts ports, List<String> names) {
    this.ports = ports;
    this.names = names;
  }

  /** {@return counters of a node, read once; none of a node that can't be asked} */
  static NodeCounters of(ReadPorts ports) {
    List<String> names = List.of();
    if (ports.mi().node() instanceof MiResult.Success<MiNode>(MiNode node)) {
      Set<String> known =
          Facts.of(node.version()).statistics().stream()
              .map(Statistic::name)
              .collect(Collectors.toSet());
      names = WANTED.stream().filter(known::contains).toList();
    }
    NodeCounters counters = new NodeCounters(ports, names);
    counters.sample();
    counters.before.putAll(counters.last);
    return counters;
  }

  /** Reads them again. */
  void sample() {
    if (names.isEmpty()) {
      return;
    }
    JsonObject params = new JsonObject();
    params.add("statistics", Json.texts(names));
    if (ports.mi().read("get_statistics", params)
        instanceof MiResult.Success<JsonElement>(JsonElement answer)) {
      Map<String, Long> read = new LinkedHashMap<>();
      JsonObject values = Json.asObject(answer);
      for (String name : values.keySet()) {
        long value = Json.number(values, name, -1);
        if (value >= 0) {
          read.put(name, value);
          highest.merge(name, value, Math::max);
        }
      }
      last = read;
    }
  }

  /** {@return whether the node told anything} */
  boolean any() {
    return !last.isEmpty();
  }

  JsonObject json() {
    JsonObject all = new JsonObject();
    for (Map.Entry<String, Long> counter : last.entrySet()) {
      JsonObject one = new JsonObject();
      one.addProperty("before", before.getOrDefault(counter.getKey(), 0L));
      one.addProperty("highest", highest.getOrDefault(counter.getKey(), 0L));
      one.addProperty("after", counter.getValue());
      all.add(counter.getKey(), one);
    }
    return all;
  }
}
