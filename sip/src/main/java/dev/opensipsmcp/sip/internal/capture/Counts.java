package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.CaptureReport.Traffic;
import dev.opensipsmcp.sip.trace.Transport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was counted while reading. */
final class Counts {
  private static final int MOST_LINK_TYPES = 16;
  private static final Transport[] TRANSPORTS = Transport.values();

  long packets;
  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;
  long udp;
  long tcp;
  long other;
  long fragments;
  long incomplete;
  long cut;
  long connections;
  long encrypted;
  long lost;
  long unreadable;
  private final long[] messages = new long[TRANSPORTS.length];
  private final List<Integer> linkTypes = new ArrayList<>();
  private int lastLinkType = -1;

  void packet(Frame frame) {
    packets++;
    first = Math.min(first, frame.time);
    last = Math.max(last, frame.time);
    if (frame.linkType != lastLinkType) {
      lastLinkType = frame.linkType;
      if (linkTypes.size() < MOST_LINK_TYPES && !linkTypes.contains(lastLinkType)) {
        linkTypes.add(lastLinkType);
      }
    }
  }

  void message(Transport transport) {
    messages[transport.ordinal()]++;
  }

  List<String> linkTypes() {
    return linkTypes.stream().map(LinkTypes::name).distinct().toList();
  }

  Map<Transport, Long> messages() {
    Map<Transport, Long> counts = new EnumMap<>(Transport.class);
    for (Transport transport : TRANSPORTS) {
      if (messages[transport.ordinal()] > 0) {
        counts.put(transport, messages[transport.ordinal()]);
      }
    }
    return counts;
  }

  Traffic traffic() {
    return new Traffic(
        udp, tcp, other, fragments, incomplete, cut, connections, encrypted, lost, unreadable);
  }
}
