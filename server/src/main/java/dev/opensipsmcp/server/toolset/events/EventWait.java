package dev.opensipsmcp.server.toolset.events;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mi.event.EventCounts;
import dev.opensipsmcp.mi.event.EventFilter;
import dev.opensipsmcp.mi.event.EventListener;
import dev.opensipsmcp.mi.event.EventPage;
import dev.opensipsmcp.mi.event.EventSubscription;
import dev.opensipsmcp.mi.event.ReceivedEvent;
import dev.opensipsmcp.server.events.EventEar;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The tool {@code event_wait}. */
final class EventWait implements Work.Timed {
  private static final int PATIENCE = 10;
  private static final int LOOK_BACK = 100;
  private static final int MOST = 50;

  /** Small enough for every cap on results but the smallest, so that no event is cut away. */
  private static final int CHARS = 12_000;

  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final Duration SLACK = Duration.ofSeconds(15);

  private final EventEars ears;

  private EventWait(EventEars ears) {
    this.ears = ears;
  }

  static Tool tool(EventEars ears) {
    return Lever.read("event_wait", EventsToolset.NAME, "Wait for events")
        .what("Wait for the next events that this server receives from a node.")
        .useWhen("Use when something on a node is expected, or to see what just happened there.")
        .notFor("Not for beginning to receive an event; use `event_subscribe` first.")
        .returns(
            "Returns events in order as soon as there is one, the cursor to go on after, and what"
                + " was lost.")
        .sends("subscribers_list", "core")
        .local(
            Schema.optional(
                "events",
                Schema.list("Names to wait for; any when absent", Target.EVENT_NAME).most(20)))
        .local(Schema.optional("params", Schema.map("Values that the event must carry, by name")))
        .local(Schema.optional("after", Schema.text("cursor of the last result")))
        .local(
            Schema.optional(
                "look_back",
                Schema.integer("Without after: earlier events to start with")
                    .between(0, 10_000)
                    .byDefault(LOOK_BACK)))
        .local(
            Schema.optional(
                "max_events", Schema.integer("Events at most").between(1, 200).byDefault(MOST)))
        .local(
            Schema.optional(
                "timeout_s",
                Schema.integer("Seconds to wait for the first").between(0, 60).byDefault(PATIENCE)))
        .answer(
            Schema.object(
                "What arrived",
                Schema.required(
                    "events",
                    Schema.list(
                        "In the order of arrival",
                        Schema.object(
                            "One event",
                            Schema.required("sequence", Schema.integer("Counted from 1")),
                            Schema.required("time", Schema.text("When it arrived")),
                            Schema.required("event", Schema.text("Name")),
                            Schema.required("params", Schema.any("What it carries"))))),
                Schema.required("cursor", Schema.text("For after of the next call")),
                Schema.required("more", Schema.flag("Whether further ones wait already")),
                Schema.required("missed", Schema.integer("Overwritten before they were read")),
                Schema.required("counts", Schema.map("Received, and lost in each way, so far"))))
        .examples(
            "Wait until the next call ends",
            "Which events arrived since I last looked?",
            "Tell me as soon as a gateway goes down")
        .tool(new EventWait(ears));
  }

  @Override
  public Duration limit(Arguments arguments) {
    return patience(arguments).plus(SLACK);
  }

  private static Duration patience(Arguments arguments) {
    return Duration.ofSeconds(arguments.integer("timeout_s", PATIENCE));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    EventEar ear = ears.of(ports.mi().instance());
    Optional<EventListener> listener = ear.listener();
    if (listener.isEmpty()) {
      return nothingSubscribed("any event of " + ports.mi().instance());
    }
    OptionalLong from = from(arguments, ear, listener.get());
    if (from.isEmpty()) {
      return ToolError.CURSOR_INVALID.failure(
          "The cursor is not of this run of the server: it was restarted, or listens anew.",
          "Call again without after; events from before the restart are gone.");
    }
    try {
      return waited(arguments, ports, ear, listener.get(), from.getAsLong());
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
      return new Outcome.Failure("CANCELLED", "The call was withdrawn.", "Call again if needed.");
    }
  }

  private static OptionalLong from(Arguments arguments, EventEar ear, EventListener listener) {
    Optional<String> after = arguments.maybeText("after");
    return after.isPresent()
        ? ear.place(after.get())
        : OptionalLong.of(
            Math.max(
                listener.counts().overwritten(),
                listener.latest() - arguments.integer("look_back", LOOK_BACK)));
  }

