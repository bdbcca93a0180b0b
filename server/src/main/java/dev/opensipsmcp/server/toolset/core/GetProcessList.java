package dev.opensipsmcp.server.toolset.core;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tool {@code get_process_list}. */
final class GetProcessList implements Work.Read {
  private static final int PAGE = 100;

  private GetProcessList() {}

  static Tool tool() {
    return new Tool(
        "get_process_list",
        "core",
        "Node processes",
        new Description(
            "Get the processes of a node with PID, role and load.",
            "Use when one process may be stuck or busy: load near 100 names it.",
            Optional.of("Not for the node as a whole; use `health_check`."),
            Optional.empty(),
            "Returns a page of rows in the node's order."),
        new Demand(Scope.HEALTH_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.optional(
                "type",
                Schema.text("Only processes whose role holds this text")
                    .longest(100)
                    .examples("SIP receiver", "timer")),
            SharedParameters.limit(PAGE, 1000),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list(
            "Processes",
            Schema.object(
                "One process",
                Schema.required("id", Schema.integer("Number inside OpenSIPS")),
                Schema.required("pid", Schema.integer("Process ID of the operating system")),
                Schema.required("type", Schema.text("Role, in OpenSIPS's words")),
                Schema.optional("load_pct", Schema.integer("Busy now, percent")),
                Schema.optional("load_1m_pct", Schema.integer("Busy over 1 minute, percent")),
                Schema.optional("load_10m_pct", Schema.integer("Busy over 10 minutes, percent")))),
        new Needs(List.of("ps", "get_statistics"), List.of()),
        List.of(
            "List the OpenSIPS processes",
            "Which worker process is at 100 percent load?",
            "What PIDs do the UDP receivers have?"),
        List.of("get_processes"),
        new GetProcessList());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("ps", new JsonObject())) {
      case MiResult.Success<JsonElement>(JsonElement answer) -> page(answer, arguments, ports);
      case MiResult.Failure<JsonElement>(var error) -> Outcome.Failure.of(error);
    };
  }

  private static Outcome page(JsonElement answer, Arguments arguments, ReadPorts ports) {
    List<String> warnings = new ArrayList<>();
    JsonObject load =
        switch (Statistics.read(ports, List.of("load:"))) {
          case MiResult.Success<JsonObject>(JsonObject values) -> values;
          case MiResult.Failure<JsonObject>(var error) -> {
            warnings.add("No load figures: " + error.cause());
            yield new JsonObject();
          }
        };
    String wanted = arguments.maybeText("type").orElse("").toLowerCase(Locale.ROOT);
    List<JsonObject> rows = new ArrayList<>();
    for (JsonElement process : Json.list(Json.asObject(answer), "Processes")) {
      JsonObject row = row(Json.asObject(process), load);
      if (Json.text(row, "type").toLowerCase(Locale.ROOT).contains(wanted)) {
        rows.add(row);
      }
    }
    return Paging.page(rows, arguments, PAGE, warnings);
  }

  private static JsonObject row(JsonObject process, JsonObject load) {
    long id = Json.number(process, "ID", -1);
    JsonObject row = new JsonObject();
    row.addProperty("id", id);
    row.addProperty("pid", Json.number(process, "PID", -1));
    row.addProperty("type", Json.text(process, "Type"));
    addLoad(row, "load_pct", load, "load:load-proc-" + id);
    addLoad(row, "load_1m_pct", load, "load:load1m-proc-" + id);
    addLoad(row, "load_10m_pct", load, "load:load10m-proc-" + id);
    return row;
  }

  private static void addLoad(JsonObject row, String column, JsonObject load, String statistic) {
    if (load.has(statistic)) {
      row.addProperty(column, Json.number(load, statistic, 0));
    }
  }
}
