package dev.opensipsmcp.sip.homer;

import java.time.Duration;
import java.util.List;

/**
 * That a server answers and accepts the credentials.
 *
 * @param api {@code v3} or {@code v4}
 * @param took how long it took to log in where needed, and to answer
 * @param nodes the names of its database nodes, where it tells them
 */
public record HomerHealth(String api, Duration took, List<String> nodes) {
  public HomerHealth {
    nodes = List.copyOf(nodes);
  }
}
