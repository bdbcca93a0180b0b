package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.Participant;
import dev.opensipsmcp.sip.message.Via;
import dev.opensipsmcp.sip.trace.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is behind the ends of the packets' ways. Ends of one address are one participant, unless the
 * messages show that several live there; then each port is one, and a port that only sends is put
 * to the port that its Via names.
 */
final class Participants {
  private final Map<Endpoint, Integer> index = new LinkedHashMap<>();
  private final List<Participant> all = new ArrayList<>();

  private Participants() {}

  static Participants of(List<Seen> seen, Map<String, String> aliases) {
    Set<String> shared = SharedAddresses.of(seen);
    Map<Endpoint, Endpoint> named = shared.isEmpty() ? Map.of() : named(seen, shared);
    Map<String, Set<Endpoint>> groups = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Seen one : seen) {
      for (Endpoint end : List.of(one.source(), one.destination())) {
        Endpoint home = named.getOrDefault(end, end);
        String place = shared.contains(end.address()) ? home.toString() : end.address();
        Optional<String> alias = alias(end, home, aliases);
        String key = alias.map(name -> "alias " + name).orElse(place);
        alias.ifPresent(name -> names.putIfAbsent(key, Plain.line(name, 40)));
        groups.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(end);
      }
    }
    Participants made = new Participants();
    groups.forEach((key, ends) -> made.add(key, ends, Optional.ofNullable(names.get(key))));
    return made;
  }

  private void add(String key, Set<Endpoint> ends, Optional<String> alias) {
    ends.forEach(end -> index.put(end, all.size()));
    Endpoint first = ends.iterator().next();
    String address =
        ends.size() == 1 ? first.toString() : alias.isPresent() ? first.address() : key;
    all.add(new Participant(alias, address, List.copyOf(ends)));
  }

  private static Optional<String> alias(Endpoint end, Endpoint home, Map<String, String> aliases) {
    return Optional.ofNullable(aliases.get(end.toString()))
        .or(() -> Optional.ofNullable(aliases.get(home.toString())))
        .or(() -> Optional.ofNullable(aliases.get(end.address())));
  }

  /** {@return for ends that send from another port than they receive at, the end they name} */
  private static Map<Endpoint, Endpoint> named(List<Seen> seen, Set<String> shared) {
    Set<Endpoint> ends = new LinkedHashSet<>();
    for (Seen one : seen) {
      ends.add(one.destination());
    }
    Map<Endpoint, Endpoint> named = new HashMap<>();
    for (Seen one : seen) {
      if (one.request() && !one.vias().isEmpty() && shared.contains(one.source().address())) {
        Via top = one.vias().getFirst();
        int port = top.port() > 0 ? top.port() : top.transport().equals("TLS") ? 5061 : 5060;
        Endpoint home = new Endpoint(one.source().address(), port);
        if (AddressSort.same(top.host(), home.address())
            && port != one.source().port()
            && !ends.contains(one.source())) {
          named.putIfAbsent(one.source(), home);
        }
      }
    }
    return named;
  }

  int of(Endpoint end) {
    return index.getOrDefault(end, 0);
  }

  List<Participant> all() {
    return all;
  }
}
