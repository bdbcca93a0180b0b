package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.internal.text.IpAddress;
import java.util.HexFormat;
import java.util.Optional;

/** Addresses and networks as the grammar reads them. */
final class Network {
  private Network() {}

  /** {@return whether a text looks like an IPv4 address and is none} */
  static boolean brokenAddress(String text) {
    return IpAddress.looksLikeFour(text) && IpAddress.bytes(text).isEmpty();
  }

  /**
   * {@return the family and the bits that a network covers, which tell it from others as OpenSIPS
   * does, or nothing if it is none}
   *
   * @param text the address, without brackets
   * @param mask the length of the mask or the mask itself; empty for a single address
   */
  static Optional<String> key(String text, String mask) {
    Optional<byte[]> address = IpAddress.bytes(text);
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
    return IpAddress.bytes(mask).filter(it -> it.length == address.length);
  }

  private static byte[] ones(int length, int bits) {
    byte[] ones = new byte[length];
    for (int i = 0; i < bits; i++) {
      ones[i / 8] |= (byte) (0x80 >> i % 8);
    }
    return ones;
  }
}
