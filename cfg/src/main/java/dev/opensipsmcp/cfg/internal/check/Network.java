package dev.opensipsmcp.cfg.internal.check;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses and networks as the grammar reads them. */
final class Network {
  private static final Pattern V4 = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){3}");

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
    try {
      byte[] address = InetAddress.ofLiteral(text).getAddress();
      // Java takes an IPv4 address that is written as one of IPv6 for what it means
      return address.length == 16 ? Optional.of(address) : Optional.of(new byte[16]);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
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
