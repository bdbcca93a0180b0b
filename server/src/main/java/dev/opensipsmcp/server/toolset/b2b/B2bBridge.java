package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
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
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;

/** The tool {@code b2b_bridge}. */
final class B2bBridge implements Work.Change {

  private B2bBridge() {}

  static Tool tool() {
    return new Tool(
        "b2b_bridge",
        "b2b",
        "Bridge a B2B session",
        new Description(
            "Bridge one leg of a back-to-back (B2B) session to a new destination.",
            "Use when a B2B party is to talk to somebody else.",
            Optional.of("Not for starting a session; use `b2b_trigger_scenario`."),
            Optional.of(
                "Effects: the other leg gets BYE, new_uri a call, in memory only; undo by"
                    + " bridging back."),
            "Returns the session as it is about a second later."),
        new Demand(Scope.MI_WRITE, Risk.DISRUPTIVE),
        false,
        Schema.arguments(
            Schema.required("key", Schema.text("Session key from b2b_list_sessions")),
            Schema.optional(
                "new_uri", Schema.text("SIP URI to call").examples("sip:support@example.com")),
            Schema.optional("new_dst", Schema.text("Same as new_uri, earlier name")),
            Schema.optional(
                "flag",
                Schema.integer("Leg that stays: 0 caller's side, 1 callee's")
                    .between(0, 1)
                    .byDefault(0)),
            Schema.optional("prov_media_uri", Schema.text("SIP URI that plays media meanwhile"))),
        Session.schema(),
        new Needs(List.of("b2b_bridge", "b2b_list"), List.of("b2b_logic")),
        List.of(
            "Connect the caller of B2B session 572.0 to sip:support@example.com",
            "Bridge this back-to-back call to another agent",
            "Transfer the B2B call to sip:bob@example.com"),
        List.of(),
        new B2bBridge());
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (BridgeOrder.of(arguments)) {
      case BridgeOrder.Wrong(Outcome.Failure failure) -> new Plan.Refused(failure);
      case BridgeOrder.Clear order ->
          switch (SessionTarget.of(ports.mi(), order.key())) {
            case SessionTarget.Missed(Outcome.Failure failure) -> new Plan.Refused(failure);
            case SessionTarget.Found(Session session) -> ready(session, order);
          };
    };
  }

  private static Plan ready(Session session, BridgeOrder.Clear order) {
    Optional<Leg> kept = session.bridged(order.flag());
    Optional<Leg> dropped = session.bridged(1 - order.flag());
    if (kept.isEmpty() || dropped.isEmpty() || !kept.get().confirmed()) {
      return new Plan.Refused(
          ToolError.B2B_LEG_NOT_READY.failure(
              "Only an answered leg that is joined with another can be bridged; session "
                  + session.words()
                  + " has none at flag "
                  + order.flag()
                  + ", and the node would end it.",
              "Wait until b2b_list_sessions shows it as bridged, or give the other flag."));
    }
    return new Plan.Ready(
        "Bridge "
            + kept.get().party()
            + " of B2B session "
            + session.words()
            + " to "
            + order.uri()
            + ".",
        session.identity(),
        session.json(),
        List.of(
            dropped.get().party() + " gets a BYE.",
            order.uri() + " is called; " + kept.get().party() + " gets a re-INVITE.",
            "If the new destination does not answer, the session may end."),
        "Bridge it to "
            + dropped.get().party()
            + " again, who must answer anew; nothing brings the dropped leg back.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return switch (BridgeOrder.of(arguments)) {
      case BridgeOrder.Wrong(Outcome.Failure failure) -> failure;
      case BridgeOrder.Clear order ->
          switch (ports.miWrites().write("b2b_bridge", order.params())) {
            case MiResult.Success<JsonElement> _ -> seen(plan.target(), order, ports);
            case MiResult.Failure<JsonElement>(MiError error) ->
                unsure(error, plan.target(), order, ports);
          };
    };
  }

  private static Outcome seen(JsonObject target, BridgeOrder.Clear order, WritePorts ports) {
    return switch (Watch.until(ports.mi(), target, session -> done(session, order))) {
      case Watch.Seen.Listed(Session session) when session.ending() ->
          lost("The node accepted the bridge, but the session is ending.");
      case Watch.Seen.Listed(Session session) ->
          new Outcome.Value(
              session.json(),
              done(session, order)
                  ? List.of()
                  : List.of("The new destination has not answered yet."));
      case Watch.Seen.Gone _ -> lost("The node accepted the bridge, but the session is gone.");
      case Watch.Seen.Unread(String cause) ->
          ToolError.NOT_PROVEN.failure(
              "The node accepted the bridge, but could not be read again: " + cause,
              "Look with b2b_list_sessions.");
    };
  }

  /** Says what became of the session when the node failed: it ends one that it can't bridge. */
  private static Outcome unsure(
      MiError error, JsonObject target, BridgeOrder.Clear order, WritePorts ports) {
    Outcome.Failure failure = Outcome.Failure.of(error);
    if (!failure.mayHaveRun() && !(error instanceof MiError.Refused)) {
      return failure;
    }
    return switch (Watch.until(ports.mi(), target, session -> true)) {
      case Watch.Seen.Gone _ -> lost(failure.cause() + "; the session is gone.");
      case Watch.Seen.Listed(Session session) when session.ending() ->
          lost(failure.cause() + "; the session is ending.");
      case Watch.Seen.Listed(Session session) when failure.mayHaveRun() && done(session, order) ->
          new Outcome.Value(
              session.json(), List.of("The node did not confirm, but shows the new leg."));
      case Watch.Seen.Listed _, Watch.Seen.Unread _ -> failure;
    };
  }

  private static boolean done(Session session, BridgeOrder.Clear order) {
    if (!session.state().equals("bridged")) {
      return session.ending();
    }
    for (Leg leg : session.legs()) {
      if (leg.to().equals(order.uri())) {
        return true;
      }
    }
    return false;
  }

  private static Outcome.Failure lost(String cause) {
    return ToolError.B2B_BRIDGE_FAILED.failure(
        cause, "Start a new call with b2b_trigger_scenario if the parties should still talk.");
  }
}
