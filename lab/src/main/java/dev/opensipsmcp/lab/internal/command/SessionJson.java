package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.state.Session;
import java.util.List;

/** Prints B2B sessions and entities with the members recorded on 3.6 and 4.0, in their order. */
final class SessionJson {
  private static final int CONFIRMED = 5;
  private static final int CALLING = 1;

  private SessionJson() {}

  static JsonObject tuple(Session session, long now) {
    JsonArray parties = new JsonArray();
    for (int i = 0; i < session.parties().size(); i++) {
      parties.add(party(session, i));
    }
    JsonObject json = new JsonObject();
    json.addProperty("id", session.number());
    json.addProperty("key", session.key());
    json.addProperty("state", session.state());
    json.addProperty("lifetime", session.until() - now);
    json.addProperty("db_flag", 2);
    json.addProperty("scenario", session.scenario());
    json.add("SERVERS", new JsonArray());
    json.add("CLIENTS", parties);
    json.add("BRIDGE_ENTITIES", parties);
    return json;
  }

  private static JsonObject party(Session session, int index) {
    List<Session.Party> parties = session.parties();
    Session.Party party = parties.get(index);
    JsonObject json = new JsonObject();
    json.addProperty("index", index);
    json.addProperty("scenario_id", party.entity());
    json.addProperty("key", party.callid());
    json.addProperty("disconnected", 0);
    json.addProperty("state", 1);
    json.addProperty("no", index);
    json.addProperty("type", 1);
    if (parties.size() > 1) {
      json.addProperty("peer", parties.get(1 - index).callid());
    }
    json.addProperty("to_uri", party.uri());
    json.addProperty("from_uri", party.from());
    return json;
  }

  static JsonObject entity(Session session, Session.Party party, int index) {
    boolean answered = !party.answered().isEmpty();
    JsonObject json = new JsonObject();
    json.addProperty("dlg", party.dialog());
    json.addProperty("logic_key", session.key());
    json.addProperty("mod_name", "b2b_logic");
    json.addProperty("state", answered ? CONFIRMED : CALLING);
    json.addProperty("last_invite_cseq", index + 1);
    json.addProperty("last_method", answered ? 4 : 1);
    json.addProperty("db_flag", 2);
    json.addProperty("callid", party.callid());
    json.addProperty("from", "");
    json.addProperty("from_uri", party.from());
    json.addProperty("from_tag", party.tag());
    json.addProperty("to", "");
    json.addProperty("to_uri", party.uri());
    json.addProperty("to_tag", party.answered());
    String contact = answered ? "sip:callee@203.0.113.50:5060" : "";
    json.add("cseq", pair(index + 1, answered ? 1 : 0));
    JsonObject contacts = new JsonObject();
    contacts.addProperty("caller", "sip:b2b@192.0.2.1:5060");
    contacts.addProperty("callee", contact);
    json.add("contact", contacts);
    json.addProperty("send_sock", "192.0.2.1");
    if (answered) {
      json.add("LEGS", legs(party, index, contact));
    } else {
      json.addProperty("tm_tran", "uac");
    }
    return json;
  }

  private static JsonArray legs(Session.Party party, int index, String contact) {
    JsonObject leg = new JsonObject();
    leg.addProperty("id", 0);
    leg.addProperty("tag", party.answered());
    leg.addProperty("cseq", index + 1);
    leg.addProperty("contact", contact);
    JsonArray legs = new JsonArray();
    legs.add(leg);
    return legs;
  }

  private static JsonObject pair(int caller, int callee) {
    JsonObject json = new JsonObject();
    json.addProperty("caller", caller);
    json.addProperty("callee", callee);
    return json;
  }
}
