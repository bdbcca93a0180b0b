package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.text.IpAddress;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;

/** How a node prints a row of table address, whose subnets it keeps as address and mask. */
final class PrintedAddress {
  private PrintedAddress() {}

  /** {@return the subnet's first address, IPv6 in capitals and without an ellipsis} */
  static String ip(Map<String, String> row) {
    String stored = row.getOrDefault("ip", "");
    return IpAddress.bytes(stored)
        .map(ip -> {
          BigInteger bits = new BigInteger(1, ip);
          return text(bits.and(mask(ip, row)), ip.length);
        })
        .orElse(stored);
  }

  /** {@return the mask, written as an address} */
  static String mask(Map<String, String> row) {
    return IpAddress.bytes(row.getOrDefault("ip", ""))
        .map(ip -> text(mask(ip, row), ip.length))
        .orElse(row.getOrDefault("mask", ""));
  }

  /** {@return the transport; none is any} */
  static String proto(Map<String, String> row) {
    String stored = row.getOrDefault("proto", "").toLowerCase(Locale.ROOT);
    return stored.isEmpty() ? "any" : stored;
  }

  private static BigInteger mask(byte[] ip, Map<String, String> row) {
    int all = ip.length * Byte.SIZE;
    int length = Math.clamp(Integer.parseInt(row.getOrDefault("mask", "32")), 0, all);
    return BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE).shiftLeft(all - length);
  }

  private static String text(BigInteger bits, int length) {
    byte[] given = bits.toByteArray();
    byte[] bytes = new byte[length];
    for (int at = 0; at < Math.min(given.length, length); at++) {
      bytes[length - 1 - at] = given[given.length - 1 - at];
    }
    return IpAddress.text(bytes);
  }
}
