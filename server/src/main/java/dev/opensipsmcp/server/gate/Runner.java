package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs a tool's work on a thread of its own and waits no longer than a call may take. */
final class Runner {
  /** How long work that was told to stop may take to say how far it got. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Duration deadline;

  Runner(Duration deadline) {
    this.deadline = deadline;
  }

  /**
   * Runs work that only reads: a caller that withdraws ends it. What withdrawn work made is thrown
   * away, since it may have stopped half way without saying so.
   *
   * @param ports what the work reaches
   * @param work the work
   */
  <T> Ended<T> read(ReadPorts ports, Supplier<T> work) {
    return read(ports, deadline, work);
  }

  /**
   * {@return how long a read may take: as long as any, or as long as it declares}
   *
   * @param work the read
   * @param arguments its arguments
   */
  Duration limit(Work.Read work, Arguments arguments) {
    return atLeast(work instanceof Work.Timed timed ? timed.limit(arguments) : Duration.ZERO);
  }

  /** {@return how long a plan or a change may take: as long as any, or as long as it declares} */
  Duration limit(Work.Change work, Arguments arguments) {
    return atLeast(work.limit(arguments));
  }

  private Duration atLeast(Duration declared) {
    return declared.compareTo(deadline) > 0 ? declared : deadline;
  }

  /** Runs work that only reads and has its own time. */
  <T> Ended<T> read(ReadPorts ports, Duration limit, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread worker = Thread.ofVirtual().start(task);
    try {
      T made = task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return ports.cancelled() ? new Ended.Withdrawn<>() : new Ended.Well<>(made);
    } catch (TimeoutException e) {
      worker.interrupt();
      return new Ended.Late<>();
    } catch (InterruptedException e) {
      worker.interrupt();
      Thread.currentThread().interrupt();
      return new Ended.Withdrawn<>();
    } catch (ExecutionException e) {
      return new Ended.Broken<>(e);
    }
  }

  /**
   * Runs work that changes something. Once begun it is not withdrawn: the trail must tell how it
   * ended.
   */
  <T> Ended<T> change(Supplier<T> work) {
    return change(deadline, work);
  }

  /** Runs work that changes something and has its own time. */
  <T> Ended<T> change(Duration limit, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread worker = Thread.ofVirtual().start(task);
    Ended<T> ended = await(task, limit);
    if (ended instanceof Ended.Late) {
      worker.interrupt();
      return await(task, GRACE);
    }
    return ended;
  }

  private static <T> Ended<T> await(FutureTask<T> task, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    boolean withdrawn = false;
    try {
      while (true) {
        try {
          return new Ended.Well<>(task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
          withdrawn = true;
        } catch (TimeoutException e) {
          return new Ended.Late<>();
        } catch (ExecutionException e) {
          return new Ended.Broken<>(e);
        }
      }
    } finally {
      if (withdrawn) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
