package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.List;

/**
 * Small modules that keep one table each: sockets_mgm, and userblacklist, which shows nothing of
 * its own.
 */
final class TableCommands {
  private static final String SOCKETS = "sockets";

  private final Tables tables;
  private final SilentTable prefixes;
  private List<Row> sockets = List.of();

  TableCommands(Tables tables) {
    this.tables = tables;
    this.prefixes =
        SilentTable.of(
            tables,
            "globalblacklist",
            List.of(Row.of("id", "1", "prefix", "1900", "whitelist", "0")),
            Row.of("id", "2", "prefix", "44871", "whitelist", "0"));
    tables.seed(
        SOCKETS,
        socket("1", "udp:192.0.2.80:5060", "trunks"),
        socket("2", "tcp:192.0.2.80:5060", "trunks"));
    sockets = tables.loadOne(SOCKETS);
    // Written since the node started: active after the next reload.
    tables.seed(SOCKETS, socket("3", "udp:192.0.2.81:5080", "partners"));
  }

  private static Row socket(String id, String address, String tag) {
    return Row.of("id", id, "socket", address, "tag", tag);
  }

  Command blacklist() {
    return Command.of(
        "reload_blacklist",
        "userblacklist:reload",
        none -> prefixes.reload("cannot reload blacklist"));
  }

  List<Command> sockets() {
    return List.of(
        Command.of("sockets_reload", "sockets_mgm:reload", none -> reload()),
        Command.of("sockets_list", "sockets_mgm:list", none -> list()));
  }

  private Outcome reload() {
    return Reading.again(
        () -> sockets = tables.loadOne(SOCKETS), Outcome.refuse(500, "Could not reload sockets"));
  }

  private Outcome list() {
    JsonArray array = new JsonArray();
    for (Row socket : sockets) {
      JsonObject json = new JsonObject();
      json.addProperty("socket", socket.text("socket"));
      for (String column : List.of("advertised", "tag", "flags")) {
        if (!socket.text(column).isEmpty()) {
          json.addProperty(column, socket.text(column));
        }
      }
      if (socket.number("tos") != 0) {
        json.addProperty("tos", socket.number("tos"));
      }
      array.add(json);
    }
    return Outcome.value(array);
  }
}
