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
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.MiFailures;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;

/** The tool {@code b2b_terminate}. */
final class B2bTerminate implements Work.Change {

  private B2bTerminate() {}

  static Tool tool() {
    return new Tool(
        "b2b_terminate",
        "b2b",
        "End a B2B session",
        new Description(
            "Terminate one back-to-back (B2B) session by sending BYE on both legs.",
            "Use when a B2B call is stuck or must stop, and b2b_list_sessions showed it.",
            Optional.of("Not for proxied calls; use `dlg_end`."),
            Optional.of("Effects: that call drops for good, in memory only; no undo."),
            "Returns one object; the end is proven by reading the node again."),
        new Demand(Scope.MI_WRITE, Risk.DISRUPTIVE),
        true,
        Schema.arguments(
            Schema.required(
                "key",
                Schema.text("Session key from b2b_list_sessions").longest(64).examples("572.0"))),
        Schema.object(
            "What became of the session",
            Schema.required("key", Schema.text("The session's key")),
            Schema.required("ended", Schema.flag("Whether this call ended it")),
            Schema.required("gone", Schema.flag("Whether the node lists it no more")),
            Schema.required(
                "state",
                Schema.text("ending: its BYEs wait for an answer").oneOf("gone", Session.ENDING))),
        new Needs(List.of("b2b_terminate_call", "b2b_list"), List.of("b2b_logic")),
        List.of(
            "End the B2B session 572.0",
            "Hang up the stuck back-to-back call of alice",
            "Terminate this B2BUA call"),
        List.of("b2b_terminate_call", "b2b_end"),
        new B2bTerminate());
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (SessionTarget.of(ports.mi(), arguments.text("key"))) {
      case SessionTarget.Missed(Outcome.Failure failure) -> new Plan.Refused(failure);
      case SessionTarget.Found(Session session) -> ready(session);
    };
  }

  private static Plan ready(Session session) {
    boolean paired = session.bridged(0).isPresent() && session.bridged(1).isPresent();
    return new Plan.Ready(
        "End the B2B session " + session.words() + ".",
        session.identity(),
        session.json(),
        List.of(
            paired
                ? "Both legs get a BYE; the call drops at once."
                : "With fewer than two joined legs the node sends no BYE: it forgets the session"
                    + " after 30 s or more.",
            "No other call is touched."),
        "Nothing can undo it; the parties would have to call again.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    JsonObject target = plan.target();
    String key = Json.text(target, "key");
    return switch (ports.miWrites().write("b2b_terminate_call", Json.object("key", key))) {
      case MiResult.Success<JsonElement> _ -> proven(target, ports);
      case MiResult.Failure<JsonElement>(MiError error) when MiFailures.notFound(error) ->
          result(key, false, true, "It was already gone when the node was told to end it.");
      case MiResult.Failure<JsonElement>(MiError error) -> unsure(error, target, ports);
    };
  }

  private static Outcome proven(JsonObject target, WritePorts ports) {
    String key = Json.text(target, "key");
    return switch (Watch.until(ports.mi(), target, session -> false)) {
      case Watch.Seen.Gone _ -> result(key, true, true, "");
      case Watch.Seen.Listed(Session session) when session.ending() ->
          result(
              key,
              true,
              false,
              "The node has ended it and waits for answers to its BYEs; a peer that is gone keeps it"
                  + " listed for some seconds.");
      case Watch.Seen.Listed(Session session) ->
          ToolError.NOT_PROVEN.failure(
              "The node accepted the end, but still lists the session as " + session.state() + ".",
              "Look with b2b_list_sessions.");
      case Watch.Seen.Unread(String cause) ->
          ToolError.NOT_PROVEN.failure(
              "The node accepted the end, but could not be read again: " + cause,
              "Look with b2b_list_sessions.");
    };
  }

  /** Finds out by reading whether a session ended whose end the node did not confirm. */
  private static Outcome unsure(MiError error, JsonObject target, WritePorts ports) {
    String key = Json.text(target, "key");
    Outcome.Failure failure = Outcome.Failure.of(error);
    if (!failure.mayHaveRun()) {
      return failure;
    }
    return switch (Watch.until(ports.mi(), target, Session::ending)) {
      case Watch.Seen.Gone _ ->
          result(key, true, true, "The node did not confirm, but lists the session no more.");
      case Watch.Seen.Listed(Session session) when session.ending() ->
          result(key, true, false, "The node did not confirm, but shows the session as ending.");
      case Watch.Seen.Listed _, Watch.Seen.Unread _ -> failure;
    };
  }

  private static Outcome result(String key, boolean ended, boolean gone, String warning) {
    JsonObject result = new JsonObject();
    result.addProperty("key", key);
    result.addProperty("ended", ended);
    result.addProperty("gone", gone);
    result.addProperty("state", gone ? "gone" : Session.ENDING);
    return new Outcome.Value(result, warning.isEmpty() ? List.of() : List.of(warning));
  }
}
