package dev.opensipsmcp.mi.internal.event;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mi.MiResult;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads a node's list of subscribers. */
final class Subscribers {
  private Subscribers() {}

  /** {@return the events that a socket is subscribed to; empty when the node did not tell} */
  static Optional<Set<String>> of(MiResult<JsonElement> answer, String socket) {
    return answer instanceof MiResult.Success<JsonElement>(JsonObject result)
            && result.get("Events") instanceof JsonArray events
        ? Optional.of(of(events, socket))
        : Optional.empty();
  }

  private static Set<String> of(JsonArray events, String socket) {
    Set<String> names = new HashSet<>();
    for (JsonElement element : events) {
      if (element instanceof JsonObject event
          && event.get("name") instanceof JsonPrimitive name
          && event.get("Subscribers") instanceof JsonArray subscribers
          && lists(subscribers, socket)) {
        names.add(name.getAsString());
      }
    }
    return names;
  }

  private static boolean lists(JsonArray subscribers, String socket) {
    for (JsonElement element : subscribers) {
      if (element instanceof JsonObject subscriber
          && subscriber.get("socket") instanceof JsonPrimitive text
          && text.getAsString().equals(socket)
          && !isExpired(subscriber)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isExpired(JsonObject subscriber) {
    return subscriber.get("ttl") instanceof JsonPrimitive ttl
        && ttl.getAsString().equals("expired");
  }
}
