package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Deeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The node's own calls of module b2b_entities, each with one party. */
final class UaSessions {
  private static final int CONFIRMED = 5;
  private static final String KEY = "B2B\\.\\d+\\.\\d+\\.\\d+\\.\\d+";
  private static final String CONTACT = "sip:192.0.2.1:5060";

  private record Session(int dialog, String key, String from, String to, int requests) {
    Session again() {
      return new Session(dialog, key, from, to, requests + 1);
    }
  }

  private final long now;
  private final Deeds deeds;
  private final List<Session> media = new ArrayList<>();
  private final List<Session> all = new ArrayList<>();
  private int next = 3_004_711;

  UaSessions(long now, Deeds deeds) {
    this.now = now;
    this.deeds = deeds;
    open("sip:announcements@example.com", "sip:alice@198.51.100.10:5060");
  }

  List<Command> commands() {
    return List.of(
        command("client_start", this::start),
        command("update", this::update),
        command("reply", this::reply),
        command("terminate", this::terminate),
        command("list", this::list));
  }

  private static Command command(String name, Function<Arguments, Outcome> run) {
    return Command.of("ua_session_" + name, "b2b_entities:ua_session_" + name, run);
  }

  /** The node calls a party for module media_exchange, which the list of all entities shows. */
  void callForMedia(String uri) {
    media.add(open(uri, uri));
    all.removeLast();
  }

  /** The node hangs up what it called for module media_exchange. */
  void hangUpMedia(String uri) {
    media.removeIf(session -> session.to().equals(uri));
  }

  private Session open(String from, String to) {
    int dialog = next;
    next += 71_993;
    String key = "B2B.71." + dialog + '.' + now + '.' + dialog * 3L;
    Session session = new Session(dialog, key, from, to, 1);
    all.add(session);
    return session;
  }

  /** The node has no address to be reached at unless the caller names a socket. */
  private Outcome start(Arguments arguments) {
    if (!arguments.has("socket")) {
      return Outcome.refuse(500, "Failed to start session");
    }
    if (!arguments.text("socket").equals("udp:192.0.2.1:5060")) {
      return Outcome.refuse(500, "Non-local socket specified");
    }
    Session session = open(uri(arguments.text("from")), uri(arguments.text("to")));
    return Outcome.value(new JsonPrimitive(session.key()));
  }

  private static String uri(String party) {
    return party.substring(party.indexOf(',') + 1);
  }

  private Optional<Session> find(Arguments arguments) {
    return all.stream().filter(one -> one.key().equals(arguments.text("key"))).findFirst();
  }

  private Outcome known(Arguments arguments, String failure) {
    return find(arguments).isPresent() ? Outcome.ok() : Outcome.refuse(500, failure);
  }

  private Outcome reply(Arguments arguments) {
    String line = arguments.text("code") + ' ' + arguments.text("reason");
    find(arguments)
        .ifPresent(found -> deeds.note(Deed.Kind.REPLY_SENT, found.to(), line + head(arguments)));
    return known(arguments, "Failed to send reply");
  }

  private static String head(Arguments arguments) {
    String method = arguments.text("method");
    return method.isEmpty() ? "" : " to " + method;
  }

  private Outcome update(Arguments arguments) {
    find(arguments)
        .ifPresent(found -> {
          all.replaceAll(one -> one.equals(found) ? one.again() : one);
          deeds.note(Deed.Kind.REQUEST_SENT, found.to(), arguments.text("method"));
        });
    return known(arguments, "Failed to send sequential request");
  }

  private Outcome terminate(Arguments arguments) {
    Optional<Session> session = find(arguments);
    session.ifPresent(all::remove);
    return session.isPresent() ? Outcome.ok() : Outcome.refuse(500, "Failed to terminate session");
  }

  private Outcome list(Arguments arguments) {
    if (!arguments.has("key")) {
      JsonArray list = new JsonArray();
      entities().forEach(list::add);
      return Outcome.value(list);
    }
    if (!arguments.text("key").matches(KEY)) {
      return Outcome.refuse(400, "Bad format for b2b key");
    }
    return find(arguments)
        .map(session -> Outcome.value(json(session)))
        .orElseGet(() -> Outcome.refuse(404, "Entity not found"));
  }

  /** The sessions as the list of all entities has them. */
  List<JsonObject> entities() {
    List<JsonObject> entities = new ArrayList<>(all.stream().map(UaSessions::json).toList());
    for (Session session : media) {
      JsonObject entity = json(session);
      entity.addProperty("mod_name", "media_exchange");
      entities.add(entity);
    }
    return entities;
  }

  private static JsonObject json(Session session) {
    String tag = "ua" + session.dialog();
    JsonObject json = new JsonObject();
    json.addProperty("dlg", session.dialog());
    json.addProperty("logic_key", "");
    json.addProperty("mod_name", "b2b_entities");
    json.addProperty("state", CONFIRMED);
    json.addProperty("last_invite_cseq", 1);
    json.addProperty("last_method", 4);
    json.addProperty("db_flag", 2);
    json.addProperty("callid", session.key());
    json.addProperty("from", "");
    json.addProperty("from_uri", session.from());
    json.addProperty("from_tag", Integer.toHexString(session.dialog()));
    json.addProperty("to", "");
    json.addProperty("to_uri", session.to());
    json.addProperty("to_tag", tag);
    json.add("cseq", pair(session.requests(), 1));
    JsonObject contacts = new JsonObject();
    contacts.addProperty("caller", CONTACT);
    contacts.addProperty("callee", session.to());
    json.add("contact", contacts);
    json.addProperty("send_sock", "192.0.2.1");
    JsonObject leg = new JsonObject();
    leg.addProperty("id", 0);
    leg.addProperty("tag", tag);
    leg.addProperty("cseq", session.requests());
    leg.addProperty("contact", session.to());
    JsonArray legs = new JsonArray();
    legs.add(leg);
    json.add("LEGS", legs);
    return json;
  }

  private static JsonObject pair(int caller, int callee) {
    JsonObject json = new JsonObject();
    json.addProperty("caller", caller);
    json.addProperty("callee", callee);
    return json;
  }
}
