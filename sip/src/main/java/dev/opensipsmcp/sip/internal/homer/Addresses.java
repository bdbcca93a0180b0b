package dev.opensipsmcp.sip.internal.homer;

import dev.opensipsmcp.sip.trace.Endpoint;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses in their shortest text form. */
final class Addresses {
  private Addresses() {}

  /** {@return an end; what is no address stays as it is} */
  static Endpoint endpoint(String address, int port) {
    return new Endpoint(shortest(address), port < 0 || port > 65_535 ? 0 : port);
  }

  /** {@return the shortest form (RFC 5952); what is no address stays as it is} */
  static String shortest(String address) {
    try {
      InetAddress read = InetAddress.ofLiteral(address);
      return read instanceof Inet6Address ? shortest(read.getAddress()) : read.getHostAddress();
    } catch (IllegalArgumentException _) {
      return address;
    }
  }

  private static String shortest(byte[] bytes) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
    }
    int best = 0;
    int length = 0;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && groups[i + run] == 0) {
        run++;
      }
      if (run > length) {
        best = i;
        length = run;
      }
      i += Math.max(0, run - 1);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (length > 1 && i == best) {
        text.append("::");
        i += length - 1;
      } else {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
