package dev.opensipsmcp.server.toolset.presence;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.CommandWork;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.Settling;

/** The tools that have the presence server tell its watchers, or its event listeners. */
final class PresenceChanges {
  private static final String MODULE = "presence";
  private static final int AGAIN = 1;

  private PresenceChanges() {}

  static Tool refreshWatchers() {
    ChangeDraft draft =
        Lever.change("presence_refresh_watchers", MODULE, "Notify watchers again")
            .what("Refresh the watchers of a SIP URI: tell them its state, or check them anew.")
            .useWhen("Use when lamps show an old state, or who may watch has changed.")
            .notFor("Not for publishing a new state; use `pua_publish`.")
            .effects("Effects: a NOTIFY to each watcher; nothing stored changes. No undo.")
            .returns("Returns how often each watcher was told, before and after.")
            .sends("refresh_watchers", MODULE)
            .also("subs_phtable_list", MODULE)
            .local(
                Schema.required(
                    "pres_uri", Schema.text("Watched SIP URI").examples("sip:alice@example.com")))
            .local(Schema.optional("event", Schema.text("Event package").byDefault("presence")))
            .local(
                Schema.optional(
                    "refresh_type",
                    Schema.integer("0 checks anew who may watch, 1 sends the state again")
                        .between(0, 1)
                        .byDefault(AGAIN)))
            .params((arguments, _) -> {
              JsonObject params = new JsonObject();
              params.addProperty("presentity_uri", arguments.text("pres_uri"));
              params.addProperty("event", arguments.maybeText("event").orElse("presence"));
              params.addProperty("refresh_type", arguments.integer("refresh_type", AGAIN));
              return params;
            })
            .risk(Risk.REVERSIBLE)
            .notIdempotent()
            .summary("Refresh the watchers of {pres_uri}.")
            .plans("Each watcher gets a NOTIFY.")
            .noUndo("Nothing stored changes; there is nothing to take back.")
            .state((arguments, ports) ->
                Watchers.told(
                    ports,
                    row ->
                        Watchers.same(row.text("pres_uri"), arguments.text("pres_uri"))
                            && row.text("event")
                                .equals(arguments.maybeText("event").orElse("presence"))))
            .examples(
                "Send a NOTIFY to everybody who watches sip:alice@example.com",
                "Refresh the BLF lamps of a user",
                "Let the presence server check anew who may watch alice")
            .aliases("refresh_watchers");
    return draft.tool(new Settling((CommandWork) draft.tool().work()));
  }

  static Tool expose() {
    return Lever.change("presence_expose", MODULE, "Raise events for all states")
        .what("Expose every published state of an event package as an OpenSIPS event.")
        .useWhen("Use when a program that listens to events must learn all current states.")
        .notFor("Not for telling watchers; use `presence_refresh_watchers`.")
        .effects("Effects: one event per state, to those who subscribed. No undo.")
        .returns("Returns the node's answer.")
        .sends("pres_expose", MODULE)
        .required("event", Schema.text("Event package").examples("presence"))
        .optional("filter", Schema.text("Shell wildcards for the SIP URI").examples("sip:2*@*"))
        .risk(Risk.REVERSIBLE)
        .notIdempotent()
        .summary("Raise one event per published state of {event}.")
        .plans("Listeners get E_PRESENCE_EXPOSED once per state.")
        .noUndo("Nothing stored changes; there is nothing to take back.")
        .examples(
            "Expose all presence states to the event listeners",
            "Raise an event for each published dialog state",
            "Let my program learn every current presence state")
        .aliases("pres_expose")
        .tool();
  }

  static Tool setFeature() {
    ChangeDraft draft =
        Lever.change("presence_set_feature", MODULE, "Tell phones of a feature")
            .what("Set a phone feature's state on the phones that synchronise it.")
            .useWhen("Use when do-not-disturb or call forwarding changed and phones must show it.")
            .notFor("Not for presence states; use `pua_publish`.")
            .effects(
                "Effects: a NOTIFY to the user's phones; the node stores nothing."
                    + " Undo: set the former state.")
            .returns("Returns how often each phone was told, before and after.")
            .sends("dfks_set_feature", "presence_dfks")
            .also("subs_phtable_list", MODULE)
            .required("presentity", Schema.text("The user's SIP URI"))
            .required(
                "feature",
                Schema.text("Feature; a configuration may add others")
                    .examples("DoNotDisturb", "CallForwardingAlways"))
            .required("enabled", "status", Schema.flag("Whether it is on"))
            .optional("values", Schema.texts("More, as name/value").most(10))
            .optional("route_param", Schema.text("Handed to the script's route"))
            .risk(Risk.REVERSIBLE)
            .summary("Tell the phones of {presentity} that {feature} is {enabled}.")
            .plans("Each subscribed phone gets a NOTIFY and shows the state.")
            .noUndo("The node does not know the former state; set it again by hand.")
            .state((arguments, ports) ->
                Watchers.told(
                    ports,
                    row ->
                        Watchers.same(row.text("pres_uri"), arguments.text("presentity"))
                            && row.text("event").equals("as-feature-event")))
            .examples(
                "Show do not disturb on alice's phones",
                "Tell the phones that call forwarding is off",
                "Synchronise the DND key of a user")
            .aliases("dfks_set_feature");
    return draft.tool(new Settling((CommandWork) draft.tool().work()));
  }
}
