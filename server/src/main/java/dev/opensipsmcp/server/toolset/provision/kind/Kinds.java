package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import java.util.ArrayList;
import java.util.List;

/** All that can be provisioned. To add a kind is to add a line here and its columns. */
public final class Kinds {
  private Kinds() {}

  /** {@return all kinds, grouped as people think of them} */
  public static List<Entity> all() {
    List<Entity> all = new ArrayList<>();
    all.add(DispatcherKinds.destination());
    all.addAll(PlatformKinds.all());
    return List.copyOf(all);
  }
}
