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
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.ArrayList;
import java.util.List;

/** The tool {@code statistics_list}. */
final class StatisticsList implements Work.Read {
  private static final int PAGE = 200;
  private static final List<Filter> FILTERS =
      List.of(Filter.whole("group", "group"), Filter.part("name", "name"));

  private StatisticsList() {}

  static Tool tool() {
    return Lever.read("statistics_list", NodeToolset.NAME, "Names of the statistics")
        .what("List the statistics that a node keeps, and which of them can be reset.")
        .useWhen("Use when the name of a counter is not known.")
        .notFor("Not for values; use `get_statistics`.")
        .returns("Returns a page of rows in the node's order.")
        .sends("list_statistics", "statistics")
        .scope(Scope.STATS_READ)
        .local(Schema.optional("group", Schema.text("Group, for example tm").longest(64)))
        .local(Schema.optional("name", Schema.text("Part of the name").longest(64)))
        .rows("[]")
        .page(PAGE)
        .column("group", "group", Schema.text("Group, a module as a rule"))
        .column("name", "name", Schema.text("Statistic within it"))
        .column("resettable", "resettable", Schema.flag("A counter; others are gauges"))
        .examples(
            "What statistics does this node have?",
            "Which counters of the dialog module exist?",
            "List the names of all counters that can be reset")
        .aliases("list_statistics")
        .tool(new StatisticsList());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("list_statistics", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) ->
          Paging.page(rows(Json.asObject(answer), arguments), arguments, PAGE, List.of());
    };
  }

  private static List<JsonObject> rows(JsonObject kinds, Arguments arguments) {
    List<JsonObject> rows = new ArrayList<>();
    for (String key : kinds.keySet()) {
      int colon = key.indexOf(':');
      JsonObject row = Json.object("group", colon < 0 ? "" : key.substring(0, colon));
      row.addProperty("name", key.substring(colon + 1));
      row.addProperty("resettable", Json.text(kinds, key).equals("incremental"));
      if (FILTERS.stream().allMatch(filter -> filter.passes(row, arguments))) {
        rows.add(row);
      }
    }
    return rows;
  }
}
