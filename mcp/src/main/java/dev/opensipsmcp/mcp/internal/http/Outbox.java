package dev.opensipsmcp.mcp.internal.http;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.internal.rpc.Outbound;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written to one HTTP response. Many threads send; the thread that serves the
 * response takes. Senders wait while it is full, so a client that reads slowly slows down its own
 * request only; once it is closed they are let go and their messages dropped.
 */
final class Outbox implements Outbound {
  private static final int CAPACITY = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<JsonObject> waiting = new ArrayDeque<>();
  private boolean closed;

  @Override
  public void send(JsonObject message) {
    offer(message);
  }

  /** {@return whether the message will be written, as far as it can be known} */
  boolean offer(JsonObject message) {
    lock.lock();
    try {
      while (waiting.size() >= CAPACITY && !closed) {
        changed.awaitUninterruptibly();
      }
      if (closed) {
        return false;
      }
      waiting.add(message);
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * {@return the next message, or nothing when the time is over or the box is closed and empty}
   *
   * @param patience how long to wait for one
   */
  Optional<JsonObject> take(Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty() && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      Optional<JsonObject> next = Optional.ofNullable(waiting.poll());
      changed.signalAll();
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** {@return whether nothing will come any more} */
  boolean drained() {
    lock.lock();
    try {
      return closed && waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more messages; what waits can still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
