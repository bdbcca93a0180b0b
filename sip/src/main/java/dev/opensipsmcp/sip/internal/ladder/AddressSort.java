package dev.opensipsmcp.sip.internal.ladder;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** Tells addresses that are reachable from everywhere from those of a private network. */
enum AddressSort {
  PUBLIC,
  /** RFC 1918, shared by carriers (RFC 6598), link-local, loopback, unique local (RFC 4193). */
  PRIVATE,
  /** All zeros, which held calls have in SDP. */
  NONE,
  /** Not an address but a name. */
  NAME;

  static AddressSort of(String text) {
    Optional<InetAddress> read = read(text);
    if (read.isEmpty()) {
      return NAME;
    }
    InetAddress address = read.get();
    if (address.isAnyLocalAddress()) {
      return NONE;
    }
    byte[] bytes = address.getAddress();
    boolean inside =
        address.isSiteLocalAddress()
            || address.isLinkLocalAddress()
            || address.isLoopbackAddress()
            || (address instanceof Inet4Address
                ? bytes[0] == 100 && (bytes[1] & 0xc0) == 64
                : (bytes[0] & 0xfe) == 0xfc);
    return inside ? PRIVATE : PUBLIC;
  }

  /** {@return whether both mean one address; names differ from every address} */
  static boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    Optional<InetAddress> address = read(one);
    return address.isPresent() && address.equals(read(other));
  }

  private static Optional<InetAddress> read(String text) {
    boolean numeric = !text.isEmpty() && text.length() <= 45;
    boolean colon = false;
    for (int at = 0; numeric && at < text.length(); at++) {
      char c = text.charAt(at);
      colon |= c == ':';
      numeric = Character.digit(c, 16) >= 0 || c == ':' || c == '.';
    }
    if (!numeric || (!colon && !Character.isDigit(text.charAt(text.length() - 1)))) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
