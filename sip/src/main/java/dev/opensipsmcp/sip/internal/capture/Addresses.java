package dev.opensipsmcp.sip.internal.capture;

import java.net.InetAddress;
import java.util.Locale;

/** Addresses between their bytes and their shortest text (RFC 5952). */
public final class Addresses {
  private static final int V4 = 4;
  private static final int GROUPS = 8;

  private Addresses() {}

  /**
   * {@return an address as text}
   *
   * @param bytes where it stands
   * @param at where it begins
   * @param length 4 or 16; anything else has the empty text
   */
  public static String text(byte[] bytes, int at, int length) {
    if (length == V4) {
      return v4(bytes, at);
    }
    return length == 2 * GROUPS ? v6(bytes, at) : "";
  }

  private static String v4(byte[] bytes, int at) {
    return (bytes[at] & 255)
        + "."
        + (bytes[at + 1] & 255)
        + "."
        + (bytes[at + 2] & 255)
        + "."
        + (bytes[at + 3] & 255);
  }

  private static int group(byte[] bytes, int at, int index) {
    return Big.u16(bytes, at + 2 * index);
  }

  private static String v6(byte[] bytes, int at) {
    int longest = 1;
    int gap = -1;
    int run = 0;
    for (int i = 0; i < GROUPS; i++) {
      run = group(bytes, at, i) == 0 ? run + 1 : 0;
      if (run > longest) {
        longest = run;
        gap = i - run + 1;
      }
    }
    if (gap == 0 && longest == 5 && group(bytes, at, 5) == 0xffff) {
      return "::ffff:" + v4(bytes, at + 12);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == gap) {
        text.append("::");
        i += longest - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(group(bytes, at, i)));
    }
    return text.toString();
  }

  /** {@return the bytes of an address as text, brackets allowed; none when it is no address} */
  public static byte[] bytes(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    try {
      byte[] bytes = InetAddress.ofLiteral(bare.toLowerCase(Locale.ROOT)).getAddress();
      boolean mapped = bytes.length == V4 && bare.indexOf(':') >= 0;
      return mapped ? mapped(bytes) : bytes;
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  /** {@return an IPv4 address in IPv6's clothes, for packets whose ends are of both kinds} */
  public static byte[] mapped(byte[] v4) {
    byte[] bytes = new byte[2 * GROUPS];
    bytes[10] = -1;
    bytes[11] = -1;
    System.arraycopy(v4, 0, bytes, 12, V4);
    return bytes;
  }
}
