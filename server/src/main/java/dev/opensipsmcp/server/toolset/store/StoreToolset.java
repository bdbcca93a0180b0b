package dev.opensipsmcp.server.toolset.store;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code store}. */
public final class StoreToolset {
  static final String NAME = "store";

  private StoreToolset() {}

  /** {@return caches, stored settings, queues, prices, and the databases behind them} */
  public static Toolset make() {
    return new Toolset(
        NAME,
        "What a node stores in memory: caches, stored settings, queues, prices, database sets.",
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
            FlatFiles.dumpText(),
            FlatFiles.reloadText(),
            Databases.list(),
            Databases.set(),
            FlatFiles.rotate(),
            FlatFiles.rotateEvents(),
            Queues.fetch(),
            Queues.list(),
            RatePrices.client(),
            RatePrices.vendor(),
            RedisNodes.list(),
            RedisNodes.refresh(),
            RedisNodes.test(),
            Databases.reloadCache()));
  }
}
