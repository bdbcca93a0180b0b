package dev.opensipsmcp.sip.internal.capture;

import java.util.Locale;

/** The link types that are read, by their numbers in pcap. */
final class LinkTypes {
  static final int NULL = 0;
  static final int ETHERNET = 1;
  static final int RAW_OLD = 12;
  static final int RAW_BSD = 14;
  static final int RAW = 101;
  static final int LOOP = 108;
  static final int COOKED = 113;
  static final int IPV4 = 228;
  static final int IPV6 = 229;
  static final int COOKED_2 = 276;

  private LinkTypes() {}

  static String name(int type) {
    return switch (type) {
      case NULL -> "loopback (NULL)";
      case ETHERNET -> "Ethernet";
      case RAW_OLD, RAW_BSD, RAW -> "raw IP";
      case LOOP -> "loopback (LOOP)";
      case COOKED -> "Linux cooked";
      case IPV4 -> "raw IPv4";
      case IPV6 -> "raw IPv6";
      case COOKED_2 -> "Linux cooked v2";
      default -> String.format(Locale.ROOT, "unreadable (%d)", type);
    };
  }
}
