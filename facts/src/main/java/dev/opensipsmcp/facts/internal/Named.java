package dev.opensipsmcp.facts.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list whose elements are found by name; the first one where a name is listed twice.
 *
 * @param <T> the elements' type
 */
final class Named<T> {

  /**
   * Tells an element's name.
   *
   * @param <T> the elements' type
   */
  interface Name<T> {
    String of(T element);
  }

  private final List<T> all;
  private final Map<String, T> byName;

  Named(List<T> elements, Name<T> name) {
    all = List.copyOf(elements);
    byName = HashMap.newHashMap(all.size());
    for (T element : all) {
      byName.putIfAbsent(name.of(element), element);
    }
  }

  List<T> all() {
    return all;
  }

  Optional<T> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
