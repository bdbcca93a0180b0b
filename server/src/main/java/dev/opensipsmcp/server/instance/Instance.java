package dev.opensipsmcp.server.instance;

import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.server.policy.Role;
import java.util.List;
import java.util.Optional;

/**
 * A node that this server operates.
 *
 * @param name how callers name it
 * @param client its client
 * @param cluster the id of the cluster that it is configured to belong to
 * @param tags words by which calls choose it together with others
 * @param cap the role that no caller exceeds on this node
 */
public record Instance(
    String name,
    MiClient client,
    Optional<Integer> cluster,
    List<String> tags,
    Optional<Role> cap) {
  public Instance {
    tags = List.copyOf(tags);
  }

  /** A node without cluster, tags and cap. */
  public Instance(String name, MiClient client) {
    this(name, client, Optional.empty(), List.of(), Optional.empty());
  }
}
