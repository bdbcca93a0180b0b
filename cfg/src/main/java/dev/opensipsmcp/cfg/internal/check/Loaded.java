package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The modules that a file loads, and where. */
final class Loaded {
  private final Map<String, Item.LoadModule> first = new LinkedHashMap<>();
  private int last = -1;

  /** Takes note of a module, and tells whether it is new. */
  boolean add(Item.LoadModule item) {
    boolean fresh = first.putIfAbsent(item.module(), item) == null;
    last = fresh ? Math.max(last, item.span().start()) : last;
    return fresh;
  }

  /** {@return whether a module is loaded anywhere in the file} */
  boolean has(String module) {
    return first.containsKey(module);
  }

  /** {@return whether a module is loaded above a place} */
  boolean before(String module, int offset) {
    return find(module).filter(it -> it.span().start() < offset).isPresent();
  }

  /** {@return whether all modules that are loaded anywhere are loaded above a place} */
  boolean allBefore(int offset) {
    return last < offset;
  }

  /** {@return where a module is loaded first} */
  Optional<Item.LoadModule> find(String module) {
    return Optional.ofNullable(first.get(module));
  }

  /** {@return the names, in the order of loading} */
  Collection<String> names() {
    return first.keySet();
  }

  /** {@return where each is loaded first, in the order of loading} */
  Collection<Item.LoadModule> items() {
    return first.values();
  }
}
