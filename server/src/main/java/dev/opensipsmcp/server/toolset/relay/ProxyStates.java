package dev.opensipsmcp.server.toolset.relay;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.relay.RelayAnswer;
import dev.opensipsmcp.sip.relay.RelayError;
import dev.opensipsmcp.sip.relay.RtpProxy;
import java.util.List;
import java.util.Map;

/** What an rtpproxy tells, which is less than an RTPEngine does. */
final class ProxyStates {
  private static final String HINT =
      "rtpproxy counts packets since the call began, and does not tell when the last one came or"
          + " from where: ask again in some seconds, and see which count stands still.";

  private ProxyStates() {}

  static Outcome counted(RelayEntry relay) {
    return switch (Relays.proxy(relay).statistics()) {
      case RelayAnswer.Failure<Map<String, Long>>(RelayError error) -> Relays.failure(relay, error);
      case RelayAnswer.Value<Map<String, Long>>(Map<String, Long> counts) -> {
        JsonObject current = new JsonObject();
        JsonObject totals = new JsonObject();
        counts.forEach((name, count) ->
            (name.startsWith("active") ? current : totals)
                .addProperty(name.replace(' ', '_'), count));
        JsonObject json = Json.object("relay", relay.name());
        json.add("current", current);
        json.add("totals", totals);
        json.add("interfaces", new JsonArray());
        yield new Outcome.Value(
            json, List.of("An rtpproxy tells neither ports nor time-outs over this protocol."));
      }
    };
  }

  static Outcome.Failure listsNone(RelayEntry relay) {
    return ToolError.RELAY_REFUSED.failure(
        relay.name() + " is an rtpproxy, whose protocol lists no calls.",
        "Take their number from relay_get_statistics, and Call-IDs with tags from dlg_list.");
  }

  static Outcome.Failure needsTag(RelayEntry relay) {
    return ToolError.ARGUMENTS_INCOMPLETE.failure(
        relay.name() + " is an rtpproxy, which knows a call by Call-ID and tag.",
        "Give from_tag too; dlg_get shows it.");
  }

  /** {@return what it knows of a call} */
  static Outcome call(RelayEntry relay, Arguments arguments) {
    if (!arguments.has("from_tag")) {
      return needsTag(relay);
    }
    String tag = arguments.text("from_tag");
    return switch (Relays.proxy(relay).query(arguments.text("call_id"), tag)) {
      case RelayAnswer.Failure<RtpProxy.Session>(RelayError error) -> Relays.failure(relay, error);
      case RelayAnswer.Value<RtpProxy.Session>(RtpProxy.Session session) ->
          new Outcome.Value(json(relay, tag, session));
    };
  }

  private static JsonObject json(RelayEntry relay, String tag, RtpProxy.Session session) {
    boolean caller = session.fromCaller() > 0;
    boolean callee = session.fromCallee() > 0;
    JsonObject json = Json.object("relay", relay.name());
    json.addProperty(
        "verdict", caller && callee ? "both_ways" : caller || callee ? "one_way" : "no_audio");
    json.addProperty(
        "says",
        "Since the call began %d packets came from the side of the given tag and %d from the other;"
                .formatted(session.fromCaller(), session.fromCallee())
            + " %d were relayed, %d dropped; %d s are left until it is given up."
                .formatted(session.relayed(), session.dropped(), session.ttl()));
    JsonArray hints = new JsonArray();
    hints.add(HINT);
    json.add("hints", hints);
    JsonArray sides = new JsonArray();
    sides.add(side(tag, session.fromCaller()));
    sides.add(side("the other side", session.fromCallee()));
    json.add("sides", sides);
    return json;
  }

  private static JsonObject side(String tag, long packets) {
    JsonObject side = Json.object("tag", tag);
    side.addProperty("media", "first stream");
    side.addProperty("packets", packets);
    return side;
  }
}
