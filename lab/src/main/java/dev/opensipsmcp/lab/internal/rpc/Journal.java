package dev.opensipsmcp.lab.internal.rpc;

import dev.opensipsmcp.lab.Received;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest commands that were received. */
public final class Journal {
  private final int limit;
  private final Deque<Received> entries = new ArrayDeque<>();

  /**
   * An empty journal.
   *
   * @param limit how many commands are kept
   */
  public Journal(int limit) {
    this.limit = limit;
  }

  synchronized void add(Received received) {
    if (entries.size() >= limit) {
      entries.removeFirst();
    }
    entries.addLast(received);
  }

  /** {@return what is kept, oldest first} */
  public synchronized List<Received> entries() {
    return new ArrayList<>(entries);
  }
}
