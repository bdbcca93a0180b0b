package dev.opensipsmcp.server.toolset.abuse;

import dev.opensipsmcp.sip.ban.IpNetwork;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hosts by address or name. Names are looked up, all at once and for a few seconds: a name server
 * may be what is attacked.
 *
 * @param all the hosts
 */
record Hosts(List<Named> all) {
  private static final long SECONDS = 5;
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
  Optional<String> find(InetAddress address, List<String> unchecked) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Named one : all) {
      Optional<InetAddress> literal = IpNetwork.address(one.host());
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
      Map<String, String> names, InetAddress address, List<String> unchecked) {
    Map<String, CompletableFuture<List<InetAddress>>> asked = new LinkedHashMap<>();
    names.keySet().stream().limit(NAMES).forEach(name -> asked.put(name, ask(name)));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, CompletableFuture<List<InetAddress>>> one : asked.entrySet()) {
      try {
        long left = Math.max(0, end - System.nanoTime());
        if (one.getValue().get(left, TimeUnit.NANOSECONDS).contains(address)) {
          return Optional.of(names.getOrDefault(one.getKey(), "") + " (" + one.getKey() + ")");
        }
      } catch (ExecutionException | TimeoutException _) {
        unknown.add(one.getKey());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        unknown.add(one.getKey());
      }
    }
    if (!unknown.isEmpty()) {
      unchecked.add(
          unknown.size() + " names that have no address now, such as " + unknown.getFirst());
    }
    return Optional.empty();
  }

  private static CompletableFuture<List<InetAddress>> ask(String name) {
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            answer.complete(List.of(InetAddress.getAllByName(name)));
          } catch (UnknownHostException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }
}
