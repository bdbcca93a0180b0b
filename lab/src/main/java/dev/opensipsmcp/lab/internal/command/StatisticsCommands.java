package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Statistics;
import dev.opensipsmcp.lab.internal.state.Statistics.Statistic;
import java.util.List;

/** Reads and resets statistics. Unknown names are left out of an answer without an error. */
final class StatisticsCommands {
  private final Statistics statistics;

  StatisticsCommands(Statistics statistics) {
    this.statistics = statistics;
  }

  List<Command> all() {
    return List.of(
        Command.of("get_statistics", "statistics:get", this::get),
        Command.of("list_statistics", "statistics:list", this::list),
        Command.of("reset_statistics", "statistics:reset", this::reset),
        Command.of("reset_all_statistics", "statistics:reset_all", none -> resetAll()));
  }

  private Outcome get(Arguments arguments) {
    JsonObject json = new JsonObject();
    for (String wanted : arguments.texts("statistics")) {
      for (Statistic statistic : statistics.find(wanted)) {
        json.addProperty(statistic.key(), statistics.value(statistic));
      }
    }
    return Outcome.value(json);
  }

  /** A single name is printed without its group, as recorded. */
  private Outcome list(Arguments arguments) {
    JsonObject json = new JsonObject();
    if (!arguments.has("statistics")) {
      statistics.all().forEach(statistic -> json.addProperty(statistic.key(), kind(statistic)));
    }
    for (String wanted : arguments.texts("statistics")) {
      for (Statistic statistic : statistics.find(wanted)) {
        boolean single = statistic.name().equals(wanted);
        json.addProperty(single ? wanted : statistic.key(), kind(statistic));
      }
    }
    return Outcome.value(json);
  }

  private static String kind(Statistic statistic) {
    return statistic.incremental() ? "incremental" : "non-incremental";
  }

  private Outcome reset(Arguments arguments) {
    boolean found = false;
    for (String wanted : arguments.texts("statistics")) {
      for (Statistic statistic : statistics.find(wanted)) {
        statistics.reset(statistic);
        found = true;
      }
    }
    return found ? Outcome.ok() : Outcome.refuse(404, "Statistics Not Found");
  }

  private Outcome resetAll() {
    statistics.all().forEach(statistics::reset);
    return Outcome.ok();
  }
}
