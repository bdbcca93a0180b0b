package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of a blacklist.
 *
 * @param flags 1 when it means all but the network
 * @param network where it applies
 * @param proto a protocol, or any
 * @param port a port, or 0 for any
 * @param match a part of the request that must be there too; empty for any
 * @param until when it ends by itself, where it does
 */
record BlacklistRule(
    int flags, Network network, String proto, int port, String match, Optional<Instant> until) {
  private static final Set<String> PROTOCOLS = Set.of("udp", "tcp", "tls", "sctp", "ws", "wss");

  /**
   * {@return the rule that a text writes: [proto,]net[,port[,match]], a leading ! turns it round}
   * The word any is refused in place of a protocol (tried on 3.6.8 and 4.0.1).
   */
  static Optional<BlacklistRule> parse(String text, Optional<Instant> until) {
    String rest = text.stripLeading();
    int flags = rest.startsWith("!") ? 1 : 0;
    String[] tokens = rest.substring(flags).split(",", -1);
    int at = PROTOCOLS.contains(tokens[0]) ? 1 : 0;
    if (tokens.length <= at) {
      return Optional.empty();
    }
    String port = tokens.length > at + 1 ? tokens[at + 1] : "0";
    String match = tokens.length > at + 2 ? tokens[at + 2] : "";
    if (port.isEmpty() || port.length() > 5 || !port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    String proto = at == 1 ? tokens[0] : "any";
    int number = Integer.parseInt(port);
    return Network.parse(tokens[at])
        .map(network -> new BlacklistRule(flags, network, proto, number, match, until));
  }

  boolean same(BlacklistRule other) {
    return flags == other.flags
        && network.equals(other.network)
        && proto.equals(other.proto)
        && port == other.port
        && match.equals(other.match);
  }

  boolean hits(InetAddress address, String protocol, int number) {
    boolean inside =
        network.contains(address)
            && (proto.equals("any") || proto.equals(protocol))
            && (port == 0 || port == number);
    return flags == 1 ? !inside : inside;
  }

  JsonObject json(Instant now) {
    JsonObject json = new JsonObject();
    json.addProperty("flags", flags);
    json.addProperty("IP", network.address().getHostAddress());
    json.addProperty("Mask", network.mask().getHostAddress());
    json.addProperty("Proto", proto);
    json.addProperty("Port", port);
    if (!match.isEmpty()) {
      json.addProperty("Match", match);
    }
    until.ifPresent(end -> json.addProperty("Expire", end.getEpochSecond() - now.getEpochSecond()));
    return json;
  }
}
