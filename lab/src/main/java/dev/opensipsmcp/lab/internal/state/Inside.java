package dev.opensipsmcp.lab.internal.state;

import com.google.gson.JsonElement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What modules hold that no command shows. Modules enter themselves while the node starts. */
public final class Inside {
  private final Map<String, Supplier<JsonElement>> parts = new TreeMap<>();

  /**
   * Enters a part.
   *
   * @param name the module that it belongs to
   * @param now tells what it holds
   */
  public void show(String name, Supplier<JsonElement> now) {
    parts.put(name, now);
  }

  /** {@return the names of all parts} */
  public Set<String> names() {
    return Set.copyOf(parts.keySet());
  }

  /**
   * {@return what a part holds}
   *
   * @param name one of {@link #names}
   * @throws IllegalArgumentException for another name
   */
  public JsonElement of(String name) {
    Supplier<JsonElement> part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException("nothing to look into: " + name + ", but " + names());
    }
    return part.get();
  }
}