  private static Outcome waited(
      Arguments arguments, ReadPorts ports, EventEar ear, EventListener listener, long from)
      throws InterruptedException {
    EventFilter filter = filter(arguments);
    int most = arguments.integer("max_events", MOST);
    EventPage page = listener.await(filter, from, most, Duration.ZERO);
    Set<String> subscribed =
        ear.subscriptions().stream().map(EventSubscription::event).collect(Collectors.toSet());
    Set<String> silent = new HashSet<>(filter.names());
    silent.removeAll(subscribed);
    boolean hopeless =
        filter.names().isEmpty() ? subscribed.isEmpty() : silent.equals(filter.names());
    if (page.events().isEmpty() && hopeless) {
      return nothingSubscribed(
          filter.names().isEmpty() ? "any event" : String.join(", ", filter.names()));
    }
    long missed = page.missed();
    long end = System.nanoTime() + patience(arguments).toNanos();
    while (page.events().isEmpty() && end - System.nanoTime() > 0 && !ports.cancelled()) {
      Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
      ports.progress(
          patience(arguments).minus(left).toMillis() / 1000.0,
          (double) patience(arguments).toSeconds(),
          "waiting; " + listener.counts().received() + " events received so far");
      page = listener.await(filter, page.next(), most, left.compareTo(SLICE) < 0 ? left : SLICE);
      missed += page.missed();
    }
    return new Outcome.Value(
        result(page, missed, ear, listener), warnings(silent, ear.subscriptions()));
  }

  private static EventFilter filter(Arguments arguments) {
    Map<String, String> params = new HashMap<>();
    arguments
        .object("params")
        .entrySet()
        .forEach(entry -> params.put(entry.getKey(), text(entry.getValue())));
    return new EventFilter(Set.copyOf(arguments.texts("events")), params);
  }

  private static String text(JsonElement value) {
    return value instanceof JsonPrimitive primitive ? primitive.getAsString() : value.toString();
  }

  private static JsonObject result(
      EventPage page, long missed, EventEar ear, EventListener listener) {
    JsonArray events = new JsonArray();
    long next = page.next();
    int chars = 0;
    boolean cut = false;
    for (ReceivedEvent event : page.events()) {
      JsonObject json = json(event);
      chars += json.toString().length();
      if (chars > CHARS && !events.isEmpty()) {
        cut = true;
        break;
      }
      events.add(json);
      next = event.sequence();
    }
    long place = cut ? next : page.next();
    JsonObject result = new JsonObject();
    result.add("events", events);
    result.addProperty("cursor", ear.cursor(place));
    result.addProperty("more", place < listener.latest());
    result.addProperty("missed", missed);
    result.add("counts", counts(listener.counts()));
    return result;
  }

  private static JsonObject json(ReceivedEvent event) {
    JsonObject json = new JsonObject();
    json.addProperty("sequence", event.sequence());
    json.addProperty("time", event.time().toString());
    json.addProperty("event", event.name());
    json.add("params", event.params());
    return json;
  }

  private static JsonObject counts(EventCounts counts) {
    JsonObject json = new JsonObject();
    json.addProperty("received", counts.received());
    json.addProperty("lost", counts.lost());
    json.addProperty("overwritten", counts.overwritten());
    counts.systemDrops().ifPresent(drops -> json.addProperty("dropped_by_system", drops));
    json.addProperty("undecodable", counts.undecodable());
    json.addProperty("from_strangers", counts.refused());
    return json;
  }

  private static List<String> warnings(Set<String> silent, List<EventSubscription> own) {
    List<String> warnings = new ArrayList<>();
    for (String name : silent) {
      warnings.add("This server is not subscribed to " + name + ": call event_subscribe");
    }
    for (EventSubscription one : own) {
      one.error()
          .ifPresent(error ->
              warnings.add(
                  "Renewing " + one.event() + " fails, events may be missing: " + error.cause()));
      one.lastGap()
          .ifPresent(at ->
              warnings.add(
                  "The node had forgotten the subscription to "
                      + one.event()
                      + ", noticed at "
                      + at
                      + ": events before that may be missing"));
    }
    return warnings;
  }

  private static Outcome.Failure nothingSubscribed(String what) {
    return ToolError.EVENTS_NOT_SUBSCRIBED.failure(
        "This server does not receive " + what + ".",
        "Call event_subscribe with a name of event_list, then wait again.");
  }
}
