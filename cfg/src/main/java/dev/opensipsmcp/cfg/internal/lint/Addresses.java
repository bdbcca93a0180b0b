package dev.opensipsmcp.cfg.internal.lint;

import dev.opensipsmcp.cfg.internal.text.IpAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares addresses of IP, which have many spellings. */
final class Addresses {
  private static final Pattern FOUR = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}");
  private static final Pattern SIX = Pattern.compile("[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,8}");

  private Addresses() {}

  /**
   * {@return an address in the one spelling that all its spellings share; empty for what is none,
   * such as a name or an interface}
   *
   * @param host without brackets, in small letters
   */
  static Optional<String> plain(String host) {
    if (FOUR.matcher(host).matches()) {
      return Optional.of(host);
    }
    if (!SIX.matcher(host).matches()) {
      return Optional.empty();
    }
    return IpAddress.bytes(host).map(HexFormat.of()::formatHex);
  }
}
