package dev.opensipsmcp.cfg.internal.check;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses and networks as the grammar reads them. */
final class Network {
  private static final Pattern V4 = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){3}");

  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final int GROUPS = 8;
  private static final Integer NONE = -1;

  private Network() {}

  /** {@return whether a text looks like an IPv4 address and is none} */
  static boolean brokenAddress(String text) {
    return V4.matcher(text).matches() && address(text).isEmpty();
  }

  /**
   * {@return the family and the bits that a network covers, which tell it from others as OpenSIPS
   * does, or nothing if it is none}
   *
   * @param text the address, without brackets
   * @param mask the length of the mask or the mask itself; empty for a single address
   */
  static Optional<String> key(String text, String mask) {
    Optional<byte[]> address = address(text);
    return address
        .flatMap(
            it -> mask.isEmpty() ? Optional.of(ones(it.length, it.length * 8)) : mask(it, mask))
        .map(bits -> {
          byte[] covered = address.orElseThrow().clone();
          for (int i = 0; i < covered.length; i++) {
            covered[i] &= bits[i];
          }
          return HexFormat.of().formatHex(covered);
        });
  }

  private static Optional<byte[]> mask(byte[] address, String mask) {
    if (mask.chars().allMatch(it -> it >= '0' && it <= '9')) {
      return Values.whole(mask)
          .filter(it -> it <= address.length * 8L)
          .map(it -> ones(address.length, it.intValue()));
    }
    return address(mask).filter(it -> it.length == address.length);
  }

  private static byte[] ones(int length, int bits) {
    byte[] ones = new byte[length];
    for (int i = 0; i < bits; i++) {
      ones[i / 8] |= (byte) (0x80 >> i % 8);
    }
    return ones;
  }

  private static Optional<byte[]> address(String text) {
    if (text.indexOf(':') < 0) {
      return V4.matcher(text).matches() ? octets(text) : Optional.empty();
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
      } else if (i == parts.length - 1 && V4.matcher(parts[i]).matches()) {
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
