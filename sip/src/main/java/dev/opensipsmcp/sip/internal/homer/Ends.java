package dev.opensipsmcp.sip.internal.homer;

import dev.opensipsmcp.sip.trace.Addresses;
import dev.opensipsmcp.sip.trace.Endpoint;
import java.net.InetAddress;

/** Reads addresses that a server tells. */
final class Ends {
  private Ends() {}

  /** {@return an end; what is no address stays as it is} */
  static Endpoint endpoint(String address, int port) {
    return new Endpoint(shortest(address), port < 0 || port > 65_535 ? 0 : port);
  }

  /** {@return the shortest form (RFC 5952); what is no address stays as it is} */
  static String shortest(String address) {
    try {
      return Addresses.text(InetAddress.ofLiteral(address).getAddress());
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
