package dev.opensipsmcp.sip.hep;

import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.Calls;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.MessageStore;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Transport;
import dev.opensipsmcp.sip.trace.Watch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The messages that were received over HEP, in memory, up to so many bytes; the oldest go first.
 * Safe for many threads.
 */
public final class HepStore implements MessageStore {
  /** What a message takes beside its bytes, roughly: headers as texts, and objects. */
  private static final int OVERHEAD = 3;

  private final String name;
  private final long most;
  private final Deque<CapturedMessage> messages = new ArrayDeque<>();
  private long size;
  private long dropped;

  /**
   * Makes an empty store.
   *
   * @param name what people call it
   * @param bytes how much memory it may take, in bytes
   */
  public HepStore(String name, long bytes) {
    this.name = name;
    this.most = bytes;
  }

  @Override
  public String name() {
    return name;
  }

  /** Keeps what a packet carries, when that is a SIP message. */
  public void add(HepPacket packet) {
    if (!packet.type().equals(PayloadType.SIP)) {
      return;
    }
    SipMessage message = SipParser.parse(packet.payload());
    CapturedMessage captured =
        new CapturedMessage(
            packet.time(),
            transport(packet, message),
            packet.source(),
            packet.destination(),
            message,
            packet.node().orElse(packet.agent() == 0 ? "" : "agent " + packet.agent()));
    synchronized (this) {
      messages.addLast(captured);
      size += weight(captured);
      while (size > most && messages.size() > 1) {
        size -= weight(messages.removeFirst());
        dropped++;
      }
    }
  }

  private static long weight(CapturedMessage message) {
    return 256 + (long) OVERHEAD * message.message().bytes().length;
  }

  /** HEP knows the IP protocol only; the topmost Via tells what ran on it. */
  private static Transport transport(HepPacket packet, SipMessage message) {
    String via = message.vias().isEmpty() ? "" : message.vias().getFirst().transport();
    return switch (packet.protocol()) {
      case 17 -> Transport.UDP;
      case 132 -> Transport.SCTP;
      case 6 ->
          switch (via) {
            case "TLS" -> Transport.TLS;
            case "WS" -> Transport.WS;
            case "WSS" -> Transport.WSS;
            default -> Transport.TCP;
          };
      default -> Transport.UNKNOWN;
    };
  }

  /** {@return how many messages are kept} */
  public synchronized int kept() {
    return messages.size();
  }

  /** {@return how many messages had to go for newer ones} */
  public synchronized long dropped() {
    return dropped;
  }

  /** Forgets all. */
  public synchronized void clear() {
    messages.clear();
    size = 0;
  }

  @Override
  public Found<List<CallSummary>> calls(CallSearch search, Watch watch) {
    return new Found.Value<>(Calls.of(snapshot(), search), notes());
  }

  @Override
  public Found<List<CapturedMessage>> messages(
      Collection<String> callIds, TimeWindow window, Watch watch) {
    Set<String> wanted = Set.copyOf(callIds);
    List<CapturedMessage> found = new ArrayList<>();
    for (CapturedMessage message : snapshot()) {
      if (window.contains(message.time())
          && message.message().callId().filter(wanted::contains).isPresent()) {
        found.add(message);
      }
    }
    found.sort(Comparator.comparing(CapturedMessage::time));
    return new Found.Value<>(found, notes());
  }

  private synchronized List<CapturedMessage> snapshot() {
    return List.copyOf(messages);
  }

  private synchronized List<String> notes() {
    return dropped == 0
        ? List.of()
        : List.of(
            "The memory for received messages is full: " + dropped + " older ones were dropped.");
  }
}
