package dev.opensipsmcp.sip.message;

import java.net.InetAddress;

/** Tells addresses that the internet does not route from those that it does. */
public final class PrivateAddresses {
  private PrivateAddresses() {}

  /**
   * {@return whether it is private (RFC 1918, RFC 4193), shared (RFC 6598), link-local or loopback;
   * a name is none of these}
   *
   * @param host an address, IPv6 without brackets, or a name; nothing is looked up
   */
  public static boolean contain(String host) {
    try {
      InetAddress address = InetAddress.ofLiteral(host);
      byte[] bytes = address.getAddress();
      boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
      boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
      return shared
          || unique
          || address.isSiteLocalAddress()
          || address.isLinkLocalAddress()
          || address.isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
