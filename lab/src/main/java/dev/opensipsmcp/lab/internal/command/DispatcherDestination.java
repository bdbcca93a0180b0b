package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.state.Row;

/** A loaded row of table {@code dispatcher}. One command at a time touches it. */
final class DispatcherDestination {
  private static final String[] STATES = {"Active", "Inactive", "Probing"};

  /** Failed pings until it probes, unless configured otherwise. */
  private static final int THRESHOLD = 3;

  private final Row row;
  private String state;
  private int failures;
  private String scriptAttributes = "";

  DispatcherDestination(Row row) {
    this.row = row;
    int number = row.number("state");
    this.state = number > 0 && number < STATES.length ? STATES[number] : STATES[0];
  }

  int set() {
    return row.number("setid");
  }

  String uri() {
    return row.text("destination");
  }

  int priority() {
    return row.number("priority");
  }

  String state() {
    return state;
  }

  void state(String value) {
    state = value;
  }

  /** What a node does when told that it is probing: an inactive one becomes active (3.4 to 4.0). */
  void fail() {
    if (state.equals("Inactive")) {
      state = "Active";
      return;
    }
    failures = Math.min(failures + 1, THRESHOLD);
    if (failures == THRESHOLD) {
      state = "Probing";
    }
  }

  void scriptAttributes(String value) {
    scriptAttributes = value;
  }

  /** Whether it is at an address; port 0 stands for any. */
  boolean answersAt(String ip, int port) {
    String at = address();
    return port == 0 ? at.startsWith(ip + ":") : at.equals(ip + ":" + port);
  }

  private String address() {
    String host = uri().substring(uri().indexOf(':') + 1);
    host = host.substring(host.indexOf('@') + 1);
    int parameters = host.indexOf(';');
    host = parameters < 0 ? host : host.substring(0, parameters);
    return host.lastIndexOf(':') > host.lastIndexOf(']') ? host : host + ":5060";
  }

  JsonObject json(boolean full) {
    JsonObject json = new JsonObject();
    json.addProperty("URI", uri());
    json.addProperty("state", state);
    json.addProperty("first_hit_counter", 0);
    add(json, "socket", row.text("socket"));
    add(json, "attr", row.text("attrs"));
    add(json, "script_attr", scriptAttributes);
    if (full) {
      json.addProperty("weight", row.text("weight").isEmpty() ? 1 : row.number("weight"));
      json.addProperty("priority", priority());
      add(json, "description", row.text("description"));
    }
    JsonArray addresses = new JsonArray();
    addresses.add(address());
    json.add("resolved_addresses", addresses);
    return json;
  }

  private static void add(JsonObject json, String member, String text) {
    if (!text.isEmpty()) {
      json.addProperty(member, text);
    }
  }
}
