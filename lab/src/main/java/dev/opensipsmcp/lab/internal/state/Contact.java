package dev.opensipsmcp.lab.internal.state;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * A registered contact.
 *
 * @param members what the server prints of it, in its order; Expires is put in when it is printed
 * @param expires when it ends, in seconds since 1970; 0 when never
 */
record Contact(JsonObject members, long expires) {
  private static final long ALL_METHODS = 4_294_967_295L;

  /** What the server says of contacts that were added over MI. */
  private static final String MI_CALLID = "dfjrewr12386fd6-343@opensips.mi";

  private static final long FIRST_ID = 3_780_771_887_177_545_097L;
  private static final String MI_AGENT = "OpenSIPS MI Server";

  String uri() {
    return members.get("Contact").getAsString();
  }

  /** A contact that a phone registered; received is where its packets came from, if not empty. */
  static Contact registered(
      String uri, String id, String agent, String socket, String received, long expires) {
    JsonObject json = begin(uri, id, "0.8", "reg-" + id.substring(9) + "@phone.example", agent);
    if (!received.isEmpty()) {
      json.addProperty("Received", received);
    }
    json.addProperty("State", "CS_NEW");
    json.addProperty("Flags", 0);
    json.addProperty("Cflags", "");
    json.addProperty("Socket", socket);
    json.addProperty("Methods", ALL_METHODS);
    json.addProperty("SIP_instance", "<urn:uuid:00000000-0000-0000-0000-" + id.substring(7) + ">");
    return new Contact(json, expires);
  }

  /** A contact that was added over MI. */
  static Contact added(String uri, String q, int flags, long methods, long expires) {
    // The same contact gets the same number again, so that what is taken back leaves no trace.
    String id = Long.toString(FIRST_ID + uri.hashCode());
    JsonObject json = begin(uri, id, q, MI_CALLID, MI_AGENT);
    json.addProperty("State", "CS_NEW");
    json.addProperty("Flags", flags);
    json.addProperty("Cflags", "");
    json.addProperty("Methods", methods);
    return new Contact(json, expires);
  }

  private static JsonObject begin(String uri, String id, String q, String callid, String agent) {
    JsonObject json = new JsonObject();
    json.addProperty("Contact", uri);
    json.addProperty("ContactID", id);
    json.addProperty("Expires", 0);
    json.addProperty("Q", q);
    json.addProperty("Callid", callid);
    json.addProperty("Cseq", 1);
    json.addProperty("User-agent", agent);
    return json;
  }

  /** The same contact after MI set it anew: the server forgets where it had come from. */
  Contact updated(String q, int flags, long methods, long until) {
    JsonObject json = members.deepCopy();
    json.addProperty("Q", q);
    json.addProperty("Callid", MI_CALLID);
    json.addProperty("User-agent", MI_AGENT);
    json.addProperty("Flags", flags);
    json.addProperty("Methods", methods);
    for (String forgotten : new String[] {"Received", "Path", "Socket", "Attr"}) {
      json.remove(forgotten);
    }
    return new Contact(json, until);
  }

  /** The same contact written to the database, or not. */
  Contact written(boolean done) {
    JsonObject json = members.deepCopy();
    json.addProperty("State", done ? "CS_SYNC" : "CS_NEW");
    return new Contact(json, expires);
  }

  JsonObject json(long now) {
    JsonObject json = members.deepCopy();
    json.add("Expires", expires(now));
    return json;
  }

  private JsonPrimitive expires(long now) {
    if (expires == 0) {
      return new JsonPrimitive("permanent");
    }
    return now > expires ? new JsonPrimitive("expired") : new JsonPrimitive(expires - now);
  }
}
