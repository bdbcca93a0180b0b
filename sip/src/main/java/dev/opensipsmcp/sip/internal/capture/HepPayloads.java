package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.Payloads;
import dev.opensipsmcp.sip.capture.Sighting;
import dev.opensipsmcp.sip.hep.Hep;
import dev.opensipsmcp.sip.hep.HepPacket;
import dev.opensipsmcp.sip.hep.HepRead;
import dev.opensipsmcp.sip.hep.PayloadType;
import dev.opensipsmcp.sip.trace.Addresses;
import dev.opensipsmcp.sip.trace.Transport;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Opens HEP packets: what a capture agent or a node's tracer saw, with the ends that it saw. */
public final class HepPayloads implements Payloads {
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int SCTP = 132;
  private static final int FIXED_LEAST = 16;

  private final SipScan scan = new SipScan();

  @Override
  public int length(byte[] bytes, int from, int to) {
    int first = bytes[from];
    if (first == 'H') {
      int length = Hep.length(ByteBuffer.wrap(bytes, from, to - from));
      return length == 0 ? -1 : Math.max(0, length);
    }
    boolean fixed =
        (first == 1 || first == 2)
            && to - from > FIXED_LEAST
            && Hep.begins(ByteBuffer.wrap(bytes, from, to - from));
    return fixed ? to - from : 0;
  }

  @Override
  public boolean open(byte[] bytes, int from, int to, Sighting into) {
    ByteBuffer packet = ByteBuffer.wrap(bytes, from, to - from).slice();
    return switch (Hep.read(packet, into.time())) {
      case HepRead.Packet(HepPacket inner) ->
          inner.type().equals(PayloadType.SIP) && place(inner, into);
      case HepRead.KeepAlive _ -> false;
      case HepRead.Damaged _ -> false;
    };
  }

  private boolean place(HepPacket inner, Sighting into) {
    byte[] payload = inner.payload();
    SipScan.Start start = scan.start(payload, 0, payload.length);
    if (start != SipScan.Start.REQUEST && start != SipScan.Start.RESPONSE) {
      return false;
    }
    try {
      byte[] source = Addresses.bytes(inner.source().address());
      byte[] destination = Addresses.bytes(inner.destination().address());
      if (source.length == destination.length) {
        byte[] both = new byte[2 * source.length];
        System.arraycopy(source, 0, both, 0, source.length);
        System.arraycopy(destination, 0, both, source.length, source.length);
        into.between(
            both,
            0,
            source.length,
            source.length,
            inner.source().port(),
            inner.destination().port());
      }
    } catch (IllegalArgumentException _) {
      // Without addresses of its own the packet's ends stay those of the capture agent.
    }
    Instant time = inner.time();
    into.at(Frame.nanos(time.getEpochSecond(), time.getNano()), transport(inner.protocol()))
        .saying(payload, 0, payload.length);
    return true;
  }

  private static Transport transport(int protocol) {
    return switch (protocol) {
      case TCP -> Transport.TCP;
      case UDP -> Transport.UDP;
      case SCTP -> Transport.SCTP;
      default -> Transport.UNKNOWN;
    };
  }
}
