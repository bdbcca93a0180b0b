package dev.opensipsmcp.sip.internal.hep;

import dev.opensipsmcp.sip.hep.HepPacket;
import dev.opensipsmcp.sip.hep.HepRead;
import dev.opensipsmcp.sip.hep.PayloadType;
import dev.opensipsmcp.sip.trace.Addresses;
import dev.opensipsmcp.sip.trace.Endpoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Optional;

/** Versions 1 and 2: a fixed header, the addresses, in version 2 the time, then the payload. */
public final class FixedHeader {
  private static final int HEADER = 8;

  /** Seconds, microseconds, agent; in the byte order of the machine that sent it. */
  private static final int TIME = 10;

  private FixedHeader() {}

  /** {@return what a whole packet says} */
  public static HepRead read(ByteBuffer whole, Instant received) {
    ByteBuffer bytes = whole.slice();
    if (bytes.remaining() < HEADER) {
      return new HepRead.Damaged("It is shorter than a header.");
    }
    int version = bytes.get();
    int length = Byte.toUnsignedInt(bytes.get());
    int family = bytes.get();
    int protocol = Byte.toUnsignedInt(bytes.get());
    int sourcePort = Short.toUnsignedInt(bytes.getShort());
    int destinationPort = Short.toUnsignedInt(bytes.getShort());
    int address = family == Family.IPV4 ? 4 : 16;
    boolean known = (version == 1 || version == 2) && (address == 4 || family == Family.IPV6);
    if (!known || length != HEADER + 2 * address) {
      return new HepRead.Damaged("It begins with no header of version 1, 2 or 3.");
    }
    if (bytes.remaining() < 2 * address + (version == 2 ? TIME : 0)) {
      return new HepRead.Damaged("It ends within its header.");
    }
    Endpoint source = new Endpoint(address(bytes, address), sourcePort);
    Endpoint destination = new Endpoint(address(bytes, address), destinationPort);
    Instant time = received;
    long agent = 0;
    if (version == 2) {
      Stamp stamp = stamp(bytes, received);
      time = stamp.time();
      agent = stamp.agent();
    }
    byte[] payload = new byte[bytes.remaining()];
    bytes.get(payload);
    return new HepRead.Packet(
        new HepPacket(
            version,
            protocol,
            source,
            destination,
            time,
            PayloadType.SIP,
            payload,
            agent,
            Optional.empty(),
            Optional.empty()));
  }

  private record Stamp(Instant time, long agent) {}

  /** The order of bytes is the one that gives the time nearer to now: the header doesn't tell. */
  private static Stamp stamp(ByteBuffer bytes, Instant received) {
    Stamp little = stamp(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN));
    Stamp big = stamp(bytes.duplicate().order(ByteOrder.BIG_ENDIAN));
    bytes.position(bytes.position() + TIME);
    return distance(little, received) <= distance(big, received) ? little : big;
  }

  private static long distance(Stamp stamp, Instant received) {
    return Math.abs(stamp.time().getEpochSecond() - received.getEpochSecond());
  }

  private static Stamp stamp(ByteBuffer bytes) {
    long seconds = Integer.toUnsignedLong(bytes.getInt());
    long micros = Integer.toUnsignedLong(bytes.getInt());
    return new Stamp(
        Instant.ofEpochSecond(seconds, micros * 1_000), Short.toUnsignedLong(bytes.getShort()));
  }

  private static String address(ByteBuffer bytes, int length) {
    byte[] address = new byte[length];
    bytes.get(address);
    return Addresses.text(address);
  }

  /** {@return a packet of version 1 or 2} */
  public static byte[] write(HepPacket packet) {
    byte[] source = Addresses.bytes(packet.source().address());
    byte[] destination = Addresses.bytes(packet.destination().address());
    if (source.length != destination.length) {
      throw new IllegalArgumentException("Both addresses must be of one family.");
    }
    int header = HEADER + 2 * source.length;
    ByteBuffer bytes = ByteBuffer.allocate(header + TIME + packet.payload().length);
    bytes.put((byte) packet.version()).put((byte) header);
    bytes.put((byte) Family.of(source)).put((byte) packet.protocol());
    bytes.putShort((short) packet.source().port()).putShort((short) packet.destination().port());
    bytes.put(source).put(destination);
    if (packet.version() == 2) {
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      bytes.putInt((int) packet.time().getEpochSecond()).putInt((int) Micros.of(packet.time()));
      bytes.putShort((short) packet.agent());
    }
    bytes.put(packet.payload()).flip();
    byte[] exact = new byte[bytes.remaining()];
    bytes.get(exact);
    return exact;
  }
}
