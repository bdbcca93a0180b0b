package dev.opensipsmcp.server.serve;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Passes on that something happened, at once and then at most once in a while for each name: what
 * happens within a pause is told of when it ends.
 */
final class UpdateTicker implements Consumer<String> {
  private static final int IDLE = 0;
  private static final int RESTING = 1;
  private static final int DUE = 2;

  private final Consumer<String> told;
  private final Duration pause;
  private final Map<String, AtomicInteger> states = new ConcurrentHashMap<>();

  /**
   * A ticker.
   *
   * @param told is told the name
   * @param pause the time between two tellings of a name
   */
  UpdateTicker(Consumer<String> told, Duration pause) {
    this.told = told;
    this.pause = pause;
  }

  @Override
  public void accept(String name) {
    AtomicInteger state = states.computeIfAbsent(name, _ -> new AtomicInteger(IDLE));
    int before = state.getAndUpdate(was -> was == IDLE ? RESTING : DUE);
    if (before == IDLE) {
      Thread.ofVirtual().name("resource-updates").start(() -> tell(name, state));
    }
  }

  private void tell(String name, AtomicInteger state) {
    try {
      while (true) {
        told.accept(name);
        Thread.sleep(pause);
        if (state.compareAndSet(RESTING, IDLE)) {
          return;
        }
        state.set(RESTING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
