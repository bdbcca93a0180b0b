package dev.opensipsmcp.server.toolset.provision;

import java.util.List;
import java.util.Optional;

/** All kinds of things that are provisioned. */
public final class Entities {
  private final List<Entity> all;

  Entities(List<Entity> all) {
    this.all = List.copyOf(all);
  }

  /** {@return all of them} */
  public List<Entity> all() {
    return all;
  }

  /** {@return the one of that name} */
  public Optional<Entity> named(String name) {
    return all.stream().filter(entity -> entity.name().equals(name)).findFirst();
  }

  /** {@return the first one whose rows are in that table} */
  public Optional<Entity> of(String table) {
    return all.stream().filter(entity -> entity.table().equals(table)).findFirst();
  }
}
