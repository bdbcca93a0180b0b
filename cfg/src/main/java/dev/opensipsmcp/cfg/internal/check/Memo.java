package dev.opensipsmcp.cfg.internal.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers what was costly to find out about names. Past a number of names it gives a plain answer
 * for those that it does not know, so that a file of nothing but wrong names takes no longer than
 * another one of its length.
 *
 * @param <T> what is found out
 */
final class Memo<T> {
  private static final int MOST = 500;

  private final Map<String, T> known = new HashMap<>();
  private final T otherwise;

  Memo(T otherwise) {
    this.otherwise = otherwise;
  }

  /** {@return what is known about a name, or found out now} */
  T get(String name, Supplier<T> costly) {
    T found = known.get(name);
    if (found == null) {
      found = known.size() < MOST ? costly.get() : otherwise;
      if (known.size() < MOST) {
        known.put(name, found);
      }
    }
    return found;
  }
}
