package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;

/**
 * One call of the node's own, as {@code b2be_list} shows it; the same members on 3.4 to 4.0.
 *
 * @param session the key of the session that it belongs to; empty for another module's calls
 * @param module the module that uses it
 * @param server whether it came in; the node made it otherwise
 * @param state in words, see {@link #STATES}
 * @param callid the SIP Call-ID
 * @param raw everything that the node told
 */
record Entity(
    String session, String module, boolean server, String state, String callid, JsonObject raw) {
  /** What the numbers 0 to 7 mean in the module's source. */
  static final String[] STATES = {
    "undefined", "new", "new_auth", "early", "confirmed", "established", "modified", "terminated"
  };

  /**
   * {@return the entity of one element of a node's list} Only one that came in has a request URI.
   */
  static Entity of(JsonObject raw) {
    return new Entity(
        Json.text(raw, "logic_key"),
        Json.text(raw, "mod_name"),
        raw.has("ruri"),
        Words.at(STATES, Json.number(raw, "state", -1)),
        Json.text(raw, "callid"),
        raw);
  }

  /**
   * {@return the entity's key} It is the node's own tag of a call that came in, and the Call-ID of
   * one that the node made.
   */
  String key() {
    return server ? Json.text(raw, "to_tag") : callid;
  }

  /** {@return whether one of its addresses holds this text in lower case} */
  boolean concerns(String part) {
    return Words.holds(Json.text(raw, "from_uri"), part)
        || Words.holds(Json.text(raw, "to_uri"), part);
  }

  /** {@return the entity as results show it} */
  JsonObject json() {
    JsonObject contact = Json.object(raw, "contact");
    JsonObject json = new JsonObject();
    json.addProperty("key", key());
    Json.addText(json, "session", session);
    json.addProperty("module", module);
    json.addProperty("side", server ? "server" : "client");
    json.addProperty("state", state);
    json.addProperty("callid", callid);
    json.addProperty("from_uri", Json.text(raw, "from_uri"));
    json.addProperty("to_uri", Json.text(raw, "to_uri"));
    Json.addText(json, "from_tag", Json.text(raw, "from_tag"));
    Json.addText(json, "to_tag", Json.text(raw, "to_tag"));
    Json.addText(json, "peer_contact", Json.text(contact, server ? "caller" : "callee"));
    if (raw.has("last_reply_code")) {
      json.addProperty("last_reply", Json.number(raw, "last_reply_code", 0));
    }
    return json;
  }

  /** {@return what {@link #json} holds} */
  static Schema schema() {
    return Schema.object(
        "One entity",
        Schema.required("key", Schema.text("Entity key, as a session's legs show it")),
        Schema.optional("session", Schema.text("Session key; absent for another module's calls")),
        Schema.required("module", Schema.text("Module that uses it, b2b_logic for sessions")),
        Schema.required(
            "side",
            Schema.text("server for a call that came in, client for one the node made")
                .oneOf("server", "client")),
        Schema.required(
            "state",
            Schema.text("established is a call in progress, early one that rings")
                .oneOf(
                    "unknown",
                    "undefined",
                    "new",
                    "new_auth",
                    "early",
                    "confirmed",
                    "established",
                    "modified",
                    "terminated")),
        Schema.required("callid", Schema.text("SIP Call-ID of this call")),
        Schema.required("from_uri", Schema.text("From URI")),
        Schema.required("to_uri", Schema.text("To URI")),
        Schema.optional("from_tag", Schema.text("Tag of the From header")),
        Schema.optional("to_tag", Schema.text("Tag of the To header; absent before an answer")),
        Schema.optional("peer_contact", Schema.text("Contact of the other end")),
        Schema.optional("last_reply", Schema.integer("Last SIP reply code that the node sent")));
  }
}
