package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells copies of one packet, which several capture points made, from a message that was sent
 * again. The n-th time that one point sees the same bytes between the same ends is the n-th time
 * they were sent, whichever point saw it; what one point sees again at once is a copy.
 */
final class Sightings {
  /**
   * No timer of SIP is shorter (RFC 3261 section 17.1.1.1: T1 is an estimate of the round trip).
   */
  private static final Duration AT_ONCE = Duration.ofMillis(20);

  /** How far clocks of capture points may be apart; more than that is another sending. */
  private static final Duration CLOCKS = Duration.ofSeconds(2);

  private Sightings() {}

  private record Packet(Endpoint source, Endpoint destination, SipMessage message) {}

  /** All times that the same packet was sent. */
  private static final class Sendings {
    final List<Sending> all = new ArrayList<>();
    final Map<String, Integer> seenBy = new HashMap<>();
    final Map<String, Instant> last = new HashMap<>();
  }

  private static final class Sending {
    final CapturedMessage first;
    final Sendings group;
    final Set<String> origins = new LinkedHashSet<>();
    int copies = 1;
    int number;

    Sending(CapturedMessage first, Sendings group) {
      this.first = first;
      this.group = group;
      origins.add(first.origin());
    }
  }

  /** {@return the messages in order of time, each sending once, numbered from 1} */
  static List<Seen> of(List<CapturedMessage> messages) {
    List<CapturedMessage> sorted = new ArrayList<>(messages);
    sorted.sort(Comparator.comparing(CapturedMessage::time));
    Map<Packet, Sendings> packets = HashMap.newHashMap(sorted.size());
    List<Sending> order = new ArrayList<>(sorted.size());
    for (CapturedMessage message : sorted) {
      Packet packet = new Packet(message.source(), message.destination(), message.message());
      Sendings group = packets.computeIfAbsent(packet, _ -> new Sendings());
      if (!isCopy(message, group)) {
        Sending sending = new Sending(message, group);
        group.all.add(sending);
        order.add(sending);
      }
    }
    List<Seen> seen = new ArrayList<>(order.size());
    for (Sending sending : order) {
      sending.number = seen.size() + 1;
      Sending first = sending.group.all.getFirst();
      seen.add(
          Seen.of(
              sending.number,
              sending.first,
              List.copyOf(sending.origins),
              sending.copies,
              first == sending ? 0 : first.number));
    }
    return seen;
  }

  private static boolean isCopy(CapturedMessage message, Sendings group) {
    String origin = message.origin();
    Instant before = group.last.put(origin, message.time());
    int index = group.seenBy.getOrDefault(origin, 0);
    if (before != null && within(before, message.time(), AT_ONCE)) {
      group.all.get(index - 1).copies++;
      return true;
    }
    // A point that missed a sending goes on with the next that is near.
    while (index < group.all.size()
        && !within(group.all.get(index).first.time(), message.time(), CLOCKS)) {
      index++;
    }
    group.seenBy.put(origin, index + 1);
    if (index < group.all.size()) {
      Sending sending = group.all.get(index);
      sending.copies++;
      sending.origins.add(origin);
      return true;
    }
    return false;
  }

  private static boolean within(Instant one, Instant other, Duration most) {
    return Duration.between(one, other).compareTo(most) < 0;
  }
}
