package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A back-to-back session as {@code b2b_list} shows it; the same members on 3.4 to 4.0.
 *
 * @param key its key, two decimal numbers joined by a dot
 * @param scenario the scenario that it runs; empty for sessions of the node's own making
 * @param state in words, see {@link #STATES}
 * @param legs its sides
 */
record Session(String key, String scenario, String state, List<Leg> legs) {
  /** The last state: the session is over and only waits for its BYEs to be answered. */
  static final String ENDING = "ending";

  /** What the numbers 0 to 5 mean in the module's source. */
  static final String[] STATES = {
    "initial", "bridging_hold", "bridging_sdp", "bridging", "bridged", ENDING
  };

  Session {
    legs = List.copyOf(legs);
  }

  /** {@return the session of one element of a node's list} */
  static Session of(JsonObject raw) {
    JsonArray bridge = Json.list(raw, "BRIDGE_ENTITIES");
    List<Leg> legs = new ArrayList<>(2);
    add(Json.list(raw, "SERVERS"), bridge, legs);
    add(Json.list(raw, "CLIENTS"), bridge, legs);
    for (JsonElement element : bridge) {
      JsonObject entity = Json.asObject(element);
      if (legs.stream().noneMatch(leg -> leg.key().equals(Json.text(entity, "key")))) {
        legs.add(Leg.of(entity, (int) Json.number(entity, "index", -1)));
      }
    }
    return new Session(
        Json.text(raw, "key"),
        Json.text(raw, "scenario"),
        Words.at(STATES, Json.number(raw, "state", -1)),
        legs);
  }

  private static void add(JsonArray entities, JsonArray bridge, List<Leg> legs) {
    for (JsonElement element : entities) {
      JsonObject entity = Json.asObject(element);
      legs.add(Leg.of(entity, place(Json.text(entity, "key"), bridge)));
    }
  }

  private static int place(String key, JsonArray bridge) {
    for (JsonElement element : bridge) {
      JsonObject entity = Json.asObject(element);
      if (Json.text(entity, "key").equals(key)) {
        return (int) Json.number(entity, "index", -1);
      }
    }
    return -1;
  }

  /**
   * {@return whether this is the session whose legs had one of these keys} A node gives a key of an
   * ended session to the next one at once, so the key alone does not tell (seen on 3.6.8).
   */
  boolean hasLegOf(Set<String> legKeys) {
    for (Leg leg : legs) {
      if (!leg.key().isEmpty() && legKeys.contains(leg.key())) {
        return true;
      }
    }
    return false;
  }

  /** {@return the keys of its legs} */
  Set<String> legKeys() {
    Set<String> keys = new LinkedHashSet<>();
    for (Leg leg : legs) {
      keys.add(leg.key());
    }
    return keys;
  }

  /** {@return whether it is over and only waits to be removed} */
  boolean ending() {
    return state.equals(ENDING);
  }

  /** {@return the leg at this place of the pair that hears each other} */
  Optional<Leg> bridged(int place) {
    for (Leg leg : legs) {
      if (leg.bridge() == place) {
        return Optional.of(leg);
      }
    }
    return Optional.empty();
  }

  /** {@return whether one of its legs has this text, in lower case, in an address} */
  boolean concerns(String part) {
    if (part.isEmpty()) {
      return true;
    }
    for (Leg leg : legs) {
      if (leg.concerns(part)) {
        return true;
      }
    }
    return false;
  }

  /** {@return key, scenario, state and parties, for a sentence} */
  String words() {
    StringBuilder words = new StringBuilder(key);
    words.append(" (").append(scenario.isEmpty() ? "no scenario" : scenario).append(", ");
    words.append(state);
    String before = ": ";
    for (Leg leg : legs) {
      words.append(before).append(leg.side()).append(' ').append(leg.party());
      before = " and ";
    }
    return words.append(')').toString();
  }

  /** {@return what names this session and does not move by itself: the target of a change} */
  JsonObject identity() {
    JsonObject identity = new JsonObject();
    identity.addProperty("key", key);
    identity.addProperty("scenario", scenario);
    identity.addProperty("state", state);
    identity.add("legs", Json.texts(List.copyOf(legKeys())));
    return identity;
  }

  /** {@return the session as results show it} */
  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("key", key);
    Json.addText(json, "scenario", scenario);
    json.addProperty("state", state);
    JsonArray sides = new JsonArray();
    for (Leg leg : legs) {
      sides.add(leg.json());
    }
    json.add("legs", sides);
    return json;
  }

  /** {@return what {@link #json} holds} */
  static Schema schema() {
    return Schema.object(
        "One session",
        Schema.required("key", Schema.text("Session key for the other b2b tools")),
        Schema.optional(
            "scenario", Schema.text("Scenario; absent when the node made the session itself")),
        Schema.required(
            "state",
            Schema.text("bridged is a call in progress, ending one that only waits for removal")
                .oneOf(
                    "unknown",
                    "initial",
                    "bridging_hold",
                    "bridging_sdp",
                    "bridging",
                    "bridged",
                    ENDING)),
        Schema.required("legs", Schema.list("Its sides, incoming first", leg())));
  }

  private static Schema leg() {
    return Schema.object(
        "One side",
        Schema.required(
            "side",
            Schema.text("server for a call that came in, client for one the node made")
                .oneOf("server", "client")),
        Schema.optional("entity", Schema.text("Name in the scenario; absent in topology hiding")),
        Schema.optional("key", Schema.text("Entity key, see b2b_list_entities")),
        Schema.required(
            "state",
            Schema.text("confirmed is answered")
                .oneOf("unknown", "new", "confirmed", "canceling", "disconnected")),
        Schema.optional("to_uri", Schema.text("Where the leg leads")),
        Schema.optional("from_uri", Schema.text("Who is shown as calling")),
        Schema.optional(
            "bridge", Schema.integer("Place in the pair that hears each other: 0 or 1; 2 waits")));
  }
}
