package dev.opensipsmcp.sip.ban;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network of addresses, or a single one.
 *
 * @param address any address of it
 * @param bits how many leading bits its addresses share
 */
public record IpNetwork(InetAddress address, int bits) {
  private static final Pattern FOUR =
      Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");
  private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  public IpNetwork {
    if (bits < 0 || bits > address.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException("No network of " + bits + " bits");
    }
  }

  /**
   * {@return the address that a text spells, if it spells one} Names, zones and the old short forms
   * of IPv4 spell none; nothing is looked up.
   *
   * @param text four decimal parts, or IPv6 without brackets
   */
  public static Optional<InetAddress> address(String text) {
    boolean six = text.indexOf(':') >= 0 && SIX.matcher(text).matches();
    if (!six && !FOUR.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /**
   * {@return the network that a text spells, if it spells one}
   *
   * @param text an address, alone or with {@code /} and the bits that its network shares
   */
  public static Optional<IpNetwork> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int whole = address.get().getAddress().length * Byte.SIZE;
    if (slash < 0) {
      return Optional.of(new IpNetwork(address.get(), whole));
    }
    String bits = text.substring(slash + 1);
    return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= whole
        ? Optional.of(new IpNetwork(address.get(), Integer.parseInt(bits)))
        : Optional.empty();
  }

  /** {@return whether the address is in it; one of the other family never is} */
  public boolean contains(InetAddress other) {
    byte[] own = address.getAddress();
    byte[] its = other.getAddress();
    if (own.length != its.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((own[bit / Byte.SIZE] ^ its[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return address.getHostAddress() + '/' + bits;
  }
}
