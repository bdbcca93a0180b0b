package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.Payloads;
import dev.opensipsmcp.sip.capture.Sighting;
import dev.opensipsmcp.sip.trace.Transport;

/** Finds SIP messages in UDP datagrams, by what they say and not by their ports. */
final class Datagrams {
  /** {@code A B SIP/2.0} and an end of line: nothing shorter begins a message. */
  private static final int SHORTEST = 12;

  private final Payloads payloads;
  private final Messages messages;
  private final SipScan scan = new SipScan();

  Datagrams(Payloads payloads, Messages messages) {
    this.payloads = payloads;
    this.messages = messages;
  }

  void datagram(
      IpEnds ends, int sourcePort, int destinationPort, byte[] bytes, int from, int to, long time) {
    int at = from;
    while (at < to && (bytes[at] == '\r' || bytes[at] == '\n')) {
      at++;
    }
    if (to - at < SHORTEST) {
      return;
    }
    switch (scan.start(bytes, at, to)) {
      case REQUEST, RESPONSE -> {
        place(ends, sourcePort, destinationPort, time).saying(bytes, at, to);
        messages.seen();
      }
      case NONE, UNKNOWN -> {
        int length = payloads.length(bytes, from, to);
        if (length > 0 && length <= to - from) {
          Sighting into = place(ends, sourcePort, destinationPort, time);
          if (payloads.open(bytes, from, from + length, into)) {
            messages.seen();
          }
        }
      }
    }
  }

  private Sighting place(IpEnds ends, int sourcePort, int destinationPort, long time) {
    return messages
        .sighting()
        .at(time, Transport.UDP)
        .between(
            ends.bytes, ends.source, ends.destination, ends.length, sourcePort, destinationPort);
  }
}
