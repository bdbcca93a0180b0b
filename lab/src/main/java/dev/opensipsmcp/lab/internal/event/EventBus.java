package dev.opensipsmcp.lab.internal.event;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.internal.state.Deeds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is subscribed to what. As on real nodes the latest subscriber comes first, a repeated
 * subscription renews, and one with expire 0 is still served until its second is over. Safe for
 * many threads.
 */
public final class EventBus implements AutoCloseable {
  private static final int WITHOUT_END = -1;
  private static final String ROUTE = "E_DISPATCHER_STATUS";

  private final Clock clock;
  private final Deeds deeds;
  private final Map<String, List<Subscriber>> subscribers = new LinkedHashMap<>();
  private final EventSinks sinks = new EventSinks();

  /**
   * The events of a node; its routing script takes one of them.
   *
   * @param version decides which there are
   * @param clock the node's time
   * @param deeds takes what is raised
   */
  public EventBus(Version version, Clock clock, Deeds deeds) {
    this.clock = clock;
    this.deeds = deeds;
    EventNames.of(version).forEach(name -> subscribers.put(name, new ArrayList<>()));
    forget();
  }

  /** Forgets all subscribers but the script, as a restart does. */
  public synchronized void forget() {
    subscribers.values().forEach(List::clear);
    list(ROUTE).add(new Subscriber("route:" + ROUTE, now(), WITHOUT_END));
  }

  private List<Subscriber> list(String event) {
    List<Subscriber> list = subscribers.get(event);
    if (list == null) {
      throw new IllegalArgumentException("this node has no event " + event);
    }
    return list;
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  /** {@return the names of all events, in the order of their ids} */
  public List<String> names() {
    return List.copyOf(subscribers.keySet());
  }

  /**
   * Subscribes, or renews.
   *
   * @param event an event
   * @param socket where it is sent
   * @param expire for how many seconds
   * @return false when there is no such event or the socket is refused
   */
  public synchronized boolean subscribe(String event, String socket, int expire) {
    if (!subscribers.containsKey(event) || Target.of(socket).isEmpty()) {
      return false;
    }
    Subscriber fresh = new Subscriber(socket, now(), expire);
    List<Subscriber> list = list(event);
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).socket().equals(socket)) {
        list.set(i, fresh);
        return true;
      }
    }
    list.addFirst(fresh);
    return true;
  }

  /**
   * Raises an event.
   *
   * @param event an event of this node
   * @param params what it carries, as JSON; empty when nothing
   * @throws IllegalArgumentException when the node has no such event
   */
  public synchronized void raise(String event, String params) {
    List<Subscriber> list = list(event);
    deeds.note(Deed.Kind.EVENT_RAISED, event, params);
    long now = now();
    list.removeIf(one -> one.forgotten(now));
    for (Subscriber one : list) {
      Target.of(one.socket()).ifPresent(target -> sinks.send(target, event, params));
    }
  }

  /**
   * Raises an event.
   *
   * @param event an event of this node
   * @param params what it carries
   * @throws IllegalArgumentException when the node has no such event
   */
  public void raise(String event, JsonObject params) {
    raise(event, params.toString());
  }

  /** {@return all events that have subscribers, with them} */
  public synchronized JsonArray listed() {
    JsonArray events = new JsonArray();
    for (String name : subscribers.keySet()) {
      JsonObject event = listed(name);
      if (!event.isEmpty()) {
        events.add(event);
      }
    }
    return events;
  }

  /**
   * {@return one event with its subscribers; an empty object when there are none}
   *
   * @param event an event of this node
   */
  public synchronized JsonObject listed(String event) {
    long now = now();
    List<Subscriber> list = list(event);
    list.removeIf(one -> one.forgotten(now));
    JsonObject json = new JsonObject();
    if (!list.isEmpty()) {
      head(json, event);
      JsonArray array = new JsonArray();
      list.forEach(one -> array.add(one.json(now)));
      json.add("Subscribers", array);
    }
    return json;
  }

  /**
   * {@return one event with one subscriber, when there is that one}
   *
   * @param event an event of this node
   * @param socket where it is sent
   */
  public synchronized Optional<JsonObject> listed(String event, String socket) {
    long now = now();
    List<Subscriber> list = list(event);
    list.removeIf(one -> one.forgotten(now));
    for (Subscriber one : list) {
      if (one.socket().equals(socket)) {
        JsonObject json = new JsonObject();
        head(json, event);
        json.add("Subscriber", one.json(now));
        return Optional.of(json);
      }
    }
    return Optional.empty();
  }

  private void head(JsonObject json, String event) {
    json.addProperty("name", event);
    json.addProperty("id", names().indexOf(event));
  }

  @Override
  public void close() {
    sinks.close();
  }
}
