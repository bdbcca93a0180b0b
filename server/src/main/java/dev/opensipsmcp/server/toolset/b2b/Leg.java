package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;

/**
 * One side of a back-to-back session, as {@code b2b_list} shows it.
 *
 * @param side {@code server} for a call that came in, {@code client} for one that the node made
 * @param entity its name in the scenario; empty in topology hiding sessions
 * @param key its entity key, also the Call-ID of the node's own call; empty before there is one
 * @param state in words, see {@link #STATES}
 * @param disconnected whether its BYE was sent or received
 * @param to where it leads
 * @param from who is shown as calling
 * @param bridge its place in the pair that hears each other, 0 or 1; 2 for the next in line; -1 for
 *     none
 */
record Leg(
    String side,
    String entity,
    String key,
    String state,
    boolean disconnected,
    String to,
    String from,
    int bridge) {
  /** What the numbers 0 to 2 mean in the module's source. */
  private static final String[] STATES = {"new", "confirmed", "canceling"};

  /** {@return the leg of one element of a session's lists} */
  static Leg of(JsonObject raw, int bridge) {
    return new Leg(
        Json.number(raw, "type", 1) == 0 ? "server" : "client",
        Json.text(raw, "scenario_id"),
        Json.text(raw, "key"),
        Words.at(STATES, Json.number(raw, "state", -1)),
        Json.number(raw, "disconnected", 0) != 0,
        Json.text(raw, "to_uri"),
        Json.text(raw, "from_uri"),
        bridge);
  }

  /** {@return whether it was answered and can be bridged} */
  boolean confirmed() {
    return state.equals("confirmed") && !disconnected;
  }

  /** {@return who is at its other end: the caller of a call that came in, the callee otherwise} */
  String party() {
    return side.equals("server") ? from : to;
  }

  /** {@return whether one of its addresses holds this text in lower case} */
  boolean concerns(String part) {
    return Words.holds(to, part) || Words.holds(from, part);
  }

  /** {@return the leg as results show it} */
  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("side", side);
    Json.addText(json, "entity", entity);
    Json.addText(json, "key", key);
    json.addProperty("state", disconnected ? "disconnected" : state);
    Json.addText(json, "to_uri", to);
    Json.addText(json, "from_uri", from);
    if (bridge >= 0) {
      json.addProperty("bridge", bridge);
    }
    return json;
  }
}
