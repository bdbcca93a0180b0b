package dev.opensipsmcp.cfg.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of IP as they are written, read without a name server. */
public final class IpAddress {
  private static final Pattern V4 = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){3}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final int GROUPS = 8;
  private static final Integer NONE = -1;

  private IpAddress() {}

  /** {@return whether a text has the form of an IPv4 address, be its numbers too large} */
  public static boolean looksLikeFour(String text) {
    return V4.matcher(text).matches();
  }

  /**
   * {@return the bytes of an address, 4 or 16; empty for what is none}
   *
   * @param text the address, without brackets
   */
  public static Optional<byte[]> bytes(String text) {
    if (text.indexOf(':') < 0) {
      return looksLikeFour(text) ? octets(text) : Optional.empty();
    }
    int gap = text.indexOf("::");
    List<Integer> before = groups(gap < 0 ? text : text.substring(0, gap));
    List<Integer> after = groups(gap < 0 ? "" : text.substring(gap + 2));
    int known = before.size() + after.size();
    boolean whole = gap < 0 ? known == GROUPS : known < GROUPS;
    if (!whole || before.contains(NONE) || after.contains(NONE)) {
      return Optional.empty();
    }
    byte[] address = new byte[2 * GROUPS];
    for (int i = 0; i < before.size(); i++) {
      put(address, i, before.get(i));
    }
    for (int i = 0; i < after.size(); i++) {
      put(address, GROUPS - after.size() + i, after.get(i));
    }
    return Optional.of(address);
  }

  private static void put(byte[] address, int group, int value) {
    address[2 * group] = (byte) (value >> 8);
    address[2 * group + 1] = (byte) value;
  }

  /**
   * {@return the groups of one side of an IPv6 address (RFC 4291 section 2.2); {@link #NONE} for
   * what is no group}
   */
  private static List<Integer> groups(String side) {
    List<Integer> groups = new ArrayList<>();
    if (side.isEmpty()) {
      return groups;
    }
    String[] parts = side.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (GROUP.matcher(parts[i]).matches()) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else if (i == parts.length - 1 && looksLikeFour(parts[i])) {
        Optional<byte[]> last = octets(parts[i]);
        groups.add(last.map(it -> pair(it, 0)).orElse(NONE));
        groups.add(last.map(it -> pair(it, 2)).orElse(NONE));
      } else {
        groups.add(NONE);
      }
    }
    return groups;
  }

  private static int pair(byte[] octets, int from) {
    return ((octets[from] & 0xff) << 8) | (octets[from + 1] & 0xff);
  }

  private static Optional<byte[]> octets(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] octets = new byte[4];
    for (int i = 0; i < 4; i++) {
      int octet = Integer.parseInt(parts[i]);
      if (octet > 255) {
        return Optional.empty();
      }
      octets[i] = (byte) octet;
    }
    return Optional.of(octets);
  }
}
