package dev.opensipsmcp.lab.internal.state;

import dev.opensipsmcp.lab.Deed;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest of what the node did. Safe for many threads. */
public final class Deeds {
  private final Clock clock;
  private final int limit;
  private final Deque<Deed> latest = new ArrayDeque<>();

  /**
   * None yet.
   *
   * @param clock the node's time
   * @param limit how many are kept
   */
  public Deeds(Clock clock, int limit) {
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * Notes one.
   *
   * @param kind what sort of thing
   * @param target to whom or what
   * @param text what
   */
  public synchronized void note(Deed.Kind kind, String target, String text) {
    if (latest.size() >= limit) {
      latest.removeFirst();
    }
    latest.addLast(new Deed(clock.instant(), kind, target, text));
  }

  /** {@return what is kept, oldest first} */
  public synchronized List<Deed> all() {
    return List.copyOf(latest);
  }
}
