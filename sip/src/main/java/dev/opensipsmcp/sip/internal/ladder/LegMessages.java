package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.message.NameAddr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of one Call-ID.
 *
 * @param callId the Call-ID, or empty
 * @param all its messages, in order of time
 * @param initial the request that began it, where it was seen
 */
record LegMessages(String callId, List<Seen> all, Optional<Seen> initial) {
  LegMessages {
    all = List.copyOf(all);
  }

  /** {@return one for each Call-ID, in order of time} */
  static List<LegMessages> of(List<Seen> seen) {
    Map<String, List<Seen>> byId = new LinkedHashMap<>();
    for (Seen one : seen) {
      byId.computeIfAbsent(one.callId(), _ -> new ArrayList<>()).add(one);
    }
    List<LegMessages> legs = new ArrayList<>();
    byId.forEach((id, messages) -> legs.add(new LegMessages(id, messages, initial(messages))));
    return legs;
  }

  /** The first INVITE outside a dialog, or else the first request that is no end of one. */
  private static Optional<Seen> initial(List<Seen> messages) {
    Optional<Seen> other = Optional.empty();
    for (Seen one : messages) {
      if (one.isFirstRequest("INVITE") && one.toTag().isEmpty()) {
        return Optional.of(one);
      }
      if (other.isEmpty()
          && one.request()
          && !one.method().equals("ACK")
          && !one.method().equals("CANCEL")) {
        other = Optional.of(one);
      }
    }
    return other;
  }

  /** {@return whether an INVITE that begins a call was seen} */
  boolean isCall() {
    return initial
        .filter(one -> one.method().equals("INVITE") && one.toTag().isEmpty())
        .isPresent();
  }

  String method() {
    return initial.map(Seen::method).orElse("");
  }

  String fromUser() {
    return user(initial.or(() -> Optional.of(all.getFirst())).flatMap(Seen::from));
  }

  String toUser() {
    return user(initial.or(() -> Optional.of(all.getFirst())).flatMap(Seen::to));
  }

  private static String user(Optional<NameAddr> address) {
    return address.map(at -> Plain.line(at.uri().user().orElse(at.uri().host()))).orElse("");
  }
}
