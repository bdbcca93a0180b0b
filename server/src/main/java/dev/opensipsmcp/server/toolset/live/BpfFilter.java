package dev.opensipsmcp.server.toolset.live;

import dev.opensipsmcp.sip.trace.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part of pcap's filter language that a caller may use: hosts, networks, ports and protocols,
 * joined by and, or, not. All else is refused, names of hosts too, which the program would look up.
 */
final class BpfFilter {
  private static final int MOST_WORDS = 60;
  private static final Set<String> WORDS =
      Set.of(
          "and",
          "or",
          "not",
          "src",
          "dst",
          "host",
          "net",
          "port",
          "portrange",
          "udp",
          "tcp",
          "ip",
          "ip6",
          "sctp");

  private BpfFilter() {}

  /** {@return the filter as the program takes it, or nothing when it has more in it} */
  static Optional<String> of(String text) {
    String spaced = text.replace("(", " ( ").replace(")", " ) ").strip();
    List<String> words = new ArrayList<>();
    for (String word : spaced.split("[ \t]+", -1)) {
      if (!isBracket(word) && !WORDS.contains(word) && !isNumber(word) && !isAddress(word)) {
        return Optional.empty();
      }
      words.add(word);
    }
    return words.size() > MOST_WORDS ? Optional.empty() : Optional.of(String.join(" ", words));
  }

  private static boolean isBracket(String word) {
    return word.equals("(") || word.equals(")");
  }

  private static boolean isNumber(String word) {
    return word.matches("[0-9]{1,5}(-[0-9]{1,5})?");
  }

  private static boolean isAddress(String word) {
    String address = word.replaceFirst("/[0-9]{1,3}$", "");
    try {
      return address.matches("[0-9a-fA-F.:]{2,45}") && Addresses.bytes(address).length > 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
