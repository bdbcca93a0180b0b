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
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The tool {@code event_subscribe}. */
final class EventSubscribe extends SubscriptionWork {
  private static final String NAME = "event_subscribe";
  private static final int DEFAULT_EXPIRE = 3600;
  private static final int LONGEST = 31_536_000;

  private EventSubscribe(EventEars ears) {
    super(NAME, ears);
  }

  static Tool tool(EventEars ears) {
    return Lever.change(NAME, EventsToolset.NAME, "Subscribe to an event")
        .what("Subscribe to an event of a node, for this server or for another receiver.")
        .useWhen("Use when things that happen on a node are to be noticed as they happen.")
        .notFor("Not for receiving what was subscribed to; use `event_wait`.")
        .returns("Returns the socket, and for this server the cursor to wait after.")
        .risk(Risk.REVERSIBLE)
        .effects(
            "Effects: in the node's memory; calls are not touched. This server renews its own until"
                + " it ends. Undo: `event_unsubscribe`.")
        .sends(NAME, "core")
        .also("subscribers_list", "core")
        .local(Schema.required(Target.EVENT, Target.EVENT_NAME))
        .local(Schema.optional(Target.SOCKET, Target.SOCKET_ADDRESS))
        .local(
            Schema.optional(
                Target.EXPIRE,
                Schema.integer("Seconds until the node ends it; only with socket")
                    .between(1, LONGEST)
                    .byDefault(DEFAULT_EXPIRE)))
        .output(
            Schema.object(
                "The subscription",
                Schema.required("socket", Schema.text("Where the node sends the event")),
                Schema.optional("cursor", Schema.text("For after of event_wait")),
                Schema.required("before", Schema.map("Whether it was subscribed before")),
                Schema.optional("after", Schema.map("The same, read again afterwards"))))
        .examples(
            "Notify me from now on when calls end",
            "Listen for changed states of gateways",
            "Send the load balancer's events to udp:192.0.2.9:4000")
        .aliases("events_subscribe")
        .tool(new EventSubscribe(ears));
  }

  @Override
  Optional<Outcome.Failure> refused(Target target, Arguments arguments, JsonObject before) {
    return target.socket().isEmpty() && arguments.has(Target.EXPIRE)
        ? Optional.of(
            ToolError.ARGUMENTS_INCOMPLETE.failure(
                "expire without socket says nothing: this server renews its own subscriptions.",
                "Leave expire out, and end it with event_unsubscribe."))
        : Optional.empty();
  }

  @Override
  Optional<Step> inverse(Target target, JsonObject before) {
    if (!Target.subscribed(before)) {
      return Optional.of(new Step("event_unsubscribe", target.arguments()));
    }
    if (!before.has(Target.EXPIRE)) {
      return Optional.empty();
    }
    JsonObject arguments = target.arguments();
    arguments.add(Target.EXPIRE, before.get(Target.EXPIRE));
    return Optional.of(new Step(NAME, arguments));
  }

  @Override
  String summary(Target target, JsonObject before) {
    return (Target.subscribed(before) ? "Renew" : "Begin")
        + " the subscription of "
        + target.where()
        + " to "
        + target.event()
        + ".";
  }

  @Override
  List<String> effects(Target target) {
    return List.of("The node sends " + target.event() + " to " + target.where() + ".");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Target target = Target.of(arguments, ports, ears);
    return target.ear().isPresent()
        ? own(plan, target, target.ear().get(), ports)
        : other(plan, target, arguments, ports);
  }

  private Outcome other(Plan.Ready plan, Target target, Arguments arguments, WritePorts ports) {
    String socket = target.socket().orElseThrow();
    int expire = arguments.integer(Target.EXPIRE, DEFAULT_EXPIRE);
    return switch (send(target.event(), socket, expire, ports)) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement> _ -> {
        JsonObject result = new JsonObject();
        result.addProperty("socket", socket);
        yield proven(plan, target, result, true, ports);
      }
    };
  }

  private Outcome own(Plan.Ready plan, Target target, EventEar ear, WritePorts ports) {
    String socket;
    try {
      socket = ear.listen();
    } catch (IOException e) {
      return ToolError.EVENTS_NOT_RECEIVABLE.failure(
          "The address to receive events at can't be had: " + e.getMessage() + ".",
          "Ask whoever runs this server to set events under this instance in the configuration.");
    }
    String cursor = ear.cursor(ear.listener().orElseThrow().latest());
    return switch (send(target.event(), socket, ear.expirySeconds(), ports)) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement> _ -> {
        ear.keep(target.event());
        JsonObject result = new JsonObject();
        result.addProperty("socket", socket);
        result.addProperty("cursor", cursor);
        yield proven(plan, target, result, true, ports);
      }
    };
  }
}
