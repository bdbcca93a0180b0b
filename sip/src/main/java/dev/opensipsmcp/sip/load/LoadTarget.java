package dev.opensipsmcp.sip.load;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Where a load goes.
 *
 * @param address the address, looked up already
 * @param port 1 to 65535
 */
public record LoadTarget(InetAddress address, int port) {
  /** {@return address and port as SIPp and people write them, IPv6 in brackets} */
  public String text() {
    String host = address.getHostAddress();
    return (address instanceof Inet6Address ? '[' + host + ']' : host) + ':' + port;
  }
}
