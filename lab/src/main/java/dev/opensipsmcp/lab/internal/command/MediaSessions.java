package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Dialog;
import dev.opensipsmcp.lab.internal.state.Dialogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The calls whose media modules rtp_relay sends through a media server. A call's entry goes with
 * its dialog.
 */
final class MediaSessions {
  static final String FIRST_ENGINE = "udp:192.0.2.50:22222";
  static final String SECOND_ENGINE = "udp:192.0.2.51:22222";
  private static final String ENGINE = "rtpengine";

  private record Relayed(String callid, String relay, String node, int set, String flags) {
    Relayed movedTo(String relay, String node, int set) {
      return new Relayed(callid, relay, node, set, flags);
    }
  }

  private final Dialogs dialogs;
  private final List<Relayed> sessions = new ArrayList<>();

  MediaSessions(Dialogs dialogs) {
    this.dialogs = dialogs;
    sessions.add(new Relayed(LabNode.STUCK_9H, ENGINE, SECOND_ENGINE, 1, "RTP/AVP"));
    sessions.add(new Relayed("7f0c7@ua27.example.com", ENGINE, FIRST_ENGINE, 1, "RTP/AVP"));
    sessions.add(new Relayed("7f0c9@ua29.example.com", ENGINE, FIRST_ENGINE, 1, "RTP/SAVPF"));
    sessions.add(new Relayed("7f0ce@ua34.example.com", ENGINE, SECOND_ENGINE, 1, "RTP/AVP"));
    sessions.add(
        new Relayed("7f0d1@ua37.example.com", "rtpproxy", "udp:192.0.2.60:22298", 7, "co"));
  }

  List<Command> all() {
    return List.of(
        Command.of("rtp_relay_list", "rtp_relay:list", this::list),
        Command.of("rtp_relay_update", "rtp_relay:update", this::update),
        Command.of("rtp_relay_update_callid", "rtp_relay:update_callid", this::updateOne));
  }

  private static Optional<Outcome> unknownEngine(Arguments arguments) {
    return arguments
        .optionalText("engine")
        .filter(name -> !name.equals(ENGINE) && !name.equals("rtpproxy"))
        .map(_ -> Outcome.refuse(404, "unknown RTP  Relay engine"));
  }

  private Predicate<Relayed> wanted(Arguments arguments) {
    return session ->
        dialogs.byCallid(session.callid()).isPresent()
            && arguments.optionalText("engine").map(session.relay()::equals).orElse(true)
            && arguments.optionalText("node").map(session.node()::equals).orElse(true);
  }

  /** OpenSIPS reads the set here, and passes over it. */
  private Outcome list(Arguments arguments) {
    return unknownEngine(arguments)
        .orElseGet(() -> {
          JsonArray array = new JsonArray();
          sessions.stream().filter(wanted(arguments)).forEach(session -> array.add(json(session)));
          return Outcome.value(array);
        });
  }

  private Outcome update(Arguments arguments) {
    Optional<Outcome> unknown = unknownEngine(arguments);
    if (unknown.isPresent()) {
      return unknown.get();
    }
    Predicate<Relayed> wanted =
        wanted(arguments)
            .and(session -> !arguments.has("set") || session.set() == arguments.number("set"));
    int moved = 0;
    for (int i = 0; i < sessions.size(); i++) {
      Relayed session = sessions.get(i);
      if (wanted.test(session)) {
        moved++;
        sessions.set(
            i,
            session.movedTo(
                session.relay(),
                arguments.optionalText("new_node").orElse(session.node()),
                arguments.has("new_set") ? arguments.number("new_set") : session.set()));
      }
    }
    return moved == 0 ? Outcome.ok() : Outcome.value(new JsonPrimitive("Sessions: " + moved));
  }

  private Outcome updateOne(Arguments arguments) {
    Optional<Outcome> unknown = unknownEngine(arguments);
    if (unknown.isPresent()) {
      return unknown.get();
    }
    if (arguments.has("flags") && !isObject(arguments.text("flags"))) {
      return Outcome.invalidParams("Bad type for parameter 'flags'");
    }
    for (int i = 0; i < sessions.size(); i++) {
      Relayed session = sessions.get(i);
      if (session.callid().equals(arguments.text("callid"))
          && dialogs.byCallid(session.callid()).isPresent()) {
        sessions.set(
            i,
            session.movedTo(
                arguments.optionalText("engine").orElse(session.relay()),
                arguments.optionalText("node").orElse(session.node()),
                arguments.has("set") ? arguments.number("set") : session.set()));
        return Outcome.value(new JsonPrimitive("Sessions: 1"));
      }
    }
    return Outcome.refuse(404, "RTP Relay session not found");
  }

  private static boolean isObject(String text) {
    try {
      return JsonParser.parseString(text).isJsonObject();
    } catch (JsonParseException notJson) {
      return false;
    }
  }

  private JsonElement json(Relayed session) {
    Dialog dialog = dialogs.byCallid(session.callid()).orElseThrow();
    String calleeTag = dialog.callee().map(leg -> leg.tag()).orElse("");
    JsonObject json = new JsonObject();
    json.addProperty("callid", session.callid());
    json.add("caller", leg(dialog.caller().tag(), session.flags()));
    json.add("callee", leg(calleeTag, session.flags()));
    json.addProperty("relay", session.relay());
    json.addProperty("node", session.node());
    json.addProperty("set", session.set());
    JsonObject context = new JsonObject();
    context.addProperty("from-tag", dialog.caller().tag());
    context.addProperty("to-tag", calleeTag);
    json.add("ctx", context);
    return json;
  }

  private static JsonObject leg(String tag, String flags) {
    JsonObject json = new JsonObject();
    json.addProperty("tag", tag);
    json.addProperty("flags", flags);
    return json;
  }
}
