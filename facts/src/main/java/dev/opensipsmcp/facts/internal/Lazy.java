package dev.opensipsmcp.facts.internal;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made once, when first asked for. Safe to share; a virtual thread that waits for
 * another one's work gives its carrier back.
 *
 * @param <T> the value's type
 */
abstract class Lazy<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable T value;

  /** {@return the value to keep} Called at most once, unless it throws. */
  abstract T make();

  final T get() {
    T known = value;
    return known == null ? makeOnce() : known;
  }

  private T makeOnce() {
    lock.lock();
    try {
      T known = value;
      if (known == null) {
        known = make();
        value = known;
      }
      return known;
    } finally {
      lock.unlock();
    }
  }
}
