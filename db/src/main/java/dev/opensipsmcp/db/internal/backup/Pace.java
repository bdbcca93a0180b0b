package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import dev.opensipsmcp.db.backup.Watcher;

/** Tells a watcher every so many rows how far the work is, and ends it when he has enough. */
final class Pace {
  private static final int EVERY = 1_000;

  private final Watcher watcher;
  private final long of;
  private long rows;

  Pace(Watcher watcher, long of) {
    this.watcher = watcher;
    this.of = of;
  }

  /** One more row is done. */
  void row(String table) {
    if (++rows % EVERY == 0) {
      watcher.at(table, rows, of);
      check();
    }
  }

  /** Ends the work when whoever asked for it has enough, or its thread was told to stop. */
  void check() {
    if (watcher.enough() || Thread.currentThread().isInterrupted()) {
      throw new Ended(
          new DbError(
              Kind.CANCELLED,
              "The work was withdrawn; nothing was changed.",
              "Call again when it is wanted after all."));
    }
  }
}
