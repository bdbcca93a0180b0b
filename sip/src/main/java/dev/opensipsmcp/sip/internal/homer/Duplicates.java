package dev.opensipsmcp.sip.internal.homer;

import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out what several agents saw of one packet. A retransmission has the same bytes, but comes
 * no sooner than T1, 500 ms by default (RFC 3261 section 17.1.1.1), and the same agent sees it.
 */
final class Duplicates {
  private static final Duration OTHER_AGENT = Duration.ofMillis(250);
  private static final Duration SAME_AGENT = Duration.ofMillis(5);

  private record Packet(Endpoint source, Endpoint destination, Object message) {}

  private Duplicates() {}

  /** {@return the messages in order of time, each packet once} */
  static List<CapturedMessage> without(List<CapturedMessage> messages) {
    List<CapturedMessage> ordered = new ArrayList<>(messages);
    ordered.sort(Comparator.comparing(CapturedMessage::time));
    Map<Packet, CapturedMessage> seen = new HashMap<>();
    List<CapturedMessage> kept = new ArrayList<>(ordered.size());
    for (CapturedMessage message : ordered) {
      Packet packet = new Packet(message.source(), message.destination(), message.message());
      CapturedMessage before = seen.get(packet);
      if (before == null || later(before, message)) {
        kept.add(message);
        seen.put(packet, message);
      }
    }
    return kept;
  }

  private static boolean later(CapturedMessage before, CapturedMessage message) {
    Instant border =
        before.time().plus(before.origin().equals(message.origin()) ? SAME_AGENT : OTHER_AGENT);
    return message.time().isAfter(border);
  }
}
