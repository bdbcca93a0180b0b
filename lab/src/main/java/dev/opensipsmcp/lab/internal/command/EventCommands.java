package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.List;

/**
 * The events that the node's core and modules can raise; their names are the same on 3.6 and 4.0.
 */
final class EventCommands {
  private static final List<String> EVENTS =
      List.of(
          "E_CORE_SR_STATUS_CHANGED",
          "E_CORE_THRESHOLD",
          "E_CORE_SHM_THRESHOLD",
          "E_CORE_PKG_THRESHOLD",
          "E_CORE_PROC_AUTO_SCALE",
          "E_CORE_TCP_DISCONNECT",
          "E_DISPATCHER_STATUS",
          "E_UL_AOR_INSERT",
          "E_UL_AOR_DELETE",
          "E_UL_CONTACT_INSERT",
          "E_UL_CONTACT_UPDATE",
          "E_UL_CONTACT_DELETE",
          "E_UL_CONTACT_REFRESH",
          "E_UL_LATENCY_UPDATE",
          "E_DLG_STATE_CHANGED",
          "E_LOAD_BALANCER_STATUS",
          "E_DROUTING_STATUS",
          "E_UA_SESSION",
          "E_CORE_LOG");

  private EventCommands() {}

  static List<Command> all() {
    return List.of(Command.of("events_list", "evi:list", none -> list()));
  }

  private static Outcome list() {
    JsonArray list = new JsonArray();
    for (int id = 0; id < EVENTS.size(); id++) {
      JsonObject event = new JsonObject();
      event.addProperty("name", EVENTS.get(id));
      event.addProperty("id", id);
      list.add(event);
    }
    JsonObject json = new JsonObject();
    json.add("Events", list);
    return Outcome.value(json);
  }
}
