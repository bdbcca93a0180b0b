package dev.opensipsmcp.sip.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a host, of which nothing is looked up.
 *
 * @param inet the same, for sockets
 */
public record IpAddress(InetAddress inet) {
  private static final Pattern FOUR =
      Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");
  private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]{2,45}");
  private static final int RESERVED = 240;

  /**
   * {@return the address that a text spells, if it spells one} Names, zones and the old short forms
   * of IPv4 spell none.
   *
   * @param text four decimal parts, or IPv6 without brackets
   */
  public static Optional<IpAddress> of(String text) {
    boolean six = text.indexOf(':') >= 0 && SIX.matcher(text).matches();
    if (!six && !FOUR.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new IpAddress(InetAddress.ofLiteral(text)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** {@return its bytes: 4 of IPv4, 16 of IPv6} */
  public byte[] bytes() {
    return inet.getAddress();
  }

  /** {@return whether it is the host's own, which no other host reaches} */
  public boolean isLoopback() {
    return inet.isLoopbackAddress();
  }

  /** {@return whether it is no single host's: unspecified, multicast, broadcast or reserved} */
  public boolean isNoHost() {
    byte[] bytes = bytes();
    return inet.isAnyLocalAddress()
        || inet.isMulticastAddress()
        || (bytes.length == 4 && (bytes[0] & 0xff) >= RESERVED);
  }

  /** {@return whether it is of private use (RFC 1918, RFC 4193)} */
  public boolean isPrivate() {
    return inet instanceof Inet6Address ? (bytes()[0] & 0xfe) == 0xfc : inet.isSiteLocalAddress();
  }

  /** {@return whether an interface of this host has it; empty where the system does not tell} */
  public Optional<Boolean> isOfThisHost() {
    try {
      return Optional.of(NetworkInterface.getByInetAddress(inet) != null);
    } catch (SocketException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return inet.getHostAddress();
  }
}
