package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.CaptureBounds;
import dev.opensipsmcp.sip.capture.Sighting;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps messages, up to a bound; of one that was captured twice only the first. */
final class Keeper {
  /**
   * The same bytes between the same ends again within this time are one message on two interfaces;
   * a retransmission comes after T1, 500 ms (RFC 3261 section 17.1.1.1).
   */
  private static final Duration TWICE = Duration.ofMillis(2);

  private final CaptureBounds bounds;
  private final String origin;
  private final List<CapturedMessage> kept = new ArrayList<>();
  private long bytes;
  private long more;

  Keeper(CaptureBounds bounds, String origin) {
    this.bounds = bounds;
    this.origin = origin;
  }

  void keep(Sighting seen) {
    if (kept.size() >= bounds.messages()
        || bytes + seen.to() - seen.from() > bounds.messageBytes()) {
      more++;
      return;
    }
    bytes += seen.to() - seen.from();
    kept.add(seen.captured(origin));
  }

  /** {@return what was kept, oldest first, each once} */
  List<CapturedMessage> messages(List<String> notes) {
    kept.sort(Comparator.comparing(CapturedMessage::time));
    List<CapturedMessage> once = new ArrayList<>();
    Map<Same, CapturedMessage> last = new HashMap<>();
    for (CapturedMessage message : kept) {
      CapturedMessage before = last.put(Same.of(message), message);
      if (before == null || Duration.between(before.time(), message.time()).compareTo(TWICE) > 0) {
        once.add(message);
      }
    }
    int doubled = kept.size() - once.size();
    if (doubled > 0) {
      notes.add(doubled + " messages were captured twice, on two interfaces; each is told once.");
    }
    if (more > 0) {
      notes.add(more + " further messages were left out by the bound on messages that are kept.");
    }
    return once;
  }

  /** What two captures of one message have in common. */
  private record Same(Object message, String ends) {
    private static Same of(CapturedMessage message) {
      return new Same(
          message.message(),
          message.transport() + " " + message.source() + " " + message.destination());
    }
  }
}
