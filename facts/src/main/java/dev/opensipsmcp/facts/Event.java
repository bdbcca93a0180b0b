package dev.opensipsmcp.facts;

import java.util.List;

/**
 * An event that a node can raise to its subscribers.
 *
 * @param name for example {@code E_DLG_STATE_CHANGED}
 * @param module the module that raises it, or {@code core}
 * @param parameters the names of what it carries, in order
 */
public record Event(String name, String module, List<String> parameters) {
  public Event {
    parameters = List.copyOf(parameters);
  }
}
