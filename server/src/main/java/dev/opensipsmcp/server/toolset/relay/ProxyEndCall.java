package dev.opensipsmcp.server.toolset.relay;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.relay.RelayAnswer;
import dev.opensipsmcp.sip.relay.RelayError;
import dev.opensipsmcp.sip.relay.RtpProxy;
import java.util.List;

/** Ends a call at an rtpproxy. */
final class ProxyEndCall {
  private ProxyEndCall() {}

  static Plan planned(RelayEntry relay, Arguments arguments) {
    if (!arguments.has("from_tag")) {
      return new Plan.Refused(ProxyStates.needsTag(relay));
    }
    String callId = arguments.text("call_id");
    return switch (Relays.proxy(relay).query(callId, arguments.text("from_tag"))) {
      case RelayAnswer.Failure<RtpProxy.Session>(RelayError error) ->
          new Plan.Refused(Relays.failure(relay, error));
      case RelayAnswer.Value<RtpProxy.Session>(RtpProxy.Session session) -> {
        JsonObject target = Json.object("relay", relay.name());
        target.addProperty("call_id", callId);
        JsonObject shown = new JsonObject();
        shown.addProperty("packets", session.fromCaller() + session.fromCallee());
        yield new Plan.Ready(
            "Delete call " + callId + " at relay " + relay.name(),
            target,
            shown,
            List.of("Its media is relayed no more; the call itself is not ended"),
            "nothing brings it back");
      }
    };
  }

  static Outcome ended(RelayEntry relay, Arguments arguments, long packets) {
    RtpProxy proxy = Relays.proxy(relay);
    String callId = arguments.text("call_id");
    String tag = arguments.text("from_tag");
    if (proxy.delete(callId, tag) instanceof RelayAnswer.Failure<String>(RelayError error)) {
      return RelayEndCall.unsure(relay, error);
    }
    return proxy.query(callId, tag) instanceof RelayAnswer.Value<RtpProxy.Session>
        ? ToolError.NOT_PROVEN.failure(
            "The relay accepted, and still has the call.", "Look with relay_get_call.")
        : RelayEndCall.done(relay, callId, packets);
  }
}
