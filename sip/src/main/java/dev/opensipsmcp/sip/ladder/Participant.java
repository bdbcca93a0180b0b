package dev.opensipsmcp.sip.ladder;

import dev.opensipsmcp.sip.trace.Endpoint;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who sends and receives messages: a phone, a proxy, a gateway.
 *
 * @param alias what the operator calls it, if it has such a name
 * @param address its address, with the port where it is known by one port only
 * @param endpoints all its ends that were seen, in order of time
 */
public record Participant(Optional<String> alias, String address, List<Endpoint> endpoints) {
  public Participant {
    endpoints = List.copyOf(endpoints);
  }

  /** {@return its alias, or its address where it has none} */
  public String name() {
    return alias.orElse(address);
  }
}
