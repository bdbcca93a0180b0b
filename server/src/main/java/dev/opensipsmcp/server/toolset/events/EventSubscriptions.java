package dev.opensipsmcp.server.toolset.events;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.event.EventSubscription;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code event_subscriptions}: what the node lists, and what this server keeps alive. */
final class EventSubscriptions implements Work.Read {
  private static final int PAGE = 100;

  private final EventEars ears;

  private EventSubscriptions(EventEars ears) {
    this.ears = ears;
  }

  static Tool tool(EventEars ears) {
    return Lever.read("event_subscriptions", EventsToolset.NAME, "Event subscriptions")
        .what("List who is subscribed to which events of a node, this server included.")
        .useWhen("Use when it is asked who receives events, or why some do not arrive.")
        .notFor("Not for the events themselves; use `event_wait`.")
        .returns("Returns a page of subscriptions; own ones with renewals, gaps and errors.")
        .sends("subscribers_list", "core")
        .optional(Target.EVENT, Target.EVENT_NAME)
        .local(Schema.optional(Target.SOCKET, Schema.text("Only those to this socket")))
        .rows("Events[].Subscribers[]")
        .page(PAGE)
        .column("event", "Events.name", Schema.text("Name"))
        .column("socket", "socket", Schema.text("Where the node sends it"))
        .column(
            "expire", "expire", Schema.integer("Seconds it lasts from each renewal; none: ever"))
        .column("left", "left", Schema.integer("Seconds until it ends, unless renewed"))
        .column("own", "own", Schema.flag("Whether this server receives it"))
        .column("listed", "listed", Schema.flag("Whether the node lists it"))
        .column("renewed", "renewed", Schema.text("When the node last confirmed an own one"))
        .column("gaps", "gaps", Schema.integer("How often the node had forgotten an own one"))
        .column("last_gap", "last_gap", Schema.text("When that was last noticed"))
        .column("error", "error", Schema.text("Why renewing an own one fails"))
        .examples(
            "Who is subscribed to events of this node?",
            "Does our monitoring still get the dispatcher events?",
            "Which event subscriptions run out soon?")
        .aliases("event_list_subscribers", "event_subscribers_list", "subscribers_list")
        .tool(new EventSubscriptions(ears));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Optional<String> event = arguments.maybeText(Target.EVENT);
    JsonObject params = new JsonObject();
    event.ifPresent(name -> params.addProperty(Target.EVENT, name));
    return switch (ports.mi().read("subscribers_list", params)) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) ->
          Paging.page(
              rows(Listed.of(answer), event, arguments.maybeText(Target.SOCKET), ports),
              arguments,
              PAGE,
              List.of());
    };
  }

  private List<JsonObject> rows(
      List<Listed> listed, Optional<String> event, Optional<String> socket, ReadPorts ports) {
    List<EventSubscription> own = new ArrayList<>(ears.of(ports.mi().instance()).subscriptions());
    own.removeIf(one -> event.isPresent() && !one.event().equals(event.get()));
    List<JsonObject> rows = new ArrayList<>();
    for (Listed one : listed) {
      JsonObject row = row(one.event(), one.socket(), true);
      one.expire().ifPresent(seconds -> row.addProperty("expire", seconds));
      one.left().ifPresent(seconds -> row.addProperty("left", seconds));
      take(own, one).ifPresent(mine -> addOwn(row, mine));
      rows.add(row);
    }
    for (EventSubscription forgotten : own) {
      JsonObject row = row(forgotten.event(), forgotten.socket(), false);
      addOwn(row, forgotten);
      rows.add(row);
    }
    rows.removeIf(row -> socket.isPresent() && !Json.text(row, "socket").equals(socket.get()));
    return rows;
  }

  private static Optional<EventSubscription> take(List<EventSubscription> own, Listed listed) {
    Optional<EventSubscription> found =
        own.stream()
            .filter(mine ->
                mine.event().equals(listed.event()) && mine.socket().equals(listed.socket()))
            .findFirst();
    found.ifPresent(own::remove);
    return found;
  }

  private static JsonObject row(String event, String socket, boolean listed) {
    JsonObject row = Json.object("event", event);
    row.addProperty("socket", socket);
    row.addProperty("own", false);
    row.addProperty("listed", listed);
    return row;
  }

  private static void addOwn(JsonObject row, EventSubscription mine) {
    row.addProperty("own", true);
    row.addProperty("renewed", mine.renewed().toString());
    row.addProperty("gaps", mine.gaps());
    mine.lastGap().ifPresent(at -> row.addProperty("last_gap", at.toString()));
    mine.error().ifPresent(error -> row.addProperty("error", error.cause()));
  }
}
