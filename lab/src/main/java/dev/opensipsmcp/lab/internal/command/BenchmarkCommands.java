package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Inside;
import java.util.List;

/** The timers of module benchmark. Asking for the results begins a new period. */
final class BenchmarkCommands {
  private static final String NEW_PERIOD = "0/0/0/0/0.000000";

  private int granularity;
  private String period = "12/402/21/67/33.500000";

  BenchmarkCommands(Inside inside) {
    inside.show("benchmark", () -> new JsonPrimitive(period));
  }

  List<Command> all() {
    return List.of(
        Command.of(
            "bm_enable_global", "benchmark:enable_global", call -> range(call, "enable", -1, 1)),
        Command.of(
            "bm_enable_timer", "benchmark:enable_timer", call -> range(call, "enable", 0, 1)),
        Command.of("bm_granularity", "benchmark:granularity", this::granularity),
        Command.of("bm_loglevel", "benchmark:loglevel", call -> range(call, "log_level", -3, 4)),
        Command.of("bm_poll_results", "benchmark:poll_results", none -> poll()));
  }

  private static Outcome range(Arguments arguments, String parameter, int least, int most) {
    int value = arguments.number(parameter);
    return value < least || value > most
        ? Outcome.refuse(400, "Bad parameter value")
        : Outcome.ok();
  }

  private Outcome granularity(Arguments arguments) {
    int value = arguments.number("granularity");
    if (value < 0) {
      return Outcome.refuse(400, "Bad value for parameter");
    }
    granularity = value;
    return Outcome.ok();
  }

  private Outcome poll() {
    if (granularity != 0) {
      return Outcome.refuse(400, "Call not valid for granularity!=0");
    }
    JsonObject timer = new JsonObject();
    timer.addProperty("name", "lab-timer");
    timer.addProperty("global", period);
    timer.addProperty("local", "48211/1610247/18/912/33.399991");
    period = NEW_PERIOD;
    JsonArray timers = new JsonArray();
    timers.add(timer);
    JsonObject json = new JsonObject();
    json.add("Timers", timers);
    return Outcome.value(json);
  }
}
