package dev.opensipsmcp.server.toolset.presence;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.SipHeaders;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Checked;
import dev.opensipsmcp.server.toolset.lever.CommandWork;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.Settling;
import java.util.Optional;

/** The tools that publish and subscribe on somebody's behalf, as a presence user agent. */
final class Publishing {
  private static final String PIDF = "application/pidf+xml";
  private static final int HOUR = 3600;
  private static final int DAYS = 604_800;

  private Publishing() {}

  static Tool publish() {
    ChangeDraft draft =
        Lever.change("pua_publish", "presence", "Publish a state")
            .what("Publish a state for a SIP URI, as its user agent.")
            .useWhen("Use when somebody should appear online or a lamp be lit.")
            .notFor("Not for showing a known state again; use `presence_refresh_watchers`.")
            .effects(
                "Effects: watchers are told; other MI calls wait for the reply. Undo: publish with"
                    + " expires 0 and the ETag returned.")
            .returns("Returns reply, ETag and Expires.")
            .sends("pua_publish", "pua_mi")
            .also("pres_phtable_list", "presence")
            .local(Schema.required("pres_uri", Schema.text("SIP URI whose state it is")))
            .local(Schema.required("event", Schema.text("Event package").examples("presence")))
            .local(Schema.optional("body", Schema.text("State; none keeps the last")))
            .local(Schema.optional("content_type", Schema.text("Of the body").byDefault(PIDF)))
            .local(
                Schema.optional(
                    "expires",
                    Schema.integer("Seconds, 0 ends it").between(0, DAYS).byDefault(HOUR)))
            .local(Schema.optional("etag", Schema.text("ETag of the publication to change")))
            .local(SipHeaders.argument())
            .params((arguments, _) -> published(arguments))
            .risk(Risk.REVERSIBLE)
            .notIdempotent()
            .summary("Publish {event} of {pres_uri} for {expires} seconds.")
            .plans("The presence server holds the state until it expires; watchers are told.")
            .noUndo("Publish with expires 0 and the ETag of the answer to end it.")
            .state((arguments, ports) ->
                Watchers.published(ports, arguments.text("pres_uri"), arguments.text("event")))
            .examples(
                "Publish that sip:alice@example.com is online",
                "Light the voicemail lamp of a user",
                "End the published presence state with this ETag");
    return draft.tool(new Checked((CommandWork) draft.tool().work(), Publishing::fault));
  }

  private static Optional<Outcome.Failure> fault(Arguments arguments) {
    return arguments.has("content_type") && !arguments.has("body")
        ? Optional.of(
            ToolError.ARGUMENTS_WRONG.failure(
                "A content_type is given, but no body.", "Give both or neither."))
        : SipHeaders.fault(arguments.texts("headers"));
  }

  private static JsonObject published(Arguments arguments) {
    JsonObject params = new JsonObject();
    params.addProperty("presentity_uri", arguments.text("pres_uri"));
    params.addProperty("event_package", arguments.text("event"));
    params.addProperty("expires", arguments.integer("expires", HOUR));
    arguments.maybeText("etag").ifPresent(etag -> params.addProperty("etag", etag));
    if (arguments.has("body")) {
      params.addProperty("body", arguments.text("body"));
      params.addProperty("content_type", arguments.maybeText("content_type").orElse(PIDF));
    }
    if (!arguments.texts("headers").isEmpty()) {
      params.addProperty("extra_headers", SipHeaders.joined(arguments.texts("headers")));
    }
    return params;
  }

  static Tool subscribe() {
    ChangeDraft draft =
        Lever.change("pua_subscribe", "presence", "Subscribe for a watcher")
            .what("Subscribe a watcher to a SIP URI's state, as the watcher's user agent.")
            .useWhen("Use when the node itself should watch somebody, or stop to.")
            .notFor("Not for publishing a state; use `pua_publish`.")
            .effects("Effects: a SUBSCRIBE goes out. Undo: subscribe with expires 0.")
            .returns("Returns whether this node has the subscription, before and after.")
            .sends("pua_subscribe", "pua_mi")
            .also("subs_phtable_list", "presence")
            .required("pres_uri", "presentity_uri", Schema.text("SIP URI to watch"))
            .required("watcher_uri", Schema.text("SIP URI of who watches"))
            .required("event", "event_package", Schema.text("Event package").examples("presence"))
            .required("expires", Schema.integer("Seconds; 0 ends it").between(0, DAYS))
            .risk(Risk.REVERSIBLE)
            .summary("Subscribe {watcher_uri} to {event} of {pres_uri} for {expires} seconds.")
            .plans("The presence server tells the watcher from now on, or no more.")
            .noUndo("It was there before; subscribe again with the time that it should have.")
            .inverse(Publishing::unsubscribed)
            .state(Publishing::watching)
            .examples(
                "Subscribe sip:bob@example.com to the presence of alice",
                "Let the node watch the dialog state of a user",
                "End the subscription of bob to alice");
    return draft.tool(new Settling((CommandWork) draft.tool().work()));
  }

  private static Optional<Step> unsubscribed(Arguments arguments, JsonObject before) {
    boolean fresh = before.has("watching") && !Watchers.flag(before, "watching");
    if (!fresh || arguments.integer("expires", 0) == 0) {
      return Optional.empty();
    }
    JsonObject call = arguments.json().deepCopy();
    call.addProperty("expires", 0);
    return Optional.of(new Step("pua_subscribe", call));
  }

  private static MiResult<JsonObject> watching(Arguments arguments, ReadPorts ports) {
    MiResult<JsonObject> told =
        Watchers.told(
            ports,
            row ->
                Watchers.same(row.text("pres_uri"), arguments.text("pres_uri"))
                    && row.text("event").equals(arguments.text("event"))
                    && Watchers.same(
                        arguments.text("watcher_uri"),
                        "sip:" + row.text("from_user") + "@" + row.text("from_domain")));
    return switch (told) {
      case MiResult.Failure<JsonObject> failure -> failure;
      case MiResult.Success<JsonObject>(JsonObject state) when !state.has("notified") -> told;
      case MiResult.Success<JsonObject>(JsonObject state) -> {
        JsonObject watching = new JsonObject();
        watching.addProperty("watching", !Json.object(state, "notified").isEmpty());
        yield new MiResult.Success<>(watching);
      }
    };
  }
}
