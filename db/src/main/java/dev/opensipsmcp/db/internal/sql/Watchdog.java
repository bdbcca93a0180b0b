package dev.opensipsmcp.db.internal.sql;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cancels statements that take too long, whatever their database: a driver's own time-out counts in
 * seconds, and SQLite's only bounds the wait for a lock. Safe for many threads.
 */
final class Watchdog implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer;

  Watchdog() {
    timer =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("db-watchdog").unstarted(task));
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Until it is closed, a statement is watched. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  Watch watch(Statement statement, Duration timeout) {
    ScheduledFuture<?> alarm =
        timer.schedule(() -> cancel(statement), timeout.toNanos(), TimeUnit.NANOSECONDS);
    return () -> alarm.cancel(false);
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException _) {
      // It ended by itself meanwhile.
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
