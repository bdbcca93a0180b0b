package dev.opensipsmcp.lab.internal.event;

import com.google.gson.JsonObject;

/**
 * Who gets an event.
 *
 * @param socket where, as it was given
 * @param since when it was subscribed or renewed, in seconds since 1970
 * @param expire for how many seconds; without end when negative
 */
record Subscriber(String socket, long since, int expire) {

  boolean forgotten(long now) {
    return expire >= 0 && since + expire < now;
  }

  JsonObject json(long now) {
    JsonObject json = new JsonObject();
    json.addProperty("socket", socket);
    if (expire < 0) {
      json.addProperty("expire", "never");
      return json;
    }
    json.addProperty("expire", expire);
    long left = expire - (now - since);
    if (left > 0) {
      json.addProperty("ttl", left);
    } else {
      json.addProperty("ttl", "expired");
    }
    return json;
  }
}
