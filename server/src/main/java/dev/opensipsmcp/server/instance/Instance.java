package dev.opensipsmcp.server.instance;

import dev.opensipsmcp.db.Database;
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
 * @param database the database that its tables are in
 */
public record Instance(
    String name,
    MiClient client,
    Optional<Integer> cluster,
    List<String> tags,
    Optional<Role> cap,
    Optional<Database> database) {
  public Instance {
    tags = List.copyOf(tags);
  }

  /** A node without cluster, tags, cap and database. */
  public Instance(String name, MiClient client) {
    this(name, client, Optional.empty(), List.of(), Optional.empty());
  }

  /** A node without database. */
  public Instance(
      String name,
      MiClient client,
      Optional<Integer> cluster,
      List<String> tags,
      Optional<Role> cap) {
    this(name, client, cluster, tags, cap, Optional.empty());
  }
}
