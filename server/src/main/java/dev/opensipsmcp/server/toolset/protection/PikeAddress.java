package dev.opensipsmcp.server.toolset.protection;

import java.util.ArrayList;
import java.util.List;

/** How the node writes an address in its list of blocked ones. */
final class PikeAddress {
  private static final int GROUPS = 8;
  private static final int BYTE = 0xff;

  private PikeAddress() {}

  /**
   * {@return the address as the node lists it} IPv6 is listed byte by byte in hexadecimal without
   * leading zeros, two bytes between colons (source of 3.4 to 4.0), so the text can't be read back
   * for sure, only be made again. What is no plain IPv6 address is left as it is.
   */
  static String listed(String ip) {
    if (ip.indexOf(':') < 0) {
      return ip;
    }
    int gap = ip.indexOf("::");
    List<String> groups = groups(gap < 0 ? ip : ip.substring(0, gap));
    List<String> tail = gap < 0 ? List.of() : groups(ip.substring(gap + 2));
    List<String> all = new ArrayList<>(groups);
    while (gap >= 0 && all.size() + tail.size() < GROUPS) {
      all.add("0");
    }
    all.addAll(tail);
    boolean plain = all.stream().allMatch(group -> group.matches("[0-9a-fA-F]{1,4}"));
    return plain && all.size() == GROUPS
        ? String.join(":", all.stream().map(PikeAddress::written).toList())
        : ip;
  }

  private static List<String> groups(String part) {
    return part.isEmpty() ? List.of() : List.of(part.split(":", -1));
  }

  private static String written(String group) {
    int value = Integer.parseInt(group, 16);
    return Integer.toHexString(value >> Byte.SIZE) + Integer.toHexString(value & BYTE);
  }
}
