package dev.opensipsmcp.server.text;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/** IP addresses between their text and their bytes; no name is ever looked up. */
public final class IpAddress {
  private IpAddress() {}

  /** {@return the bytes, 4 or 16, of an address that is written out; empty for anything else} */
  public static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text).getAddress());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /**
   * {@return the address as text, IPv6 in capitals and without an ellipsis}
   *
   * @param bytes 4 or 16
   * @throws IllegalArgumentException when there are as many as no address has
   */
  public static String text(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes).getHostAddress().toUpperCase(Locale.ROOT);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("An address has 4 or 16 bytes, not " + bytes.length, e);
    }
  }
}
