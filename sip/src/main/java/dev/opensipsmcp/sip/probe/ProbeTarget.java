package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.net.IpAddress;

/**
 * Where a probe goes. The address is fixed: no name is looked up again on the way.
 *
 * @param transport what it goes over
 * @param address the address
 * @param port 1 to 65535
 * @param name the name that TLS and WebSocket ask for; the address where there is none
 * @param path the path of a WebSocket, from its slash on; not used otherwise
 */
public record ProbeTarget(
    ProbeTransport transport, IpAddress address, int port, String name, String path) {
  public ProbeTarget {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("There is no port " + port);
    }
    if (!path.startsWith("/") || !plain(path) || !plain(name)) {
      throw new IllegalArgumentException("Neither name nor path may hold blanks");
    }
  }

  /** A target without a name, and a WebSocket at the root. */
  public ProbeTarget(ProbeTransport transport, IpAddress address, int port) {
    this(transport, address, port, address.toString(), "/");
  }

  private static boolean plain(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  /** {@return the address as text, IPv6 without brackets} */
  public String host() {
    return address.toString();
  }

  /** {@return whether it is this host, seen from itself} */
  public boolean loopback() {
    return address.isLoopback();
  }

  /** {@return a place as SIP writes it: IPv6 in brackets, and the port} */
  public static String place(IpAddress address, int port) {
    String host = address.toString();
    int zone = host.indexOf('%');
    String plain = zone < 0 ? host : host.substring(0, zone);
    return (plain.indexOf(':') < 0 ? plain : '[' + plain + ']') + ':' + port;
  }

  @Override
  public String toString() {
    return transport.word() + ':' + place(address, port);
  }
}
