package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Deeds;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The message sessions of modules msrp_ua and msrp_gateway. */
final class MsrpCommands {
  private static final long LIFETIME = 3600;
  private static final Set<String> YES_NO = Set.of("yes", "no");
  private static final Set<String> REPORTS = Set.of("yes", "no", "partial");

  private record Session(String key, boolean caller, String handler, String path, long until) {}

  private record Bridged(String to, String uri, String session) {}

  private final Clock clock;
  private final Deeds deeds;
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<String, Bridged> bridged = new LinkedHashMap<>();
  private int started;

  MsrpCommands(Clock clock, Deeds deeds) {
    this.clock = clock;
    this.deeds = deeds;
    open("5a1e-01", false, "msrp_gateway", "msrp://192.0.2.70:2855/s1x7;tcp");
    open("5a1e-02", true, "msrp_ua", "msrp://198.51.100.70:2855/s2k9;tcp");
    bridged.put("gw-1", new Bridged("sip:alice@example.com", "sip:alice@192.0.2.71", "5a1e-01"));
  }

  private void open(String id, boolean caller, String handler, String path) {
    long until = clock.instant().getEpochSecond() + LIFETIME;
    sessions.put(id, new Session("B2B.112." + id, caller, handler, path, until));
  }

  List<Command> all() {
    return List.of(
        Command.of("msrp_ua_send_message", "msrp_ua:send_message", this::send),
        Command.of("msrp_ua_end_session", "msrp_ua:end_session", this::end),
        Command.of("msrp_ua_list_sessions", "msrp_ua:list_sessions", none -> list()),
        Command.of("msrp_ua_start_session", "msrp_ua:start_session", this::start),
        Command.of("msrp_gw_end_session", "msrp_gateway:end_session", this::endBridged),
        Command.of("msrp_gw_list_sessions", "msrp_gateway:list_sessions", none -> listBridged()));
  }

  private static Outcome unknown() {
    return Outcome.refuse(404, "Unknown session");
  }

  private Outcome send(Arguments arguments) {
    if (!REPORTS.contains(arguments.optionalText("failure_report").orElse("yes"))) {
      return Outcome.refuse(500, "Unacceptable value for Failure-Report");
    }
    if (!YES_NO.contains(arguments.optionalText("success_report").orElse("no"))) {
      return Outcome.refuse(500, "Unacceptable value for Success-Report");
    }
    Session session = sessions.get(arguments.text("session_id"));
    if (session == null) {
      return unknown();
    }
    deeds.note(
        Deed.Kind.MESSAGE_SENT,
        session.path(),
        (arguments.text("mime") + ' ' + arguments.text("body")).strip());
    return Outcome.ok();
  }

  private Outcome end(Arguments arguments) {
    String id = arguments.text("session_id");
    bridged.values().removeIf(bridge -> bridge.session().equals(id));
    return sessions.remove(id) == null ? unknown() : Outcome.ok();
  }

  private Outcome start(Arguments arguments) {
    started++;
    open("5a1f-0" + started, true, "msrp_ua", "");
    return arguments.text("ruri").startsWith("sip")
        ? Outcome.ok()
        : Outcome.refuse(500, "Failed to start session");
  }

  private Outcome list() {
    JsonArray array = new JsonArray();
    sessions.forEach((id, session) -> {
      JsonObject json = new JsonObject();
      json.addProperty("session_id", id);
      json.addProperty("b2b_key", session.key());
      json.addProperty("type", session.caller() ? "UAC" : "UAS");
      json.addProperty("handler", session.handler());
      json.addProperty("dlg_state", session.path().isEmpty() ? 0 : 2);
      json.addProperty("peer_path", session.path());
      json.addProperty("lifetime", session.until() - clock.instant().getEpochSecond());
      array.add(json);
    });
    return Outcome.value(array);
  }

  private Outcome endBridged(Arguments arguments) {
    Bridged gone = bridged.remove(arguments.text("key"));
    if (gone == null) {
      return Outcome.refuse(404, "Session doesn't exist");
    }
    sessions.remove(gone.session());
    return Outcome.ok();
  }

  private Outcome listBridged() {
    JsonArray array = new JsonArray();
    bridged.forEach((key, bridge) -> {
      JsonObject json = new JsonObject();
      json.addProperty("key", key);
      json.addProperty("msg_side_to", bridge.to());
      json.addProperty("msg_side_ruri", bridge.uri());
      json.addProperty("msrp_ua_session_id", bridge.session());
      array.add(json);
    });
    return Outcome.value(array);
  }
}
