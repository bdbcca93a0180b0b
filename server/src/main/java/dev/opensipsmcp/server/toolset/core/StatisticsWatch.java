package dev.opensipsmcp.server.toolset.core;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
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
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tool {@code statistics_watch}. */
final class StatisticsWatch implements Work.Timed {
  private static final int DURATION = 10;
  private static final int SAMPLES = 6;
  private static final int MOST_ROWS = 50;
  private static final int MOST_PICTURES = 6;
  private static final Duration SLACK = Duration.ofSeconds(45);

  private StatisticsWatch() {}

  static Tool tool() {
    return new Tool(
        "statistics_watch",
        "core",
        "Watch statistics",
        new Description(
            "Watch statistics of a node for a while and tell rates, extremes and a sparkline.",
            "Use when a trend, a rate per second or a change under load is wanted.",
            Optional.of("Not for one figure now; use `get_statistics`."),
            Optional.empty(),
            "Returns a row per statistic, at most 50, those that moved first. Ends after"
                + " duration_sec or when cancelled."),
        new Demand(Scope.STATS_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.optional(
                "groups",
                Schema.list("Groups to watch", Schema.text("Group").longest(64)).most(10)),
            Schema.optional(
                "names",
                Schema.list("Single statistics", Schema.text("As in get_statistics").longest(128))
                    .most(50)),
            Schema.optional(
                "duration_sec",
                Schema.integer("Seconds to watch").between(1, 600).byDefault(DURATION)),
            Schema.optional(
                "sample_count",
                Schema.integer("Samples, evenly spread").between(2, 60).byDefault(SAMPLES)),
            Schema.optional("svg", Schema.flag("With SVG pictures").byDefault(false))),
        Schema.list(
            "Statistics",
            Schema.object(
                "One statistic",
                Schema.required("name", Schema.text("As group:name")),
                Schema.required("kind", Schema.text("counter or gauge")),
                Schema.required("samples", Schema.integer("How often it was read")),
                Schema.required("first", Schema.number("First value")),
                Schema.required("last", Schema.number("Last value")),
                Schema.required("min", Schema.number("Least value")),
                Schema.required("max", Schema.number("Greatest value")),
                Schema.required("mean", Schema.number("Mean value")),
                Schema.optional("per_second", Schema.number("How fast a counter counted")),
                Schema.optional("resets", Schema.integer("How often a counter began anew")),
                Schema.required("sparkline", Schema.text("Its course; of a counter, its rate")),
                Schema.optional("svg", Schema.text("The same as an SVG picture")))),
        new Needs(List.of("get_statistics", "list_statistics"), List.of()),
        List.of(
            "How many calls per second does the node take?",
            "Watch the active dialogs for a minute",
            "Is the memory use growing?"),
        List.of("perf_sample_window", "watch_statistics"),
        new StatisticsWatch());
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Duration.ofSeconds(arguments.integer("duration_sec", DURATION)).plus(SLACK);
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    List<String> selectors = selectors(arguments);
    return switch (Statistics.names(ports)) {
      case MiResult.Failure<JsonObject>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonObject>(JsonObject kinds) -> {
        try {
          yield watched(arguments, selectors, kinds, ports);
        } catch (InterruptedException cancelled) {
          Thread.currentThread().interrupt();
          yield new Outcome.Failure(
              "CANCELLED", "The call was withdrawn.", "Call again if needed.");
        }
      }
    };
  }

  private static List<String> selectors(Arguments arguments) {
    List<String> selectors = new ArrayList<>();
    for (String group : arguments.texts("groups")) {
      selectors.add(group.endsWith(":") || group.equals("all") ? group : group + ':');
    }
    for (String name : arguments.texts("names")) {
      selectors.add(Statistics.bare(name));
    }
    if (selectors.isEmpty()) {
      selectors.addAll(List.of("core:", "tm:", "dialog:", "shmem:", "load:"));
    }
    return selectors;
  }

  private static Outcome watched(
      Arguments arguments, List<String> selectors, JsonObject kinds, ReadPorts ports)
      throws InterruptedException {
    int samples = arguments.integer("sample_count", SAMPLES);
    long duration = Duration.ofSeconds(arguments.integer("duration_sec", DURATION)).toNanos();
    long start = System.nanoTime();
    Map<String, Series> series = new TreeMap<>();
    int failed = 0;
    Optional<MiError> failure = Optional.empty();
    for (int i = 0; i < samples && !ports.cancelled(); i++) {
      long wait = start + duration / (samples - 1) * i - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(Duration.ofNanos(wait));
      }
      switch (Statistics.read(ports, selectors)) {
        case MiResult.Failure<JsonObject>(MiError error) -> {
          failed++;
          failure = Optional.of(error);
        }
        case MiResult.Success<JsonObject>(JsonObject values) -> {
          if (values.isEmpty() && series.isEmpty()) {
            return unknown(arguments);
          }
          take(values, System.nanoTime(), kinds, series);
        }
      }
      ports.progress(i + 1.0, samples, "sample " + (i + 1) + " of " + samples);
    }
    return series.isEmpty() && failure.isPresent()
        ? Outcome.Failure.of(failure.get())
        : result(series, failed, arguments);
  }

  private static void take(
      JsonObject values, long at, JsonObject kinds, Map<String, Series> series) {
    for (Map.Entry<String, JsonElement> entry : values.entrySet()) {
      if (entry.getValue() instanceof JsonPrimitive value && isNumber(value)) {
        boolean counter = Json.text(kinds, entry.getKey()).equals("incremental");
        series
            .computeIfAbsent(entry.getKey(), name -> new Series(name, counter))
            .add(value.getAsDouble(), at);
      }
    }
  }

  private static boolean isNumber(JsonPrimitive value) {
    return value.isNumber() || value.getAsString().matches("-?[0-9]{1,18}");
  }

  private static Outcome unknown(Arguments arguments) {
    return ToolError.STATISTIC_UNKNOWN.failure(
        "This node counts nothing under " + arguments.json() + ".",
        "List what it counts with get_statistics and group=all.");
  }

  private static Outcome result(Map<String, Series> series, int failed, Arguments arguments) {
    boolean pictures = arguments.flag("svg", false);
    List<Series> sorted = new ArrayList<>(series.values());
    sorted.sort(Comparator.comparing((Series one) -> !one.moved()).thenComparing(Series::name));
    int shown = Math.min(sorted.size(), pictures ? MOST_PICTURES : MOST_ROWS);
    List<JsonObject> rows = new ArrayList<>();
    for (Series one : sorted.subList(0, shown)) {
      rows.add(one.row(pictures));
    }
    List<String> warnings = new ArrayList<>();
    if (shown < sorted.size()) {
      warnings.add(
          (sorted.size() - shown) + " further statistics were left out: name fewer to see them");
    }
    if (failed > 0) {
      warnings.add(failed + " samples could not be taken; the node did not answer them");
    }
    return new Outcome.Rows(rows, false, count -> "", warnings);
  }
}
