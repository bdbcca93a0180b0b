package dev.opensipsmcp.mi.event;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;

/**
 * Which events are wanted.
 *
 * @param names their names; any when empty
 * @param params what they must carry, each value written as text; nothing in particular when empty
 */
public record EventFilter(Set<String> names, Map<String, String> params) {
  public EventFilter {
    names = Set.copyOf(names);
    params = Map.copyOf(params);
  }

  /** {@return a filter that takes every event} */
  public static EventFilter any() {
    return new EventFilter(Set.of(), Map.of());
  }

  /**
   * {@return a filter of names}
   *
   * @param names the wanted events
   */
  public static EventFilter named(String... names) {
    return new EventFilter(Set.of(names), Map.of());
  }

  /**
   * {@return whether an event of that name can be wanted}
   *
   * @param name its name
   */
  public boolean takes(String name) {
    return names.isEmpty() || names.contains(name);
  }

  /**
   * {@return whether an event is wanted}
   *
   * @param event the event
   */
  public boolean matches(ReceivedEvent event) {
    if (!takes(event.name())) {
      return false;
    }
    if (params.isEmpty()) {
      return true;
    }
    return event.params() instanceof JsonObject carried
        && params.entrySet().stream().allMatch(wanted -> has(carried, wanted));
  }

  private static boolean has(JsonObject carried, Map.Entry<String, String> wanted) {
    JsonElement value = carried.get(wanted.getKey());
    if (value == null || value.isJsonNull()) {
      return false;
    }
    String text = value.isJsonPrimitive() ? value.getAsString() : value.toString();
    return text.equals(wanted.getValue());
  }
}
