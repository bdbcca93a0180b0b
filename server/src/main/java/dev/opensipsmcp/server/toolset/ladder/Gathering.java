package dev.opensipsmcp.server.toolset.ladder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks several sources at once, and waits for all of them together no longer than its patience.
 *
 * @param patience how long
 */
record Gathering(Duration patience) {
  /**
   * A source.
   *
   * @param name which part of a report it is for
   * @param work asks it
   */
  record Source(String name, Callable<Finding> work) {}

  /** {@return what they tell, in their order; one that is late or breaks was not seen} */
  Finding of(List<Source> sources) {
    long end = System.nanoTime() + patience.toNanos();
    List<FutureTask<Finding>> tasks = new ArrayList<>();
    for (Source source : sources) {
      FutureTask<Finding> task = new FutureTask<>(source.work());
      tasks.add(task);
      Thread.ofVirtual().start(task);
    }
    Finding all = new Finding(List.of(), List.of(), List.of());
    for (int at = 0; at < sources.size(); at++) {
      all = all.and(await(sources.get(at), tasks.get(at), end));
    }
    return all;
  }

  /** One that is late is left to end by its own time-out; what it tells then is not heard. */
  private Finding await(Source source, FutureTask<Finding> task, long end) {
    try {
      return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return Finding.none(
          source.name(), "There was no answer within " + patience.toSeconds() + " s.");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Finding.none(source.name(), "The call was withdrawn.");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
