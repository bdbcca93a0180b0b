package dev.opensipsmcp.server.toolset.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network, to be compared with how a node prints it: as an address and a mask.
 *
 * @param groups the address in groups of 8 bits (IPv4) or 16 bits (IPv6), those behind the prefix 0
 * @param prefix the network's bits
 */
record Cidr(List<Integer> groups, int prefix) {
  private static final int V4 = 4;
  private static final int V6 = 8;

  /** {@return the network that {@code 192.0.2.0/24} or a lone address writes} */
  static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    Optional<List<Integer>> groups = groups(slash < 0 ? text : text.substring(0, slash));
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    int bits = groups.get().size() == V4 ? 32 : 128;
    int prefix = slash < 0 ? bits : number(text.substring(slash + 1), 10, bits);
    return prefix < 0 ? Optional.empty() : Optional.of(of(groups.get(), prefix));
  }

  /** {@return the network that a node prints as an address and a mask} */
  static Optional<Cidr> of(String address, String mask) {
    Optional<List<Integer>> groups = groups(address);
    Optional<List<Integer>> bits = groups(mask);
    return groups.isPresent() && bits.isPresent()
        ? Optional.of(of(groups.get(), bits.get().stream().mapToInt(Integer::bitCount).sum()))
        : Optional.empty();
  }

  private static Cidr of(List<Integer> groups, int prefix) {
    int width = groups.size() == V4 ? 8 : 16;
    List<Integer> masked = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      int kept = Math.clamp(prefix - (long) i * width, 0, width);
      masked.add(groups.get(i) >> (width - kept) << (width - kept));
    }
    return new Cidr(List.copyOf(masked), prefix);
  }

  private static Optional<List<Integer>> groups(String address) {
    return address.indexOf(':') < 0
        ? numbers(address, "\\.", 10, 255).filter(all -> all.size() == V4)
        : v6(address);
  }

  private static Optional<List<Integer>> v6(String address) {
    int gap = address.indexOf("::");
    if (gap < 0) {
      return numbers(address, ":", 16, 0xffff).filter(all -> all.size() == V6);
    }
    Optional<List<Integer>> head = numbers(address.substring(0, gap), ":", 16, 0xffff);
    Optional<List<Integer>> tail = numbers(address.substring(gap + 2), ":", 16, 0xffff);
    if (head.isEmpty() || tail.isEmpty() || head.get().size() + tail.get().size() >= V6) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(head.get());
    while (all.size() + tail.get().size() < V6) {
      all.add(0);
    }
    all.addAll(tail.get());
    return Optional.of(all);
  }

  private static Optional<List<Integer>> numbers(String text, String at, int radix, int most) {
    List<Integer> numbers = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(numbers);
    }
    for (String part : text.split(at, -1)) {
      int number = number(part, radix, most);
      if (number < 0) {
        return Optional.empty();
      }
      numbers.add(number);
    }
    return Optional.of(numbers);
  }

  private static int number(String text, int radix, int most) {
    try {
      int number = Integer.parseInt(text, radix);
      return number <= most ? number : -1;
    } catch (NumberFormatException _) {
      return -1;
    }
  }
}
