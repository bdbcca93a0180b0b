package dev.opensipsmcp.server.toolset.events;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A subscription as a node lists it.
 *
 * @param event the event's name
 * @param socket where it is sent
 * @param expire for how many seconds it was made; empty when it never ends
 * @param left seconds until it ends; 0 when it has ended and is only still listed; empty when never
 */
record Listed(String event, String socket, OptionalLong expire, OptionalLong left) {

  /**
   * {@return all subscriptions of an answer of {@code subscribers_list}, with an event or without}
   */
  static List<Listed> of(JsonElement answer) {
    List<Listed> all = new ArrayList<>();
    JsonObject result = Json.asObject(answer);
    add(Json.object(result, "Event"), all);
    for (JsonElement event : Json.list(result, "Events")) {
      add(Json.asObject(event), all);
    }
    return all;
  }

  private static void add(JsonObject event, List<Listed> all) {
    for (JsonElement element : Json.list(event, "Subscribers")) {
      JsonObject subscriber = Json.asObject(element);
      all.add(
          new Listed(
              Json.text(event, "name"),
              Json.text(subscriber, "socket"),
              number(subscriber, "expire"),
              Json.text(subscriber, "ttl").equals("expired")
                  ? OptionalLong.of(0)
                  : number(subscriber, "ttl")));
    }
  }

  private static OptionalLong number(JsonObject json, String name) {
    return json.get(name) instanceof JsonPrimitive value && value.isNumber()
        ? OptionalLong.of(value.getAsLong())
        : OptionalLong.empty();
  }

  /** {@return whether the node still sends; it lists an ended one for another second} */
  boolean lives() {
    return left.isEmpty() || left.getAsLong() > 0;
  }
}
