package dev.opensipsmcp.lab.internal.command;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * A network of addresses.
 *
 * @param address its first address
 * @param mask its mask
 */
record Network(InetAddress address, InetAddress mask) {

  /** {@return the network that {@code 192.0.2.0/24}, a mask or a lone address writes} */
  static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    return address(host)
        .flatMap(address -> {
          int bits = address.getAddress().length * 8;
          return slash < 0
              ? mask(bits, bits).map(mask -> of(address, mask))
              : mask(text.substring(slash + 1), bits).map(mask -> of(address, mask));
        });
  }

  /** {@return the address that a text writes; names are not looked up} */
  static Optional<InetAddress> address(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<InetAddress> mask(String text, int bits) {
    return text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()
        ? mask(Integer.parseInt(text), bits)
        : address(text);
  }

  private static Optional<InetAddress> mask(int length, int bits) {
    if (length > bits) {
      return Optional.empty();
    }
    byte[] mask = new byte[bits / 8];
    for (int bit = 0; bit < length; bit++) {
      mask[bit / 8] |= (byte) (0x80 >>> (bit % 8));
    }
    return Optional.of(raw(mask));
  }

  private static Network of(InetAddress address, InetAddress mask) {
    return new Network(raw(masked(address, mask)), mask);
  }

  private static byte[] masked(InetAddress address, InetAddress mask) {
    byte[] bytes = address.getAddress();
    byte[] bits = mask.getAddress();
    for (int i = 0; i < Math.min(bytes.length, bits.length); i++) {
      bytes[i] &= bits[i];
    }
    return bytes;
  }

  private static InetAddress raw(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean contains(InetAddress other) {
    return other.getAddress().length == mask.getAddress().length
        && Arrays.equals(masked(other, mask), address.getAddress());
  }

  /** {@return how many bits of its mask are set} */
  int length() {
    int bits = 0;
    for (byte part : mask.getAddress()) {
      bits += Integer.bitCount(part & 0xff);
    }
    return bits;
  }
}
