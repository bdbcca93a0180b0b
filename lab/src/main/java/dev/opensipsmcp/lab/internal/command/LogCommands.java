package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Processes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much the node logs: per process, of the script, and per consumer of the log. */
final class LogCommands {
  private static final List<String> CONSUMERS = List.of("stderror", "syslog", "event");
  private static final int SEEDED_LEVEL = 3;

  private final Processes processes;
  private final Map<Integer, Integer> levels = new HashMap<>();
  private final Map<String, Integer> filters = new HashMap<>();
  private final Map<String, Integer> mutes = new HashMap<>();
  private int script = SEEDED_LEVEL;

  LogCommands(Processes processes) {
    this.processes = processes;
    processes.all().forEach(process -> levels.put(process.pid(), SEEDED_LEVEL));
    CONSUMERS.forEach(consumer -> filters.put(consumer, 0));
    CONSUMERS.forEach(consumer -> mutes.put(consumer, consumer.equals("event") ? 1 : 0));
  }

  List<Command> all() {
    return List.of(
        Command.of("log_level", "core:log_level", this::level),
        Command.of("xlog_level", "core:xlog_level", this::scriptLevel),
        Command.of(
            "log_level_filter",
            "core:log_level_filter",
            arguments -> consumer(arguments, filters, "level_filter", "Log level filter")),
        Command.of(
            "log_mute_state",
            "core:log_mute_state",
            arguments -> consumer(arguments, mutes, "mute_state", "mute state")));
  }

  private Outcome level(Arguments arguments) {
    if (!arguments.has("level")) {
      return Outcome.value(levels());
    }
    int level = arguments.number("level");
    if (arguments.has("pid")) {
      boolean known = levels.replace(arguments.number("pid"), level) != null;
      return known ? Outcome.ok() : Outcome.invalidParams("Bad PID");
    }
    levels.replaceAll((pid, old) -> level);
    return one("New global log level", level);
  }

  private JsonObject levels() {
    JsonArray list = new JsonArray();
    for (Processes.Worker process : processes.all()) {
      JsonObject json = new JsonObject();
      json.addProperty("PID", process.pid());
      json.addProperty("Log level", levels.get(process.pid()));
      json.addProperty("Type", process.type());
      list.add(json);
    }
    JsonObject json = new JsonObject();
    json.add("Processes", list);
    return json;
  }

  private Outcome scriptLevel(Arguments arguments) {
    if (!arguments.has("level")) {
      return one("xLog Level", script);
    }
    script = arguments.number("level");
    return one("New xLog level", script);
  }

  private static Outcome consumer(
      Arguments arguments, Map<String, Integer> state, String parameter, String label) {
    String consumer = arguments.text("consumer");
    Integer now = state.get(consumer);
    if (now == null) {
      return Outcome.refuse(404, "Unknown log consumer");
    }
    if (!arguments.has(parameter)) {
      return one(label, now);
    }
    state.put(consumer, arguments.number(parameter));
    return Outcome.ok();
  }

  private static Outcome one(String name, int value) {
    JsonObject json = new JsonObject();
    json.addProperty(name, value);
    return Outcome.value(json);
  }
}
