package dev.opensipsmcp.server.toolset.node;

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
import dev.opensipsmcp.server.toolset.core.Statistics;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.List;

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
    return switch (Statistics.read(ports, MemoryPools.GROUPS)) {
      case MiResult.Failure<JsonObject>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonObject>(JsonObject values) -> {
        List<JsonObject> rows = MemoryPools.rows(values, MemoryPools.processes(ports));
        rows.removeIf(row -> !wanted(row, arguments));
        yield Paging.page(rows, arguments, PAGE, List.of());
      }
    };
  }

  private static boolean wanted(JsonObject row, Arguments arguments) {
    return arguments.maybeText("pool").map(Json.text(row, "pool")::equals).orElse(true)
        && Json.number(row, "used_pct", 0) >= arguments.integer("min_used_pct", 0);
  }
}
