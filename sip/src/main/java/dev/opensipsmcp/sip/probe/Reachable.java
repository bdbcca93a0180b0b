package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.net.IpNetwork;
import dev.opensipsmcp.sip.net.Names;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where handshakes may go: to loopback and private addresses (RFC 1918, RFC 4193), and to what the
 * settings allow. Link-local ones are not among them: cloud hosts answer secrets there.
 *
 * @param allow names, addresses and networks
 */
public record Reachable(List<String> allow) {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  public Reachable {
    allow = List.copyOf(allow);
  }

  /** Whether a host may be gone to. */
  public sealed interface Way {
    /**
     * It may.
     *
     * @param address its address, which is the one that was checked: the name is not to be looked
     *     up again
     */
    record Open(IpAddress address) implements Way {}

    /** It may not: its addresses are neither private nor allowed. */
    record Closed() implements Way {}

    /** It has no address. */
    record Unknown() implements Way {}
  }

  /** {@return whether a host may be gone to, and where it is} */
  public Way find(String host) {
    List<IpAddress> addresses = Names.lookUp(List.of(host), LIMIT).getOrDefault(host, List.of());
    for (IpAddress address : addresses) {
      if (admits(address, List.of(host))) {
        return new Way.Open(address);
      }
    }
    return addresses.isEmpty() ? new Way.Unknown() : new Way.Closed();
  }

  /** {@return whether an address may be gone to, to which one of these names led} */
  public boolean admits(IpAddress address, List<String> names) {
    boolean named =
        names.stream().anyMatch(name -> allow.stream().anyMatch(name::equalsIgnoreCase));
    return named || address.isLoopback() || address.isPrivate() || isAllowed(address);
  }

  private boolean isAllowed(IpAddress address) {
    return allow.stream()
        .map(IpNetwork::parse)
        .flatMap(Optional::stream)
        .anyMatch(network -> network.contains(address));
  }
}
