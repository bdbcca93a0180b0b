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
  private final long[] messages = new long[Transport.values().length];
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
    messages[index(transport)]++;
  }

  private static int index(Transport transport) {
    return switch (transport) {
      case UDP -> 0;
      case TCP -> 1;
      case TLS -> 2;
      case SCTP -> 3;
      case WS -> 4;
      case WSS -> 5;
      case UNKNOWN -> 6;
    };
  }

  List<String> linkTypes() {
    return linkTypes.stream().map(LinkTypes::name).distinct().toList();
  }

  Map<Transport, Long> messages() {
    Map<Transport, Long> counts = new EnumMap<>(Transport.class);
    for (Transport transport : Transport.values()) {
      if (messages[index(transport)] > 0) {
        counts.put(transport, messages[index(transport)]);
      }
    }
    return counts;
  }

  Traffic traffic() {
    return new Traffic(
        udp, tcp, other, fragments, incomplete, cut, connections, encrypted, lost, unreadable);
  }
}
