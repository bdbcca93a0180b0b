package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Processes;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What the core itself answers, but for {@code which}. */
final class CoreCommands {
  private static final DateTimeFormatter CTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US);

  private final NodeState state;

  CoreCommands(NodeState state) {
    this.state = state;
  }

  List<Command> beforeWhich() {
    return List.of(
        Command.of("uptime", "core:uptime", none -> uptime()),
        Command.of("version", "core:version", this::version),
        Command.of("pwd", "core:pwd", none -> pwd()),
        Command.of("arg", "core:arg", none -> arg()));
  }

  List<Command> afterWhich() {
    return List.of(Command.of("ps", "core:ps", none -> ps()));
  }

  private Outcome uptime() {
    Instant now = state.clock().instant();
    JsonObject json = new JsonObject();
    json.addProperty("Now", ctime(now));
    json.addProperty("Up since", ctime(state.started()));
    json.addProperty("Up time", Duration.between(state.started(), now).toSeconds() + " [sec]");
    return Outcome.value(json);
  }

  private String ctime(Instant instant) {
    return CTIME.format(instant.atZone(state.clock().getZone()));
  }

  private Outcome version(Arguments arguments) {
    String release = state.settings().version() == Version.V4_0 ? "4.0.1" : "3.6.8";
    JsonObject json = new JsonObject();
    json.addProperty("Server", "OpenSIPS (" + release + " (x86_64/linux))");
    if (arguments.has("revision")) {
      json.addProperty("unknown", "unknown");
    }
    return Outcome.value(json);
  }

  private static Outcome pwd() {
    JsonObject json = new JsonObject();
    json.addProperty("WD", "/");
    return Outcome.value(json);
  }

  private static Outcome arg() {
    JsonArray json = new JsonArray();
    List.of("/usr/sbin/opensips", "-F", "-f", "/etc/opensips/opensips.cfg", "-m", "512", "-M", "16")
        .forEach(json::add);
    return Outcome.value(json);
  }

  private Outcome ps() {
    JsonArray list = new JsonArray();
    for (Processes.Worker process : state.processes().all()) {
      JsonObject json = new JsonObject();
      json.addProperty("ID", process.id());
      json.addProperty("PID", process.pid());
      json.addProperty("Type", process.type());
      list.add(json);
    }
    return Outcome.value(processes(list));
  }

  private static JsonObject processes(JsonArray list) {
    JsonObject json = new JsonObject();
    json.add("Processes", list);
    return json;
  }
}
