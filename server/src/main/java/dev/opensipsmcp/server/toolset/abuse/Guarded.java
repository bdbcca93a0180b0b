package dev.opensipsmcp.server.toolset.abuse;

import dev.opensipsmcp.server.config.EvidenceEntry.HomerEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.SipHost;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.net.IpNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is never banned: this host, whoever belongs to the setup, and the node's partners.
 *
 * @param desk what is configured
 */
record Guarded(EvidenceDesk desk) {
  static final List<String> TABLES =
      List.of("address", "dispatcher", "dr_gateways", "load_balancer");

  /** What was found out about an address. */
  sealed interface Verdict {
    /**
     * It must not be banned.
     *
     * @param why what it is
     */
    record Taken(String why) implements Verdict {}

    /**
     * Nothing speaks against it.
     *
     * @param unchecked what could not be looked at
     */
    record Free(List<String> unchecked) implements Verdict {
      public Free {
        unchecked = List.copyOf(unchecked);
      }
    }
  }

  /** {@return whether an address may be banned} */
  Verdict judge(IpAddress address, ReadPorts ports) {
    List<String> unchecked = new ArrayList<>();
    Optional<String> why = nature(address, unchecked);
    if (why.isEmpty()) {
      why = never(address);
    }
    if (why.isEmpty()) {
      why = new Hosts(configured()).find(address, unchecked);
    }
    if (why.isEmpty()) {
      why = new Partners(ports).find(address, unchecked);
    }
    return why.<Verdict>map(Verdict.Taken::new).orElseGet(() -> new Verdict.Free(unchecked));
  }

  private static Optional<String> nature(IpAddress address, List<String> unchecked) {
    if (address.isLoopback()) {
      return Optional.of("a loopback address");
    }
    if (address.isNoHost()) {
      return Optional.of("no address of one host");
    }
    Optional<Boolean> own = address.isOfThisHost();
    if (own.isEmpty()) {
      unchecked.add("the addresses of this host");
    }
    return own.filter(is -> is).map(_ -> "an address of this host");
  }

  private Optional<String> never(IpAddress address) {
    for (String one : desk.settings().fail2ban().never()) {
      Optional<IpNetwork> network = IpNetwork.parse(one);
      if (network.isPresent() && network.get().contains(address)) {
        return Optional.of("in fail2ban.never (" + one + ")");
      }
    }
    return Optional.empty();
  }

  private List<Hosts.Named> configured() {
    List<Hosts.Named> hosts = new ArrayList<>();
    for (String node : desk.nodes()) {
      hosts.add(new Hosts.Named(SipHost.ofUrl(node), "the MI of a node"));
    }
    for (RelayEntry relay : desk.settings().relays()) {
      hosts.add(new Hosts.Named(SipHost.ofUrl(relay.url()), "the media relay " + relay.name()));
    }
    for (HomerEntry homer : desk.settings().homer().stream().toList()) {
      hosts.add(new Hosts.Named(SipHost.ofUrl(homer.url()), "the Homer server"));
    }
    for (String never : desk.settings().fail2ban().never()) {
      if (IpNetwork.parse(never).isEmpty()) {
        hosts.add(new Hosts.Named(never, "in fail2ban.never (" + never + ")"));
      }
    }
    return hosts;
  }
}
