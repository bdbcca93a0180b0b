package dev.opensipsmcp.server.toolset.freeswitch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Makes the toolset {@code freeswitch}. A socket that the node does not know yet needs a password,
 * which no tool takes; the database provisions those.
 */
public final class FreeswitchToolset {
  private static final String MODULE = "freeswitch_scripting";
  private static final Schema EVENTS =
      Schema.texts("Event names, such as DTMF or HEARTBEAT").most(20);

  private FreeswitchToolset() {}

  /** {@return the tools for event sockets} */
  public static Toolset make() {
    return new Toolset(
        "freeswitch",
        "FreeSWITCH event sockets: list, subscribe to events, reload.",
        List.of(list(), reload(), subscribe(), unsubscribe()));
  }

  private static Tool list() {
    return Lever.read("freeswitch_list", "freeswitch", "FreeSWITCH sockets")
        .what("List the FreeSWITCH event sockets with the events taken from each.")
        .useWhen("Use when events of a media server do not reach the script.")
        .notFor("Not for events that OpenSIPS itself raises; use `mi_execute`.")
        .returns("Returns a page of rows, one per socket.")
        .sends("fs_list", MODULE)
        .local(Schema.optional("address", Schema.text("Part of host:port")))
        .rows("Sockets[]")
        .column("address", "if", Schema.text("host:port of the socket"))
        .column("events", "Events", Schema.texts("Events taken from it"))
        .filter(Filter.part("address", "address"))
        .examples(
            "Which FreeSWITCH sockets does the node use?",
            "List the FreeSWITCH event subscriptions",
            "Does the node take DTMF from FreeSWITCH?")
        .aliases("fs_list")
        .tool();
  }

  private static ChangeDraft socket(String name, String title) {
    return Lever.change(name, "freeswitch", title)
        .returns("Returns the socket's events, before and after.")
        .also("fs_list", MODULE)
        .required(
            "address",
            "freeswitch_url",
            Schema.text("host:port as freeswitch_list shows it")
                .matching("^[^@/ ]+:[0-9]{1,5}$")
                .examples("203.0.113.60:8021"))
        .required("events", EVENTS)
        .risk(Risk.REVERSIBLE)
        .state(FreeswitchToolset::events)
        .mustExist("List the sockets with freeswitch_list; new ones come from the database.");
  }

  private static Tool subscribe() {
    return socket("freeswitch_subscribe", "Take events of FreeSWITCH")
        .what("Subscribe to further events of a FreeSWITCH socket that the node knows.")
        .useWhen("Use when the script must react to another event of a media server.")
        .notFor("Not for giving events up; use `freeswitch_unsubscribe`.")
        .effects("Effects: in memory, until a reload; no call is touched. Undo: unsubscribe.")
        .sends("fs_subscribe", MODULE)
        .summary("Take the events {events} from {address}.")
        .plans("The script gets these events from now on.")
        .inverse((arguments, before) -> back(arguments, before, "freeswitch_unsubscribe", false))
        .proof((arguments, after) -> texts(after).containsAll(arguments.texts("events")))
        .noUndo("All were taken before; there is nothing to undo.")
        .examples(
            "Take HEARTBEAT events from the FreeSWITCH at 203.0.113.61:8021",
            "Subscribe to DTMF of a media server",
            "Let the script get FreeSWITCH events")
        .tool();
  }

  private static Tool unsubscribe() {
    return socket("freeswitch_unsubscribe", "Give up events of FreeSWITCH")
        .what("Unsubscribe from events of a FreeSWITCH socket.")
        .useWhen("Use when the script is flooded by events it does not need.")
        .notFor("Not for taking more events; use `freeswitch_subscribe`.")
        .effects(
            "Effects: in memory, until a reload; a socket without events is forgotten."
                + " Undo: subscribe, or reload for a forgotten socket.")
        .sends("fs_unsubscribe", MODULE)
        .summary("Take the events {events} from {address} no more.")
        .plans("The script gets these events no more.")
        .inverse((arguments, before) -> back(arguments, before, "freeswitch_subscribe", true))
        .proof((arguments, after) ->
            texts(after).stream().noneMatch(arguments.texts("events")::contains))
        .noUndo("The socket is forgotten; freeswitch_reload brings back what the database has.")
        .examples(
            "Stop taking HEARTBEAT from FreeSWITCH",
            "Unsubscribe from DTMF of the media server",
            "Give up FreeSWITCH events on a socket")
        .tool();
  }

  private static Tool reload() {
    return Lever.change("freeswitch_reload", "freeswitch", "Reload FreeSWITCH sockets")
        .what("Reload the FreeSWITCH sockets and their events from the database.")
        .useWhen("Use when sockets or events were changed in the database.")
        .notFor("Not for one event in memory; use `freeswitch_subscribe`.")
        .effects("Effects: subscriptions made in memory may go. No undo.")
        .returns("Returns the sockets with their events, before and after.")
        .sends("fs_reload", MODULE)
        .also("fs_list", MODULE)
        .risk(Risk.REVERSIBLE)
        .summary("Reload the FreeSWITCH sockets from the database.")
        .plans("Sockets and events are as the database has them.")
        .noUndo("Subscribe again to what the database does not have.")
        .state((_, ports) -> sockets(ports))
        .examples(
            "Reload the FreeSWITCH sockets",
            "I changed the freeswitch table, load it",
            "Read the event sockets from the database again")
        .aliases("fs_reload")
        .tool();
  }

  private static MiResult<JsonObject> sockets(ReadPorts ports) {
    return switch (ports.mi().read("fs_list", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject sockets = new JsonObject();
        for (JsonElement element : Json.list(Json.asObject(answer), "Sockets")) {
          TreeSet<String> events = new TreeSet<>();
          Json.list(Json.asObject(element), "Events").forEach(e -> events.add(e.getAsString()));
          sockets.add(Json.text(Json.asObject(element), "if"), Json.texts(List.copyOf(events)));
        }
        yield new MiResult.Success<>(sockets);
      }
    };
  }

  private static MiResult<JsonObject> events(Arguments arguments, ReadPorts ports) {
    return switch (sockets(ports)) {
      case MiResult.Failure<JsonObject> failure -> failure;
      case MiResult.Success<JsonObject>(JsonObject sockets)
          when sockets.get(arguments.text("address")) instanceof JsonArray events -> {
        JsonObject state = new JsonObject();
        state.addProperty(States.EXISTS, true);
        state.add("events", events);
        yield new MiResult.Success<>(state);
      }
      case MiResult.Success<JsonObject> _ -> new MiResult.Success<>(States.missing());
    };
  }

  private static List<String> texts(JsonObject state) {
    return Json.list(state, "events").asList().stream().map(JsonElement::getAsString).toList();
  }

  /** Only what the change itself sets is set back, and only while the socket stays known. */
  private static Optional<Step> back(
      Arguments arguments, JsonObject before, String tool, boolean subscribed) {
    List<String> had = texts(before);
    List<String> changed =
        arguments.texts("events").stream()
            .filter(event -> had.contains(event) == subscribed)
            .toList();
    boolean forgotten = subscribed && arguments.texts("events").containsAll(had);
    if (changed.isEmpty() || forgotten) {
      return Optional.empty();
    }
    JsonObject call = new JsonObject();
    call.addProperty("address", arguments.text("address"));
    call.add("events", Json.texts(changed));
    return Optional.of(new Step(tool, call));
  }
}
