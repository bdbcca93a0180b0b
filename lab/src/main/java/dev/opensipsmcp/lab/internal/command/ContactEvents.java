package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.internal.event.EventBus;
import dev.opensipsmcp.lab.internal.state.Contacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells what became different of a user: compares what is printed of it before and after. */
final class ContactEvents {
  private final EventBus events;

  ContactEvents(EventBus events) {
    this.events = events;
  }

  /**
   * Raises what a change of one user comes to.
   *
   * @param aor the user
   * @param before the user as printed, if there was one
   * @param after the same afterwards
   * @param now the node's time, in seconds since 1970
   */
  void tell(String aor, Optional<JsonObject> before, Optional<JsonObject> after, long now) {
    Map<String, JsonObject> old = contacts(before);
    Map<String, JsonObject> fresh = contacts(after);
    if (before.isEmpty() && after.isPresent()) {
      events.raise("E_UL_AOR_INSERT", user(aor));
    }
    fresh.forEach((uri, contact) -> {
      JsonObject was = old.get(uri);
      if (was == null) {
        events.raise("E_UL_CONTACT_INSERT", params(aor, contact, now));
      } else if (!was.equals(contact)) {
        events.raise("E_UL_CONTACT_UPDATE", params(aor, contact, now));
      }
    });
    old.forEach((uri, contact) -> {
      if (!fresh.containsKey(uri)) {
        events.raise("E_UL_CONTACT_DELETE", params(aor, contact, now));
      }
    });
    if (before.isPresent() && after.isEmpty()) {
      events.raise("E_UL_AOR_DELETE", user(aor));
    }
  }

  private static Map<String, JsonObject> contacts(Optional<JsonObject> user) {
    Map<String, JsonObject> contacts = new LinkedHashMap<>();
    user.ifPresent(json -> {
      for (JsonElement contact : json.getAsJsonArray("Contacts")) {
        JsonObject one = contact.getAsJsonObject();
        contacts.put(one.get("Contact").getAsString(), one);
      }
    });
    return contacts;
  }

  private static JsonObject user(String aor) {
    JsonObject params = new JsonObject();
    params.addProperty("domain", Contacts.TABLE);
    params.addProperty("aor", aor);
    return params;
  }

  private static JsonObject params(String aor, JsonObject contact, long now) {
    JsonObject params = user(aor);
    params.add("uri", contact.get("Contact"));
    params.add("received", optional(contact, "Received", JsonNull.INSTANCE));
    params.add("path", optional(contact, "Path", JsonNull.INSTANCE));
    params.addProperty("qval", contact.get("Q").getAsBigDecimal().movePointRight(3).intValue());
    params.add("user_agent", contact.get("User-agent"));
    params.add("socket", optional(contact, "Socket", new JsonPrimitive("")));
    params.addProperty("bflags", 0);
    params.addProperty("expires", until(contact.get("Expires"), now));
    params.add("callid", contact.get("Callid"));
    params.add("cseq", contact.get("Cseq"));
    params.add("attr", optional(contact, "Attr", new JsonPrimitive("")));
    params.addProperty("latency", 0);
    params.addProperty("shtag", "");
    return params;
  }

  private static long until(JsonElement expires, long now) {
    return expires.getAsJsonPrimitive().isNumber() ? now + expires.getAsLong() : 0;
  }

  private static JsonElement optional(JsonObject contact, String name, JsonElement otherwise) {
    JsonElement value = contact.get(name);
    return value == null ? otherwise : value;
  }
}
