package dev.opensipsmcp.mcp.internal.stdio;

import dev.opensipsmcp.mcp.internal.core.Operation;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The threads that serve one connection, counted so that its end can wait for them. */
final class Workers {
  private static final long GRACE_MILLIS = 250;
  private static final long PATIENCE_MILLIS = 2_000;

  /** How a request is served. */
  enum Kind {
    /**
     * In no time, such as a list. On a platform thread: a client's first requests are of this kind,
     * and the first virtual thread of a process costs its start 40 ms.
     */
    BRIEF,

    /** As long as it takes, on a virtual thread. */
    WORK,

    /** Until it is cancelled, on a virtual thread. */
    LASTING;

    /**
     * {@return how a method is served}
     *
     * @param method the method
     */
    static Kind of(String method) {
      if (method.equals("subscriptions/listen")) {
        return LASTING;
      }
      Optional<Operation> operation = Operation.of(method);
      return operation.isPresent() && operation.get().mayAsk() ? WORK : BRIEF;
    }

    private Thread.Builder thread() {
      return switch (this) {
        case BRIEF -> Thread.ofPlatform().daemon();
        case WORK, LASTING -> Thread.ofVirtual();
      };
    }
  }

  private int ending;
  private int lasting;

  /**
   * Serves something.
   *
   * @param kind how
   * @param task what to do
   */
  void start(Kind kind, Runnable task) {
    count(kind, 1);
    kind.thread().name("mcp-request").start(new Counted(kind, task));
  }

  /** A class, because the first lambda of a process costs its start 20 ms. */
  private final class Counted implements Runnable {
    private final Kind kind;
    private final Runnable task;

    Counted(Kind kind, Runnable task) {
      this.kind = kind;
      this.task = task;
    }

    @Override
    public void run() {
      try {
        task.run();
      } finally {
        count(kind, -1);
      }
    }
  }

  private synchronized void count(Kind kind, int change) {
    if (kind == Kind.LASTING) {
      lasting += change;
    } else {
      ending += change;
    }
    notifyAll();
  }

  /** Waits a moment for what ends by itself. */
  void awaitShort() {
    await(GRACE_MILLIS, false);
  }

  /** Waits a moment for all, after subscriptions were told to end. */
  void awaitAllShort() {
    await(GRACE_MILLIS, true);
  }

  /** Waits for all, after it was cancelled; a thread that ignores that is left behind. */
  void awaitEnd() {
    await(PATIENCE_MILLIS, true);
  }

  private synchronized void await(long millis, boolean all) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      while (ending > 0 || (all && lasting > 0)) {
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
