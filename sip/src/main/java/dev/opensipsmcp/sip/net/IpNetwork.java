package dev.opensipsmcp.sip.net;

import java.util.Optional;

/**
 * A network of addresses, or a single one.
 *
 * @param address any address of it
 * @param bits how many leading bits its addresses share
 */
public record IpNetwork(IpAddress address, int bits) {
  public IpNetwork {
    if (bits < 0 || bits > address.bytes().length * Byte.SIZE) {
      throw new IllegalArgumentException("No network of " + bits + " bits");
    }
  }

  /**
   * {@return the network that a text spells, if it spells one}
   *
   * @param text an address, alone or with {@code /} and the bits that its network shares
   */
  public static Optional<IpNetwork> parse(String text) {
    int slash = text.indexOf('/');
    Optional<IpAddress> address = IpAddress.of(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int whole = address.get().bytes().length * Byte.SIZE;
    if (slash < 0) {
      return Optional.of(new IpNetwork(address.get(), whole));
    }
    String bits = text.substring(slash + 1);
    return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= whole
        ? Optional.of(new IpNetwork(address.get(), Integer.parseInt(bits)))
        : Optional.empty();
  }

  /** {@return whether the address is in it; one of the other family never is} */
  public boolean contains(IpAddress other) {
    byte[] own = address.bytes();
    byte[] its = other.bytes();
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
    return address.toString() + '/' + bits;
  }
}
