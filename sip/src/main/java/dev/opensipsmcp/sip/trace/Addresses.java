package dev.opensipsmcp.sip.trace;

import java.net.InetAddress;

/** Addresses between their bytes and their shortest text (RFC 5952), without a name server. */
public final class Addresses {
  private static final int GROUPS = 8;

  private Addresses() {}

  /**
   * {@return the text of an address}
   *
   * @param address 4 bytes of IPv4 or 16 of IPv6
   * @throws IllegalArgumentException when it has another length
   */
  public static String text(byte[] address) {
    return switch (address.length) {
      case 4 ->
          (address[0] & 0xff)
              + "."
              + (address[1] & 0xff)
              + '.'
              + (address[2] & 0xff)
              + '.'
              + (address[3] & 0xff);
      case 16 -> sixteen(address);
      default -> throw new IllegalArgumentException("An address has 4 or 16 bytes.");
    };
  }

  private static String sixteen(byte[] address) {
    int[] groups = new int[GROUPS];
    for (int at = 0; at < GROUPS; at++) {
      groups[at] = ((address[2 * at] & 0xff) << 8) | (address[2 * at + 1] & 0xff);
    }
    int longest = 0;
    int from = -1;
    for (int at = 0; at < GROUPS; at++) {
      int zeros = 0;
      while (at + zeros < GROUPS && groups[at + zeros] == 0) {
        zeros++;
      }
      // A single zero group is written out; of equal runs the first is cut (section 4.2).
      if (zeros > 1 && zeros > longest) {
        longest = zeros;
        from = at;
      }
      at += zeros;
    }
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < GROUPS; at++) {
      if (at == from) {
        text.append("::");
        at += longest - 1;
      } else {
        if (at > 0 && at != from + longest) {
          text.append(':');
        }
        text.append(Integer.toHexString(groups[at]));
      }
    }
    return text.toString();
  }

  /**
   * {@return the bytes of an address}
   *
   * @param text an address, no name; IPv6 without brackets
   * @throws IllegalArgumentException when it is none
   */
  public static byte[] bytes(String text) {
    return InetAddress.ofLiteral(text).getAddress();
  }
}
