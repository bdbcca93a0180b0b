package dev.opensipsmcp.mi.internal.event;

import dev.opensipsmcp.mi.event.EventFilter;
import dev.opensipsmcp.mi.event.EventPage;
import dev.opensipsmcp.mi.event.ReceivedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The latest events, bounded by number and by bytes; the oldest make room. They are kept as the
 * bytes that arrived, a fifth of their size as trees, and decoded again when they are read.
 */
final class Ring {
  private static final int SCANNED_AT_ONCE = 256;
  private static final Kept NOTHING = new Kept(0, Instant.EPOCH, "", new byte[0]);

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(long sequence, Instant time, String name, byte[] bytes) {}

  private record Batch(List<Kept> kept, long missed, long latest, boolean over) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Kept[] slots;
  private final long mostBytes;
  private long latest;
  private long oldest = 1;
  private long bytesHeld;
  private boolean closed;

  Ring(int capacity, long mostBytes) {
    this.slots = new Kept[capacity];
    this.mostBytes = mostBytes;
  }

  void add(Instant time, String name, byte[] bytes) {
    lock.lock();
    try {
      latest++;
      if (latest - oldest >= slots.length) {
        dropOldest();
      }
      slots[slot(latest)] = new Kept(latest, time, name, bytes);
      bytesHeld += bytes.length;
      while (bytesHeld > mostBytes && oldest < latest) {
        dropOldest();
      }
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void dropOldest() {
    bytesHeld -= slots[slot(oldest)].bytes().length;
    slots[slot(oldest)] = NOTHING;
    oldest++;
  }

  private int slot(long sequence) {
    return (int) ((sequence - 1) % slots.length);
  }

  long latest() {
    lock.lock();
    try {
      return latest;
    } finally {
      lock.unlock();
    }
  }

  long overwritten() {
    lock.lock();
    try {
      return oldest - 1;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  EventPage await(EventFilter filter, long after, int most, Duration patience)
      throws InterruptedException {
    if (most < 1) {
      throw new IllegalArgumentException("most: at least 1, not " + most);
    }
    long deadline = System.nanoTime() + patience.toNanos();
    List<ReceivedEvent> found = new ArrayList<>();
    long place = Math.max(0, Math.min(after, latest()));
    long missed = 0;
    while (true) {
      Batch batch = next(place, found.isEmpty(), deadline);
      missed += batch.missed();
      place += batch.missed();
      for (Kept kept : batch.kept()) {
        place = kept.sequence();
        ReceivedEvent event = wanted(kept, filter);
        if (event != null) {
          found.add(event);
          if (found.size() == most) {
            return new EventPage(found, place, missed);
          }
        }
      }
      boolean all = place == batch.latest();
      if (all && (batch.over() || !found.isEmpty())) {
        return new EventPage(found, place, missed);
      }
    }
  }

  private Batch next(long place, boolean waits, long deadline) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      boolean over = closed;
      while (waits && latest == place && !over) {
        long left = deadline - System.nanoTime();
        over = left <= 0 || (!arrived.await(left, TimeUnit.NANOSECONDS) && latest == place);
        over |= closed;
      }
      long from = Math.max(place + 1, oldest);
      long to = Math.min(latest, from + SCANNED_AT_ONCE - 1);
      List<Kept> kept = new ArrayList<>();
      for (long sequence = from; sequence <= to; sequence++) {
        kept.add(slots[slot(sequence)]);
      }
      return new Batch(kept, from - place - 1, latest, over || deadline - System.nanoTime() <= 0);
    } finally {
      lock.unlock();
    }
  }

  private static @Nullable ReceivedEvent wanted(Kept kept, EventFilter filter) {
    if (!filter.takes(kept.name())) {
      return null;
    }
    ReceivedEvent event =
        new ReceivedEvent(
            kept.sequence(),
            kept.time(),
            kept.name(),
            Notification.decode(kept.bytes(), 0, kept.bytes().length).orElseThrow().params());
    return filter.matches(event) ? event : null;
  }
}
