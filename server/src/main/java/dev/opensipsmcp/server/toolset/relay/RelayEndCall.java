package dev.opensipsmcp.server.toolset.relay;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.relay.Bencode;
import dev.opensipsmcp.sip.relay.RelayAnswer;
import dev.opensipsmcp.sip.relay.RelayError;
import dev.opensipsmcp.sip.relay.RelayedCall;
import dev.opensipsmcp.sip.relay.RelayedCalls;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code relay_end_call}: frees what a relay holds for a call.
 *
 * @param relays those that may be asked
 */
record RelayEndCall(Relays relays) implements Work.Change {

  static Tool tool(Relays relays) {
    return new Tool(
        "relay_end_call",
        RelayToolset.NAME,
        "End a call's media at the relay",
        new Description(
            "End a call at its relay: its ports are freed, nothing is relayed any more.",
            "Use when a session was left behind after its call had ended.",
            Optional.of("Not for ending a call; use `dlg_end`."),
            Optional.of(
                "Effects: if the call is still up, its media goes dead at once; signalling is not"
                    + " touched. No undo."),
            "Returns the packets that each side had sent; proved by asking again."),
        new Demand(Scope.MI_WRITE, Risk.DESTRUCTIVE),
        true,
        Schema.arguments(
            required("call_id", text("Call-ID").longest(512)), Relays.TAG, Relays.NAME),
        object(
            "Ended",
            required("relay", text("The relay")),
            required("call_id", text("Call-ID")),
            required("packets", integer("Packets that it had relayed"))),
        Needs.NOTHING,
        List.of(
            "Delete the orphaned session 4711@pbx at the RTPEngine",
            "Free the ports of this ended call on media-1",
            "Remove a stale media session"),
        List.of(),
        new RelayEndCall(relays));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (relays.chosen(arguments)) {
      case Relays.Choice.Refused(Outcome.Failure failure) -> new Plan.Refused(failure);
      case Relays.Choice.Chosen(RelayEntry relay) ->
          Relays.isEngine(relay)
              ? planned(relay, arguments.text("call_id"))
              : ProxyEndCall.planned(relay, arguments);
    };
  }

  private static Plan planned(RelayEntry relay, String callId) {
    return switch (Relays.engine(relay).query(callId)) {
      case RelayAnswer.Failure<Bencode.Dictionary>(RelayError error) ->
          new Plan.Refused(Relays.failure(relay, error));
      case RelayAnswer.Value<Bencode.Dictionary>(Bencode.Dictionary answer) -> {
        RelayedCall call = RelayedCalls.read(answer);
        JsonObject target = Json.object("relay", relay.name());
        target.addProperty("call_id", callId);
        target.addProperty("created", call.created().toString());
        JsonObject shown = new JsonObject();
        shown.addProperty("packets", packets(call));
        yield new Plan.Ready(
            "Delete call " + callId + " at relay " + relay.name(),
            target,
            shown,
            List.of("Its media is relayed no more; the call itself is not ended"),
            "nothing brings it back");
      }
    };
  }

  private static long packets(RelayedCall call) {
    return call.sides().stream()
        .flatMap(side -> side.medias().stream())
        .flatMap(media -> media.rtp().stream())
        .mapToLong(RelayedCall.Stream::packets)
        .sum();
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return switch (relays.chosen(arguments)) {
      case Relays.Choice.Refused(Outcome.Failure failure) -> failure;
      case Relays.Choice.Chosen(RelayEntry relay) ->
          Relays.isEngine(relay)
              ? ended(relay, arguments.text("call_id"), plan.shown().get("packets").getAsLong())
              : ProxyEndCall.ended(relay, arguments, plan.shown().get("packets").getAsLong());
    };
  }

  /** A command that was not answered may have been carried out. */
  static Outcome.Failure unsure(RelayEntry relay, RelayError error) {
    Outcome.Failure failure = Relays.failure(relay, error);
    return new Outcome.Failure(
        failure.code(),
        failure.cause(),
        failure.nextStep(),
        error.kind() == RelayError.Kind.UNREACHABLE);
  }

  private static Outcome ended(RelayEntry relay, String callId, long packets) {
    if (Relays.engine(relay).delete(callId)
        instanceof RelayAnswer.Failure<Bencode.Dictionary>(RelayError error)) {
      return unsure(relay, error);
    }
    if (Relays.engine(relay).query(callId) instanceof RelayAnswer.Value<Bencode.Dictionary>) {
      return ToolError.NOT_PROVEN.failure(
          "The relay accepted, and still has the call.", "Look with relay_get_call.");
    }
    return done(relay, callId, packets);
  }

  static Outcome done(RelayEntry relay, String callId, long packets) {
    JsonObject json = Json.object("relay", relay.name());
    json.addProperty("call_id", callId);
    json.addProperty("packets", packets);
    return new Outcome.Value(json);
  }
}
