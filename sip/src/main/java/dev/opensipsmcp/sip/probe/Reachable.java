package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.ban.IpNetwork;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Where probes may go: to loopback and private addresses (RFC 1918, RFC 4193), and to what the
 * settings allow. Link-local ones are not among them: cloud hosts answer secrets there.
 *
 * @param allow names, addresses and networks
 */
public record Reachable(List<String> allow) {
  public Reachable {
    allow = List.copyOf(allow);
  }

  /**
   * {@return the address to go to, if that is allowed} The name is looked up once, so that the
   * address that was checked is the one that is used.
   *
   * @param host a name, or an address without brackets
   * @throws UnknownHostException when the name has no address
   */
  public Optional<InetAddress> find(String host) throws UnknownHostException {
    boolean named = allow.stream().anyMatch(host::equalsIgnoreCase);
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (named || isPrivate(address) || isAllowed(address)) {
        return Optional.of(address);
      }
    }
    return Optional.empty();
  }

  private boolean isAllowed(InetAddress address) {
    return allow.stream()
        .map(IpNetwork::parse)
        .flatMap(Optional::stream)
        .anyMatch(network -> network.contains(address));
  }

  private static boolean isPrivate(InetAddress address) {
    boolean unique = address instanceof Inet6Address six && (six.getAddress()[0] & 0xfe) == 0xfc;
    boolean old = address instanceof Inet6Address && address.isSiteLocalAddress();
    return address.isLoopbackAddress() || unique || (address.isSiteLocalAddress() && !old);
  }
}
