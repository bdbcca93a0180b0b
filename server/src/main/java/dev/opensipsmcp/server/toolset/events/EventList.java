package dev.opensipsmcp.server.toolset.events;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Event;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tool {@code event_list}. */
final class EventList implements Work.Read {
  private static final int PAGE = 100;

  private final EventEars ears;

  private EventList(EventEars ears) {
    this.ears = ears;
  }

  static Tool tool(EventEars ears) {
    return Lever.read("event_list", EventsToolset.NAME, "Events of a node")
        .what("List the events that a node can raise, with what each carries.")
        .useWhen("Use when the name or the parameters of an event are wanted.")
        .notFor("Not for events that happened; use `event_wait`.")
        .returns("Returns a page of events, sorted by name.")
        .sends("events_list", "core")
        .local(Schema.optional("search", Schema.text("Part of the name or of the module")))
        .rows("Events[]")
        .page(PAGE)
        .column("event", "name", Schema.text("Name"))
        .column("module", "module", Schema.text("Module that raises it; core"))
        .column("params", "params", Schema.texts("Names of what it carries, where known"))
        .column("received", "received", Schema.flag("Whether this server receives it now"))
        .examples(
            "Which events can this node raise to notify us?",
            "What does E_DLG_STATE_CHANGED carry?",
            "Is there an event for failed gateways?")
        .aliases("events_list")
        .tool(new EventList(ears));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().node()) {
      case MiResult.Failure<MiNode>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<MiNode>(MiNode node) ->
          switch (ports.mi().read("events_list", new JsonObject())) {
            case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
            case MiResult.Success<JsonElement>(JsonElement answer) ->
                Paging.page(
                    rows(answer, Facts.of(node.version()), arguments, ports),
                    arguments,
                    PAGE,
                    List.of());
          };
    };
  }

  private List<JsonObject> rows(
      JsonElement answer, Facts facts, Arguments arguments, ReadPorts ports) {
    Set<String> received =
        ears.of(ports.mi().instance()).subscriptions().stream()
            .map(EventSubscription::event)
            .collect(Collectors.toSet());
    String wanted = arguments.maybeText("search").orElse("").toLowerCase(Locale.ROOT);
    List<JsonObject> rows = new ArrayList<>();
    for (JsonElement element : Json.list(Json.asObject(answer), "Events")) {
      String name = Json.text(Json.asObject(element), "name");
      Optional<Event> event = facts.event(name);
      String module = event.map(Event::module).orElse("");
      if ((name + ' ' + module).toLowerCase(Locale.ROOT).contains(wanted)) {
        JsonObject row = Json.object("event", name);
        Json.addText(row, "module", module);
        row.add("params", Json.texts(event.map(Event::parameters).orElse(List.of())));
        row.addProperty("received", received.contains(name));
        rows.add(row);
      }
    }
    rows.sort((a, b) -> Json.text(a, "event").compareTo(Json.text(b, "event")));
    return rows;
  }
}
