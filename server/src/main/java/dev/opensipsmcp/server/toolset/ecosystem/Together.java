package dev.opensipsmcp.server.toolset.ecosystem;

import dev.opensipsmcp.server.toolset.ecosystem.Part.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks at parts at once, a bounded number at a time, and waits for all of them together no longer
 * than its patience.
 *
 * @param patience how long
 */
record Together(Duration patience) {
  private static final int AT_ONCE = 16;

  /** {@return how each part is, in their order} */
  List<Seen> look(List<Part> parts) {
    Semaphore room = new Semaphore(AT_ONCE);
    long end = System.nanoTime() + patience.toNanos();
    List<FutureTask<Seen>> tasks = new ArrayList<>();
    for (Part part : parts) {
      FutureTask<Seen> task =
          new FutureTask<>(() -> {
            room.acquire();
            try {
              return part.look().get();
            } finally {
              room.release();
            }
          });
      tasks.add(task);
      Thread.ofVirtual().start(task);
    }
    List<Seen> all = new ArrayList<>();
    for (FutureTask<Seen> task : tasks) {
      all.add(await(task, end));
    }
    return all;
  }

  private Seen await(FutureTask<Seen> task, long end) {
    try {
      return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return late();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return late();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Seen late() {
    return new Seen(
        Seen.DOWN,
        "No answer within " + patience.toMillis() + " ms.",
        "Ask again; if it stays so, look at that part alone.");
  }
}
