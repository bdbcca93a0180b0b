package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chat rooms of module imc. The first member owns the room. */
final class ChatCommands {
  private static final Map<String, List<String>> ROOMS = new LinkedHashMap<>();

  static {
    ROOMS.put(
        "sip:chat-noc@example.com",
        List.of("sip:alice@example.com", "sip:bob@example.com", "sip:carol@example.com"));
    ROOMS.put("sip:chat-sales@example.com", List.of("sip:dave@example.com"));
  }

  private ChatCommands() {}

  static List<Command> all() {
    return List.of(
        Command.of("imc_list_rooms", "imc:list_rooms", none -> rooms()),
        Command.of("imc_list_members", "imc:list_members", ChatCommands::members));
  }

  private static Outcome rooms() {
    JsonArray list = new JsonArray();
    ROOMS.forEach((uri, members) -> {
      JsonObject room = new JsonObject();
      room.addProperty("URI", uri);
      room.addProperty("MEMBERS", members.size());
      room.addProperty("OWNER", members.getFirst());
      list.add(room);
    });
    JsonObject json = new JsonObject();
    json.add("ROOMS", list);
    return Outcome.value(json);
  }

  private static Outcome members(Arguments arguments) {
    List<String> members = ROOMS.get(arguments.text("room"));
    if (members == null) {
      return Outcome.refuse(404, "no such room");
    }
    JsonArray list = new JsonArray();
    members.forEach(list::add);
    JsonObject json = new JsonObject();
    json.addProperty("ROOM", arguments.text("room"));
    json.add("MEMBERS", list);
    json.addProperty("NO_MEMBERS", members.size());
    return Outcome.value(json);
  }
}
