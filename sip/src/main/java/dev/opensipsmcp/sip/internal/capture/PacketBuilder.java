package dev.opensipsmcp.sip.internal.capture;

import java.nio.ByteBuffer;

/** Builds Ethernet frames around UDP datagrams and TCP segments, with valid checksums. */
final class PacketBuilder {
  /** The most bytes that a UDP datagram over IPv4 can carry. */
  static final int MOST_UDP = 65_507;

  static final int UDP = 17;
  static final int TCP = 6;
  private static final int ETHERNET = 14;
  private static final int V4_HEADER = 20;
  private static final int V6_HEADER = 40;
  private static final int UDP_HEADER = 8;
  private static final int TCP_HEADER = 20;
  private static final byte HOPS = 64;

  private final byte[] source;
  private final byte[] destination;
  private final int sourcePort;
  private final int destinationPort;

  /**
   * Builds packets of one direction.
   *
   * @param source 4 or 16 bytes
   * @param destination as many
   */
  PacketBuilder(byte[] source, byte[] destination, int sourcePort, int destinationPort) {
    this.source = source;
    this.destination = destination;
    this.sourcePort = sourcePort;
    this.destinationPort = destinationPort;
  }

  /** {@return a frame with a datagram} */
  byte[] udp(byte[] payload) {
    byte[] bytes = new byte[ETHERNET + header() + UDP_HEADER + payload.length];
    ByteBuffer frame = ByteBuffer.wrap(bytes);
    int at = headers(frame, UDP, UDP_HEADER + payload.length);
    frame.putShort((short) sourcePort).putShort((short) destinationPort);
    frame.putShort((short) (UDP_HEADER + payload.length)).putShort((short) 0).put(payload);
    int sum = checksum(bytes, at, UDP, UDP_HEADER + payload.length);
    // 0 would say that there is no checksum (RFC 768).
    frame.putShort(at + 6, (short) (sum == 0 ? 0xffff : sum));
    return bytes;
  }

  /** {@return a frame with a segment} */
  byte[] tcp(int sequence, int acknowledged, int flags, byte[] data, int from, int to) {
    byte[] bytes = new byte[ETHERNET + header() + TCP_HEADER + to - from];
    ByteBuffer frame = ByteBuffer.wrap(bytes);
    int at = headers(frame, TCP, TCP_HEADER + to - from);
    frame.putShort((short) sourcePort).putShort((short) destinationPort);
    frame.putInt(sequence).putInt(acknowledged);
    frame.put((byte) (TCP_HEADER << 2)).put((byte) flags).putShort((short) 0xffff);
    frame.putShort((short) 0).putShort((short) 0).put(data, from, to - from);
    frame.putShort(at + 16, (short) checksum(bytes, at, TCP, TCP_HEADER + to - from));
    return bytes;
  }

  private int header() {
    return source.length == 4 ? V4_HEADER : V6_HEADER;
  }

  /** Writes what stands before the datagram or segment. {@return where that begins} */
  private int headers(ByteBuffer frame, int protocol, int length) {
    // Addresses that nobody was given (IEEE 802, locally administered); the last byte is the way.
    frame.putInt(0x02000000).putShort((short) 2).putInt(0x02000000).putShort((short) 1);
    if (source.length == 4) {
      frame.putShort((short) 0x0800);
      frame.put((byte) 0x45).put((byte) 0).putShort((short) (V4_HEADER + length));
      frame.putInt(0x00004000).put(HOPS).put((byte) protocol).putShort((short) 0);
      frame.put(source).put(destination);
      byte[] header = new byte[V4_HEADER];
      frame.get(ETHERNET, header);
      frame.putShort(ETHERNET + 10, (short) fold(sum(header, 0, V4_HEADER)));
    } else {
      frame.putShort((short) 0x86dd);
      frame.putInt(0x60000000).putShort((short) length).put((byte) protocol).put(HOPS);
      frame.put(source).put(destination);
    }
    return frame.position();
  }

  private int checksum(byte[] frame, int at, int protocol, int length) {
    long sum = sum(source, 0, source.length) + sum(destination, 0, destination.length);
    return fold(sum + protocol + length + sum(frame, at, length));
  }

  private static long sum(byte[] bytes, int from, int length) {
    long sum = 0;
    int at = from;
    int end = from + length;
    while (at + 1 < end) {
      sum += Big.u16(bytes, at);
      at += 2;
    }
    return at < end ? sum + (Big.u8(bytes, at) << 8) : sum;
  }

  /** {@return the complement of the sum in one's complement arithmetic (RFC 1071)} */
  private static int fold(long sum) {
    long folded = sum;
    while (folded >> 16 != 0) {
      folded = (folded & 0xffff) + (folded >> 16);
    }
    return (int) ~folded & 0xffff;
  }
}
