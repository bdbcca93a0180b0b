package dev.opensipsmcp.server.toolset.live;

import dev.opensipsmcp.server.toolset.common.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The traces that this server started. A thread for each stops it when its time is over, and tries
 * again when that fails; all are stopped when the server ends.
 */
final class LiveTraces {
  private static final int REMEMBERED = 50;
  private static final int TRIES = 60;
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final Duration AT_THE_END = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final Pause pause;
  private final Map<String, LiveTrace> traces = new LinkedHashMap<>();
  private final Map<String, Thread> watchers = new LinkedHashMap<>();

  LiveTraces(InstantSource clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /** Takes charge of a trace that runs from now on. */
  synchronized void watch(LiveTrace trace) {
    traces.put(trace.id(), trace);
    traces.values().stream()
        .filter(one -> one.state() == LiveTrace.State.STOPPED)
        .limit(Math.max(0, traces.size() - REMEMBERED))
        .map(LiveTrace::id)
        .toList()
        .forEach(traces::remove);
    watchers.put(trace.id(), Thread.ofVirtual().name("live-trace-end").start(() -> end(trace)));
  }

  private void end(LiveTrace trace) {
    try {
      pause.pass(positive(Duration.between(clock.instant(), trace.until())));
      for (int left = TRIES; trace.stop() != LiveTrace.State.STOPPED && left > 1; left--) {
        pause.pass(BETWEEN);
      }
    } catch (InterruptedException _) {
      // Somebody stopped it before its time.
    } finally {
      synchronized (this) {
        watchers.remove(trace.id());
      }
    }
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  synchronized Optional<LiveTrace> named(String id) {
    return Optional.ofNullable(traces.get(id));
  }

  /** {@return those of a node, the newest last} */
  synchronized List<LiveTrace> of(String instance) {
    return traces.values().stream().filter(trace -> trace.instance().equals(instance)).toList();
  }

  /** Lets go of a trace's thread; what comes of the trace is the caller's. */
  void stopWatching(String id) {
    Optional<Thread> watcher;
    synchronized (this) {
      watcher = Optional.ofNullable(watchers.remove(id));
    }
    watcher.ifPresent(Thread::interrupt);
  }

  /** Stops all that run, with the time that a server's end has. */
  void close() {
    List<LiveTrace> running = new ArrayList<>();
    synchronized (this) {
      traces.values().stream()
          .filter(trace -> trace.state() != LiveTrace.State.STOPPED)
          .forEach(running::add);
    }
    List<Thread> stopping = new ArrayList<>();
    for (LiveTrace trace : running) {
      stopWatching(trace.id());
      stopping.add(Thread.ofVirtual().start(trace::stop));
    }
    long end = System.nanoTime() + AT_THE_END.toNanos();
    try {
      for (Thread thread : stopping) {
        thread.join(positive(Duration.ofNanos(end - System.nanoTime())));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
