package dev.opensipsmcp.server.toolset.events;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.events.EventEar;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.List;
import java.util.Optional;

/** The tool {@code event_unsubscribe}. */
final class EventUnsubscribe extends SubscriptionWork {
  private static final String NAME = "event_unsubscribe";

  private EventUnsubscribe(EventEars ears) {
    super(NAME, ears);
  }

  static Tool tool(EventEars ears) {
    return Lever.change(NAME, EventsToolset.NAME, "End a subscription")
        .what("Unsubscribe this server, or another receiver, from an event of a node.")
        .useWhen("Use when an event is no longer to be noticed, or goes to a wrong place.")
        .notFor("Not for looking at what is subscribed; use `event_subscriptions`.")
        .returns("Returns the socket and whether it was subscribed before and is after.")
        .risk(Risk.REVERSIBLE)
        .effects(
            "Effects: the node stops sending within a second; calls are not touched. Undo:"
                + " `event_subscribe`.")
        .sends("event_subscribe", "core")
        .also("subscribers_list", "core")
        .local(Schema.required(Target.EVENT, Target.EVENT_NAME))
        .local(Schema.optional(Target.SOCKET, Target.SOCKET_ADDRESS))
        .output(
            Schema.object(
                "The subscription that ended",
                Schema.required("socket", Schema.text("Where the node sent the event")),
                Schema.required("before", Schema.map("Whether it was subscribed before")),
                Schema.optional("after", Schema.map("The same, read again afterwards"))))
        .examples(
            "Stop telling me when calls end",
            "Stop receiving the dispatcher status events",
            "End the event subscription of udp:192.0.2.9:4000")
        .tool(new EventUnsubscribe(ears));
  }

  @Override
  Optional<Outcome.Failure> refused(Target target, Arguments arguments, JsonObject before) {
    return Target.subscribed(before)
        ? Optional.empty()
        : Optional.of(
            ToolError.TARGET_NOT_FOUND.failure(
                "The node does not send " + target.event() + " to " + target.where() + ".",
                "Look who is subscribed with event_subscriptions."));
  }

  @Override
  Optional<Step> inverse(Target target, JsonObject before) {
    JsonObject arguments = target.arguments();
    if (target.socket().isPresent()) {
      if (!before.has(Target.EXPIRE)) {
        return Optional.empty();
      }
      arguments.add(Target.EXPIRE, before.get(Target.EXPIRE));
    }
    return Optional.of(new Step("event_subscribe", arguments));
  }

  @Override
  String summary(Target target, JsonObject before) {
    return "End the subscription of " + target.where() + " to " + target.event() + ".";
  }

  @Override
  List<String> effects(Target target) {
    return List.of("The node stops sending " + target.event() + " to " + target.where() + ".");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Target target = Target.of(arguments, ports, ears);
    String socket = target.socket().or(() -> target.ear().flatMap(EventEar::socket)).orElseThrow();
    // First, so that no renewal revives it.
    target.ear().ifPresent(ear -> ear.release(target.event()));
    return switch (send(target.event(), socket, 0, ports)) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement> _ -> {
        JsonObject result = new JsonObject();
        result.addProperty("socket", socket);
        yield proven(plan, target, result, false, ports);
      }
    };
  }
}
