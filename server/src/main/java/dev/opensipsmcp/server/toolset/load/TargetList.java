package dev.opensipsmcp.server.toolset.load;

import dev.opensipsmcp.sip.ban.IpNetwork;
import dev.opensipsmcp.sip.load.LoadTarget;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * What may be loaded with calls: only what the settings name. A public address must be named more
 * narrowly, by itself, by its name or by a network of a site; a wide network admits its private
 * ones only.
 *
 * @param targets names, addresses and networks
 */
record TargetList(List<String> targets) {
  private static final int USUAL_PORT = 5060;
  private static final int SITE_OF_FOUR = 24;
  private static final int SITE_OF_SIX = 48;

  /** What a target comes to. */
  sealed interface Judged {
    /** It may be loaded, at the address that was looked up now. */
    record Allowed(LoadTarget target) implements Judged {}

    /** It may not. */
    record Refused(String reason) implements Judged {}
  }

  /**
   * Judges a target. A name is looked up once, so that the address that was judged is the one that
   * is loaded.
   *
   * @param text {@code host}, {@code host:port} or {@code [IPv6]:port}
   */
  Judged judge(String text) {
    int colon = text.lastIndexOf(':');
    boolean bracketed = text.startsWith("[");
    boolean alone = bracketed ? text.endsWith("]") : colon < 0 || text.indexOf(':') != colon;
    String host = (alone ? text : text.substring(0, colon)).replaceAll("^\\[|\\]$", "");
    String digits = alone ? "" + USUAL_PORT : text.substring(colon + 1);
    int port = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > 65_535 || !host.matches("[A-Za-z0-9_.-]{1,253}|[0-9A-Fa-f:.]{2,45}")) {
      return new Judged.Refused("That is no host:port.");
    }
    boolean named = targets.stream().anyMatch(host::equalsIgnoreCase);
    try {
      // The old short forms of IPv4, such as 127.1, are no names.
      if (host.matches("[0-9.]+") && IpNetwork.address(host).isEmpty()) {
        return new Judged.Refused("That is no address.");
      }
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (isOneHost(address) && (named || isListed(address))) {
          return new Judged.Allowed(new LoadTarget(address, port));
        }
      }
    } catch (UnknownHostException _) {
      return new Judged.Refused(host + " has no address.");
    }
    return new Judged.Refused(host + " is not among the targets that may be loaded.");
  }

  private static boolean isOneHost(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean broadcast = bytes.length == 4 && (bytes[0] & 0xff) == 0xff;
    return !address.isMulticastAddress() && !address.isAnyLocalAddress() && !broadcast;
  }

  private boolean isListed(InetAddress address) {
    boolean own = isPrivate(address);
    return targets.stream()
        .map(IpNetwork::parse)
        .flatMap(Optional::stream)
        .anyMatch(network -> network.contains(address) && (own || isSite(network)));
  }

  private static boolean isSite(IpNetwork network) {
    return network.bits()
        >= (network.address() instanceof Inet6Address ? SITE_OF_SIX : SITE_OF_FOUR);
  }

  private static boolean isPrivate(InetAddress address) {
    boolean unique = address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    boolean old = address instanceof Inet6Address && address.isSiteLocalAddress();
    return address.isLoopbackAddress() || unique || (address.isSiteLocalAddress() && !old);
  }
}
