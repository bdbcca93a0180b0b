package dev.opensipsmcp.server.toolset.perf;

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
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.core.Statistics;
import dev.opensipsmcp.server.toolset.node.MemoryPools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tool {@code perf_process_breakdown}: processes by role, with load and private memory. */
final class ProcessBreakdown implements Work.Read {
  private ProcessBreakdown() {}

  static Tool tool() {
    return new Tool(
        "perf_process_breakdown",
        PerfToolset.NAME,
        "Processes of a node by role",
        new Description(
            "Count a node's processes by role, with the load of workers and their memory.",
            "Use when asked whether there are enough workers, or which kind is busy.",
            Optional.of("Not for single processes; use `get_process_list`."),
            Optional.empty(),
            "Returns a row per role, the busiest first; load only where the node counts it."),
        new Demand(Scope.STATS_READ, Risk.READ),
        true,
        Schema.arguments(),
        Schema.list(
            "Roles",
            Schema.object(
                "One role",
                Schema.required("role", Schema.text("In OpenSIPS's words")),
                Schema.required("processes", Schema.integer("How many have it")),
                Schema.optional("load_pct", Schema.integer("Mean load now, percent")),
                Schema.optional("load_1m_pct", Schema.integer("Mean over 1 minute, percent")),
                Schema.optional("load_10m_pct", Schema.integer("Mean over 10 minutes, percent")),
                Schema.optional("busiest_1m_pct", Schema.integer("Of the busiest, percent")),
                Schema.optional("busiest_pid", Schema.integer("Process ID of the busiest")),
                Schema.optional(
                    "private_max_pct", Schema.integer("Fullest private memory, percent")),
                Schema.optional("hint", Schema.text("What the load asks for")))),
        new Needs(List.of("ps", "get_statistics"), List.of()),
        List.of(
            "How many processes of each role does OpenSIPS run?",
            "Are the UDP workers overloaded?",
            "Break the processes down by role with their load"),
        List.of(),
        new ProcessBreakdown());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (Statistics.read(ports, List.of("load:", "pkmem:"))) {
      case MiResult.Failure<JsonObject>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonObject>(JsonObject values) -> {
        Map<String, RoleLoad> roles = new TreeMap<>();
        Map<Long, JsonObject> processes = MemoryPools.processes(ports);
        for (Map.Entry<Long, JsonObject> process : processes.entrySet()) {
          roles
              .computeIfAbsent(role(Json.text(process.getValue(), "Type")), RoleLoad::new)
              .add(process.getKey(), Json.number(process.getValue(), "PID", -1), values);
        }
        for (JsonObject pool : MemoryPools.rows(values, processes)) {
          RoleLoad load = roles.get(role(Json.text(pool, "type")));
          if (load != null) {
            load.memory(Json.number(pool, "used_pct", 0));
          }
        }
        List<RoleLoad> sorted = new ArrayList<>(roles.values());
        sorted.sort(RoleLoad.BUSIEST_FIRST);
        List<JsonObject> rows = sorted.stream().map(RoleLoad::row).toList();
        yield new Outcome.Rows(rows, false, _ -> "", List.of());
      }
    };
  }

  /** Numbered processes of one role are one; addresses are kept, since each has its own workers. */
  private static String role(String type) {
    return type.strip().replaceFirst("(?<=[A-Za-z])[ -]*#?[0-9]+$", "");
  }
}
