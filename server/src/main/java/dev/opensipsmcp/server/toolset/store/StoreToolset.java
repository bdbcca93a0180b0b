package dev.opensipsmcp.server.toolset.store;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code store}. */
public final class StoreToolset {
  static final String NAME = "store";

  private StoreToolset() {}

  /** {@return caches, stored settings, queues, and the databases behind them} */
  public static Toolset make() {
    return new Toolset(
        NAME,
        "What a node stores in memory: key-value caches, stored settings, queues, database sets.",
        List.of(
            CacheReads.fetch(),
            CacheReads.list(),
            CacheChanges.remove(),
            CacheChanges.removeMatching(),
            CacheChanges.store(),
            Settings.flush(),
            Settings.list(),
            Settings.push(),
            Settings.reload(),
            Databases.list(),
            Databases.set(),
            Databases.rotate(),
            Databases.rotateEvents(),
            Queues.fetch(),
            Queues.list(),
            Databases.reloadCache()));
  }
}
