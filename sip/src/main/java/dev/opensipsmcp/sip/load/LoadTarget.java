package dev.opensipsmcp.sip.load;

import dev.opensipsmcp.sip.net.IpAddress;

/**
 * Where a load goes.
 *
 * @param address the address, looked up already
 * @param port 1 to 65535
 */
public record LoadTarget(IpAddress address, int port) {
  /** {@return address and port as SIPp and people write them, IPv6 in brackets} */
  public String text() {
    String host = address.toString();
    return (address.bytes().length == 16 ? '[' + host + ']' : host) + ':' + port;
  }
}
