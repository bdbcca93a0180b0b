package dev.opensipsmcp.server.instance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nodes by name; the first is meant when a call names none. */
public final class Instances {
  private final Map<String, Instance> byName = new LinkedHashMap<>();

  /**
   * Makes the set.
   *
   * @param instances at least one
   */
  public Instances(List<Instance> instances) {
    instances.forEach(instance -> byName.put(instance.name(), instance));
  }

  /** {@return the instance of that name} */
  public Optional<Instance> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** {@return all names, in order} */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** {@return all of them, in order} */
  public List<Instance> all() {
    return List.copyOf(byName.values());
  }

  /** {@return whether there is more than one} */
  public boolean several() {
    return byName.size() > 1;
  }

  /** {@return the instance that is meant when none is named} */
  public Instance first() {
    return byName.values().iterator().next();
  }
}
