package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.trace.Endpoint;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds addresses that several participants share: programs of one machine, phones behind a NAT.
 */
final class SharedAddresses {
  private final Set<String> shared = new HashSet<>();
  private final Map<Passage, Endpoint> senders = new HashMap<>();
  private final Set<Passage> receivers = new HashSet<>();
  private final Map<Endpoint, Set<String>> ownNames = new HashMap<>();

  /** A request at an address. */
  private record Passage(String callId, long cseq, String method, String fromTag, String address) {}

  private SharedAddresses() {}

  static Set<String> of(List<Seen> seen) {
    SharedAddresses addresses = new SharedAddresses();
    for (Seen one : seen) {
      addresses.direct(one);
      if (one.request() && !one.isRepeat()) {
        addresses.hairpin(one);
        if (one.vias().size() == 1) {
          addresses
              .ownNames
              .computeIfAbsent(one.source(), _ -> new HashSet<>())
              .add(one.vias().getFirst().host());
        }
      }
    }
    addresses.names();
    return addresses.shared;
  }

  /** A message goes from one port of an address to another. */
  private void direct(Seen one) {
    if (one.source().address().equals(one.destination().address())
        && one.source().port() != one.destination().port()) {
      shared.add(one.source().address());
    }
  }

  /** A request leaves an address and comes back to another port of it. */
  private void hairpin(Seen one) {
    Passage leaving = passage(one, one.source().address());
    if (!receivers.contains(leaving)) {
      senders.putIfAbsent(leaving, one.source());
    }
    Passage coming = passage(one, one.destination().address());
    Endpoint sender = senders.get(coming);
    if (sender != null && sender.port() != one.destination().port()) {
      shared.add(sender.address());
    }
    receivers.add(coming);
  }

  private static Passage passage(Seen one, String address) {
    return new Passage(one.callId(), one.cseq(), one.method(), one.fromTag(), address);
  }

  /** Two ports of an address send requests of their own, and call themselves by other names. */
  private void names() {
    Map<String, Set<String>> first = new HashMap<>();
    ownNames.forEach((end, names) -> {
      Set<String> before = first.putIfAbsent(end.address(), names);
      if (before != null && Collections.disjoint(before, names)) {
        shared.add(end.address());
      }
    });
  }
}
