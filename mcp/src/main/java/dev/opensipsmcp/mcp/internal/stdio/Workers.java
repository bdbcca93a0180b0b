package dev.opensipsmcp.mcp.internal.stdio;

import java.util.concurrent.TimeUnit;

/** The virtual threads that serve one connection, counted so that its end can wait for them. */
final class Workers {
  private static final long GRACE_MILLIS = 250;
  private static final long PATIENCE_MILLIS = 2_000;

  private int brief;
  private int lasting;

  /**
   * Serves something.
   *
   * @param endsByItself false for what lasts until it is cancelled
   * @param task what to do
   */
  void start(boolean endsByItself, Runnable task) {
    count(endsByItself, 1);
    Thread.ofVirtual()
        .name("mcp-request")
        .start(() -> {
          try {
            task.run();
          } finally {
            count(endsByItself, -1);
          }
        });
  }

  private synchronized void count(boolean endsByItself, int change) {
    if (endsByItself) {
      brief += change;
    } else {
      lasting += change;
    }
    notifyAll();
  }

  /** Waits a moment for what ends by itself. */
  synchronized void awaitShort() {
    await(GRACE_MILLIS, false);
  }

  /** Waits for all, after it was cancelled; a thread that ignores that is left behind. */
  synchronized void awaitEnd() {
    await(PATIENCE_MILLIS, true);
  }

  private synchronized void await(long millis, boolean all) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      while (brief > 0 || (all && lasting > 0)) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          return;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
