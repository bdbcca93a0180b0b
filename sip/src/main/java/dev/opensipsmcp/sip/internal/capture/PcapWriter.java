package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.trace.Addresses;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes messages as pcap 2.4, little-endian, microseconds, Ethernet: what every reader reads. Over
 * UDP a message is one datagram, however large; over TCP it is segments of a connection that begins
 * with a handshake. Messages of other transports become datagrams, as their own framing or
 * encryption is gone; they become segments where they are too large for that.
 */
public final class PcapWriter {
  private static final int MAGIC = 0xa1b2c3d4;
  private static final int HEADER = 24;
  private static final int RECORD = 16;
  private static final int SNAP = 1 << 18;
  private static final int SEGMENT = 1_400;
  private static final int SYN = 2;
  private static final int ACK = 16;
  private static final int PUSH_ACK = 24;
  private static final byte[] NOTHING = new byte[0];

  private final OutputStream out;
  private final Map<Direction, Connection> connections = new HashMap<>();
  private long packets;
  private long disguised;
  private long unaddressed;

  /** One way between two ends. */
  private record Direction(Endpoint from, Endpoint to) {
    private Direction reverse() {
      return new Direction(to, from);
    }
  }

  /** How far both directions of a connection are. */
  private static final class Connection {
    private final Direction opener;
    private int ahead = 1;
    private int back = 1;

    private Connection(Direction opener) {
      this.opener = opener;
    }
  }

  /** Writes the file's header. */
  public PcapWriter(OutputStream out) throws IOException {
    this.out = out;
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(MAGIC).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0);
    header.putInt(SNAP).putInt(LinkTypes.ETHERNET);
    out.write(header.array());
  }

  /** {@return how many packets were written} */
  public long packets() {
    return packets;
  }

  /** {@return how many messages of other transports than UDP and TCP became datagrams} */
  public long disguised() {
    return disguised;
  }

  /** {@return how many messages have an end whose address is not known; they got 0.0.0.0} */
  public long unaddressed() {
    return unaddressed;
  }

  /** Writes a message. */
  public void write(CapturedMessage message) throws IOException {
    byte[] bytes = message.message().bytes();
    boolean tcp = message.transport() == Transport.TCP || bytes.length > PacketBuilder.MOST_UDP;
    Direction way = new Direction(message.source(), message.destination());
    PacketBuilder builder = builder(way, true);
    if (!tcp) {
      disguised += message.transport() == Transport.UDP ? 0 : 1;
      record(message.time(), builder.udp(bytes));
      return;
    }
    Connection connection = connections.get(way);
    if (connection == null) {
      connection = connections.get(way.reverse());
    }
    if (connection == null) {
      connection = new Connection(way);
      connections.put(way, connection);
      open(message.time(), builder, builder(way.reverse(), false));
    }
    boolean ahead = connection.opener.equals(way);
    int at = 0;
    while (at < bytes.length) {
      int to = Math.min(bytes.length, at + SEGMENT);
      int sequence = ahead ? connection.ahead : connection.back;
      int seen = ahead ? connection.back : connection.ahead;
      record(message.time(), builder.tcp(sequence, seen, PUSH_ACK, bytes, at, to));
      if (ahead) {
        connection.ahead += to - at;
      } else {
        connection.back += to - at;
      }
      at = to;
    }
  }

  private void open(Instant time, PacketBuilder there, PacketBuilder back) throws IOException {
    record(time, there.tcp(0, 0, SYN, NOTHING, 0, 0));
    record(time, back.tcp(0, 1, SYN | ACK, NOTHING, 0, 0));
    record(time, there.tcp(1, 1, ACK, NOTHING, 0, 0));
  }

  private PacketBuilder builder(Direction way, boolean counted) {
    byte[] source = address(way.from());
    byte[] destination = address(way.to());
    if (source.length == 0 || destination.length == 0) {
      unaddressed += counted ? 1 : 0;
      source = source.length == 0 ? new byte[Math.max(4, destination.length)] : source;
      destination = destination.length == 0 ? new byte[source.length] : destination;
    }
    if (source.length != destination.length) {
      source = mapped(source);
      destination = mapped(destination);
    }
    return new PacketBuilder(source, destination, way.from().port(), way.to().port());
  }

  private static byte[] address(Endpoint end) {
    try {
      return Addresses.bytes(end.address());
    } catch (IllegalArgumentException _) {
      return NOTHING;
    }
  }

  /** {@return an IPv4 address in IPv6's clothes, for messages between ends of both kinds} */
  private static byte[] mapped(byte[] address) {
    if (address.length != 4) {
      return address;
    }
    byte[] bytes = new byte[16];
    bytes[10] = -1;
    bytes[11] = -1;
    System.arraycopy(address, 0, bytes, 12, 4);
    return bytes;
  }

  private void record(Instant time, byte[] frame) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN);
    long second = Math.clamp(time.getEpochSecond(), 0, 0xffff_ffffL);
    header.putInt((int) second).putInt(time.getNano() / 1000);
    header.putInt(frame.length).putInt(frame.length);
    out.write(header.array());
    out.write(frame);
    packets++;
  }
}
