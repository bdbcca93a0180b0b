package dev.opensipsmcp.server.toolset.core;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tool {@code get_statistics}. */
final class GetStatistics implements Work.Read {
  private static final int PAGE = 200;

  private GetStatistics() {}

  static Tool tool() {
    return new Tool(
        "get_statistics",
        "core",
        "Node statistics",
        new Description(
            "Get runtime counters and gauges of a node, by group or by name.",
            "Use when a figure is wanted: calls, registrations, transactions, memory, replies.",
            Optional.of("Not for a verdict on the node; use `health_check`."),
            Optional.empty(),
            "Returns a page of rows sorted by name; a name that does not exist is reported with"
                + " the nearest ones."),
        new Demand(Scope.STATS_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.optional(
                "group",
                Schema.text("Group of statistics, or all").examples("core", "dialog", "all")),
            Schema.optional(
                "name",
                Schema.text("One statistic, with or without its group")
                    .examples("active_dialogs", "tm:inuse_transactions")),
            Schema.optional(
                "names",
                Schema.list("Several statistics", Schema.text("As in name").longest(128)).most(50)),
            SharedParameters.limit(PAGE, 1000),
            SharedParameters.CURSOR),
        Schema.list(
            "Statistics",
            Schema.object(
                "One statistic",
                Schema.required("name", Schema.text("The statistic as group:name")),
                Schema.required("value", Schema.any("Its value now, a number as a rule")))),
        new Needs(List.of("get_statistics", "list_statistics"), List.of()),
        List.of(
            "How many active dialogs are there?",
            "Show the tm statistics",
            "What is the shared memory usage in bytes?"),
        List.of("get_stats"),
        new GetStatistics());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    List<String> names = names(arguments);
    List<String> selectors = new ArrayList<>();
    for (String name : names) {
      selectors.add(Statistics.bare(name));
    }
    Optional<String> group = arguments.maybeText("group").map(GetStatistics::bareGroup);
    if (group.isPresent() && !group.get().equals("all")) {
      selectors.add(group.get() + ":");
    } else if (group.isPresent() || names.isEmpty()) {
      selectors.add("all");
    }
    return switch (Statistics.read(ports, selectors)) {
      case MiResult.Success<JsonObject>(JsonObject values) ->
          answer(values, names, group, arguments, ports);
      case MiResult.Failure<JsonObject>(var error) -> Outcome.Failure.of(error);
    };
  }

  private static Outcome answer(
      JsonObject values,
      List<String> names,
      Optional<String> group,
      Arguments arguments,
      ReadPorts ports) {
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      if (!has(values, name)) {
        missing.add(name);
      }
    }
    if (group.isPresent() && !group.get().equals("all") && !hasGroup(values, group.get())) {
      missing.add(group.get() + ":");
    }
    if (missing.isEmpty()) {
      return Paging.page(rows(values), arguments, PAGE, List.of());
    }
    List<String> said = new ArrayList<>();
    Set<String> known = known(ports);
    for (String name : missing) {
      said.add(explain(name, known));
    }
    return values.isEmpty()
        ? ToolError.STATISTIC_UNKNOWN.failure(
            String.join(" ", said),
            "List a group, or group=all, to see what this node counts; a statistic exists only"
                + " while its module is loaded.")
        : Paging.page(rows(values), arguments, PAGE, said);
  }

  private static String explain(String missing, Set<String> known) {
    boolean group = missing.endsWith(":");
    String what = group ? missing.substring(0, missing.length() - 1) : Statistics.bare(missing);
    Set<String> names = new TreeSet<>();
    for (String name : known) {
      int colon = name.indexOf(':');
      if (group && colon > 0) {
        names.add(name.substring(0, colon));
      } else if (!group) {
        names.add(Statistics.bare(name));
      }
    }
    String kind = group ? "group " : "statistic ";
    return "This node has no "
        + kind
        + what
        + ". "
        + Nearest.orElse(Nearest.to(what, names), "No name is near it.");
  }

  private static Set<String> known(ReadPorts ports) {
    return switch (Statistics.names(ports)) {
      case MiResult.Success<JsonObject>(JsonObject names) -> names.keySet();
      case MiResult.Failure<JsonObject> _ -> Set.of();
    };
  }

  private static List<String> names(Arguments arguments) {
    Set<String> names = new LinkedHashSet<>();
    arguments.maybeText("name").ifPresent(names::add);
    names.addAll(arguments.texts("names"));
    return List.copyOf(names);
  }

  private static String bareGroup(String group) {
    return group.endsWith(":") ? group.substring(0, group.length() - 1) : group;
  }

  private static boolean has(JsonObject values, String name) {
    if (values.has(name)) {
      return true;
    }
    String ending = ":" + Statistics.bare(name);
    boolean bare = name.indexOf(':') < 0;
    for (String key : values.keySet()) {
      if (bare && key.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasGroup(JsonObject values, String group) {
    for (String key : values.keySet()) {
      if (key.startsWith(group + ":")) {
        return true;
      }
    }
    return false;
  }

  private static List<JsonObject> rows(JsonObject values) {
    List<JsonObject> rows = new ArrayList<>();
    List<Map.Entry<String, JsonElement>> sorted = new ArrayList<>(values.entrySet());
    sorted.sort(Map.Entry.comparingByKey());
    for (Map.Entry<String, JsonElement> entry : sorted) {
      JsonObject row = new JsonObject();
      row.addProperty("name", entry.getKey());
      row.add("value", entry.getValue());
      rows.add(row);
    }
    return rows;
  }
}
