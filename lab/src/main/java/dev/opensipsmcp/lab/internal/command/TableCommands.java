package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Small modules that keep one table each: cpl_c, sockets_mgm, and userblacklist, which shows
 * nothing of its own.
 */
final class TableCommands {
  private record Socket(String address, String tag) {}

  private static final Socket NOT_LOADED_YET = new Socket("udp:192.0.2.81:5080", "partners");

  private final List<Socket> sockets =
      new ArrayList<>(
          List.of(
              new Socket("udp:192.0.2.80:5060", "trunks"),
              new Socket("tcp:192.0.2.80:5060", "trunks")));

  /** Scripts by user name; the lab's node does not tell domains apart. */
  private final Map<String, String> scripts = new LinkedHashMap<>();

  TableCommands() {
    scripts.put("alice", "<cpl><incoming><reject status=\"busy\"/></incoming></cpl>");
  }

  Command blacklist() {
    return Command.of("reload_blacklist", "userblacklist:reload", none -> Outcome.ok());
  }

  List<Command> scripts() {
    return List.of(
        Command.of("LOAD_CPL", "cpl_c:load", this::load),
        Command.of("REMOVE_CPL", "cpl_c:remove", this::remove),
        Command.of("GET_CPL", "cpl_c:get", this::get));
  }

  List<Command> sockets() {
    return List.of(
        Command.of("sockets_reload", "sockets_mgm:reload", none -> reload()),
        Command.of("sockets_list", "sockets_mgm:list", none -> list()));
  }

  private static Optional<String> user(Arguments arguments) {
    String uri = arguments.text("username");
    int at = uri.indexOf('@');
    return uri.startsWith("sip:") && at > 0
        ? Optional.of(uri.substring(uri.indexOf(':') + 1, at))
        : Optional.empty();
  }

  private static Outcome badUser() {
    return Outcome.refuse(400, "Bad user@host");
  }

  /** No file of this machine is read: the name must look like a script's. */
  private Outcome load(Arguments arguments) {
    Optional<String> user = user(arguments);
    if (user.isEmpty()) {
      return badUser();
    }
    if (!arguments.text("cpl_filename").endsWith(".xml")) {
      return Outcome.refuse(500, "Cannot read CPL file");
    }
    scripts.put(user.get(), "<cpl><incoming><proxy timeout=\"20\"/></incoming></cpl>");
    return Outcome.ok();
  }

  private Outcome remove(Arguments arguments) {
    Optional<String> user = user(arguments);
    user.ifPresent(scripts::remove);
    return user.isPresent() ? Outcome.ok() : badUser();
  }

  private Outcome get(Arguments arguments) {
    return user(arguments)
        .map(user -> {
          JsonObject json = new JsonObject();
          json.addProperty("script", scripts.getOrDefault(user, ""));
          return Outcome.value(json);
        })
        .orElseGet(TableCommands::badUser);
  }

  private Outcome reload() {
    if (!sockets.contains(NOT_LOADED_YET)) {
      sockets.add(NOT_LOADED_YET);
    }
    return Outcome.ok();
  }

  private Outcome list() {
    JsonArray array = new JsonArray();
    for (Socket socket : sockets) {
      JsonObject json = new JsonObject();
      json.addProperty("socket", socket.address());
      json.addProperty("tag", socket.tag());
      array.add(json);
    }
    return Outcome.value(array);
  }
}
