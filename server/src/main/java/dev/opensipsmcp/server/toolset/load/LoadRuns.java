package dev.opensipsmcp.server.toolset.load;

import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.load.SippRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The runs that this server has started and that have not ended. At most one sends, so that the
 * bounds of one run are those of all; a few may wait for calls beside it.
 */
final class LoadRuns implements AutoCloseable {
  private static final int WAITING = 4;
  private static final int PATIENCE = 10;

  private final AtomicInteger numbers = new AtomicInteger();
  private final List<Slot> slots = new ArrayList<>();
  private boolean closed;

  /**
   * A place for a run.
   *
   * @param id its number
   * @param label as the caller named it
   * @param tool the tool that started it
   * @param target where it sends, or waits
   * @param waits whether it waits for calls
   * @param since since when
   * @param run the run, once it was started
   * @param result what came of it, once it has ended and was read
   */
  record Slot(
      int id,
      String label,
      String tool,
      String target,
      boolean waits,
      Instant since,
      Optional<SippRun> run,
      CompletableFuture<Outcome> result) {
    /** {@return what came of it} Waits some seconds until whoever conducts it has read that. */
    Outcome outcome() {
      return result
          .copy()
          .completeOnTimeout(
              ToolError.LOAD_FAILED.failure("No result came.", "Look with bench_summary."),
              PATIENCE,
              TimeUnit.SECONDS)
          .join();
    }

    Slot with(SippRun started) {
      return new Slot(id, label, tool, target, waits, since, Optional.of(started), result);
    }
  }

  /** {@return a place, or nothing while as many run as may} */
  synchronized Optional<Slot> take(
      String label, String tool, String target, boolean waits, Instant now) {
    long alike = slots.stream().filter(slot -> slot.waits() == waits).count();
    if (closed || alike >= (waits ? WAITING : 1)) {
      return Optional.empty();
    }
    Slot slot =
        new Slot(
            numbers.incrementAndGet(),
            label,
            tool,
            target,
            waits,
            now,
            Optional.empty(),
            new CompletableFuture<>());
    slots.add(slot);
    return Optional.of(slot);
  }

  /** Puts a run into its place; {@return whether it may go on} Not when this was closed. */
  synchronized boolean started(Slot slot, SippRun run) {
    slots.replaceAll(other -> other.id() == slot.id() ? other.with(run) : other);
    return !closed;
  }

  /** Frees a place; its run must have ended. */
  synchronized void ended(Slot slot) {
    slots.removeIf(other -> other.id() == slot.id());
  }

  /** {@return all places that are taken, oldest first} */
  synchronized List<Slot> all() {
    return List.copyOf(slots);
  }

  /** Ends all runs, and lets none begin. */
  @Override
  public void close() {
    List<Slot> last;
    synchronized (this) {
      closed = true;
      last = List.copyOf(slots);
    }
    for (Slot slot : last) {
      slot.run().ifPresent(run -> run.stop(Duration.ZERO));
    }
    for (Slot slot : last) {
      slot.outcome();
    }
  }
}
