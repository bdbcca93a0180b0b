package dev.opensipsmcp.server.toolset.presence;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.ReadDraft;
import java.util.Locale;

/** The tools that list who publishes and who watches. */
final class PresenceLists {
  private static final String MODULE = "presence";
  private static final Schema EVENT =
      Schema.text("Event package").examples("presence", "dialog", "message-summary");

  private PresenceLists() {}

  static Tool presentities() {
    ReadDraft draft =
        Lever.read("presence_list_presentities", MODULE, "Published presence states")
            .what("List the states that the presence server holds: who published for which event.")
            .useWhen("Use when a lamp stays dark and you doubt that anything is published.")
            .notFor("Not for who is told of them; use `presence_list_subscriptions`.")
            .returns("Returns a page of rows, one per presentity and event.")
            .sends("pres_phtable_list", MODULE)
            .local(Schema.optional("presentity", Schema.text("Part of the SIP URI")))
            .local(Schema.optional("event", EVENT))
            .rows("[]")
            .column("presentity", "pres_uri", Schema.text("SIP URI whose state it is"))
            .column("event", "event", Schema.text("Event package, other when unknown"))
            .column("publications", "etag_count", Schema.integer("How many ETags it has"))
            .column("sphere", "sphere", Schema.text("Sphere, if the body has one"))
            .column("etag", "etag", Schema.text("ETag of the newest publication"))
            .filter(Filter.part("presentity", "presentity"))
            .filter((row, arguments) ->
                !arguments.has("event")
                    || event(row).equalsIgnoreCase(arguments.text("event").strip()))
            .examples(
                "Who publishes presence?",
                "Is there a published state for sip:alice@example.com?",
                "List the presentities of the dialog event")
            .aliases("presence_list_phtable", "pres_phtable_list");
    Work.Read list = (Work.Read) draft.tool().work();
    return draft.tool(
        new Dressed(
            list,
            row -> {
              row.addProperty("event", event(row));
              return row;
            }));
  }

  /** The node tells the event's number. */
  private static String event(JsonObject row) {
    return EventPackages.name(Json.number(row, "event", 0));
  }

  static Tool subscriptions() {
    return Lever.read("presence_list_subscriptions", MODULE, "Presence subscriptions")
        .what("List presence subscriptions: who watches whom, for which event, how long.")
        .useWhen("Use when a BLF lamp does not change, or watchers get no NOTIFY.")
        .notFor("Not for published states; use `presence_list_presentities`.")
        .returns("Returns a page of rows, one per subscription; expires is the node's time.")
        .sends("subs_phtable_list", MODULE)
        .local(Schema.optional("presentity", Schema.text("Part of the watched SIP URI")))
        .local(Schema.optional("watcher", Schema.text("Part of the watcher, user@domain")))
        .local(Schema.optional("event", EVENT))
        .rows("[]")
        .column("presentity", "pres_uri", Schema.text("Watched SIP URI"))
        .column("event", "event", Schema.text("Event package"))
        .column("watcher", "from_user", Schema.text("Who watches, the user part"))
        .column("watcher_domain", "from_domain", Schema.text("The watcher's domain"))
        .column("expires", "expires", Schema.text("Until when, the node's local time"))
        .column("notified", "version", Schema.integer("NOTIFY requests sent so far"))
        .column("contact", "contact", Schema.text("Where NOTIFY goes"))
        .column("next_hop", "next_hop", Schema.text("Through which proxy"))
        .column("callid", "callid", Schema.text("Call-ID of the subscription"))
        .column("sharing_tag", "sharing_tag", Schema.text("Cluster sharing tag"))
        .filter(Filter.part("presentity", "presentity"))
        .filter(Filter.whole("event", "event"))
        .filter((row, arguments) ->
            !arguments.has("watcher")
                || watcher(row)
                    .toLowerCase(Locale.ROOT)
                    .contains(arguments.text("watcher").toLowerCase(Locale.ROOT)))
        .examples(
            "Who watches sip:alice@example.com?",
            "Show the BLF subscriptions of the reception phone",
            "Which presence subscriptions expire soon?")
        .aliases("subs_phtable_list")
        .tool();
  }

  private static String watcher(JsonObject row) {
    return Json.text(row, "watcher") + "@" + Json.text(row, "watcher_domain");
  }
}
