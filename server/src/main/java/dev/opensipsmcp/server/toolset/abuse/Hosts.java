package dev.opensipsmcp.server.toolset.abuse;

import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.net.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hosts by address or name. Names are looked up, all at once and for a few seconds: a name server
 * may be what is attacked.
 *
 * @param all the hosts
 */
record Hosts(List<Named> all) {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int NAMES = 200;

  Hosts {
    all = List.copyOf(all);
  }

  /**
   * A host.
   *
   * @param host its address or name; empty for none
   * @param what what it is
   */
  record Named(String host, String what) {}

  /**
   * {@return what the address is, if one of the hosts has it}
   *
   * @param unchecked takes what could not be looked at
   */
  Optional<String> find(IpAddress address, List<String> unchecked) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Named one : all) {
      Optional<IpAddress> literal = IpAddress.of(one.host());
      if (literal.isPresent() && literal.get().equals(address)) {
        return Optional.of(one.what());
      }
      if (literal.isEmpty() && one.host().matches("[A-Za-z0-9_.-]{1,253}")) {
        names.putIfAbsent(one.host(), one.what());
      }
    }
    if (names.size() > NAMES) {
      unchecked.add((names.size() - NAMES) + " of " + names.size() + " names of hosts");
    }
    return lookedUp(names, address, unchecked);
  }

  private static Optional<String> lookedUp(
      Map<String, String> names, IpAddress address, List<String> unchecked) {
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, List<IpAddress>> one :
        Names.lookUp(names.keySet().stream().limit(NAMES).toList(), LIMIT).entrySet()) {
      if (one.getValue().contains(address)) {
        return Optional.of(names.getOrDefault(one.getKey(), "") + " (" + one.getKey() + ")");
      }
      if (one.getValue().isEmpty()) {
        unknown.add(one.getKey());
      }
    }
    if (!unknown.isEmpty()) {
      unchecked.add(
          unknown.size() + " names that have no address now, such as " + unknown.getFirst());
    }
    return Optional.empty();
  }
}
