package dev.opensipsmcp.sip.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Packets and capture files made by hand, byte by byte, apart from the code under test. */
final class Traffic {
  static final byte[] A = {10, 0, 0, 1};
  static final byte[] B = {10, 0, 0, 2};
  static final byte[] A6 = new byte[16];
  static final byte[] B6 = new byte[16];

  static {
    A6[0] = 0x20;
    A6[1] = 1;
    A6[15] = 1;
    B6[0] = 0x20;
    B6[1] = 1;
    B6[15] = 2;
  }

  private Traffic() {}

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** {@return an INVITE of so many bytes of body} */
  static byte[] invite(String callId, int body) {
    return ascii(
        "INVITE sip:bob@example.net SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1\r\n"
            + "f: \"Alice\" <sip:alice@example.org>;tag=1\r\nTo: <sip:bob@example.net>\r\n"
            + "Call-ID: "
            + callId
            + "\r\nCSeq: 1 INVITE\r\nContent-Length: "
            + body
            + "\r\n\r\n"
            + "v".repeat(body));
  }

  static byte[] response(String callId, int code) {
    return ascii(
        "SIP/2.0 "
            + code
            + " Reason\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1\r\n"
            + "From: <sip:alice@example.org>;tag=1\r\nTo: <sip:bob@example.net>;tag=2\r\n"
            + "i: "
            + callId
            + "\r\nCSeq: 1 INVITE\r\nl: 0\r\n\r\n");
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] udp(byte[] payload) {
    ByteBuffer segment = ByteBuffer.allocate(8 + payload.length);
    segment.putShort((short) 5070).putShort((short) 5080);
    segment.putShort((short) (8 + payload.length)).putShort((short) 0).put(payload);
    return segment.array();
  }

  /** {@return a TCP segment from the first end, or back from the second one} */
  static byte[] tcp(boolean ahead, int sequence, int acknowledged, int flags, byte[] payload) {
    ByteBuffer segment = ByteBuffer.allocate(20 + payload.length);
    segment.putShort((short) (ahead ? 5070 : 5080)).putShort((short) (ahead ? 5080 : 5070));
    segment.putInt(sequence).putInt(acknowledged).put((byte) 0x50).put((byte) flags);
    segment.putShort((short) 1000).putInt(0).put(payload);
    return segment.array();
  }

  static byte[] ipv4(byte[] from, byte[] to, int protocol, int id, int fragment, byte[] payload) {
    ByteBuffer packet = ByteBuffer.allocate(20 + payload.length);
    packet.put((byte) 0x45).put((byte) 0).putShort((short) (20 + payload.length));
    packet.putShort((short) id).putShort((short) fragment).put((byte) 64).put((byte) protocol);
    packet.putShort((short) 0).put(from).put(to).put(payload);
    return packet.array();
  }

  static byte[] ipv4(int protocol, byte[] payload) {
    return ipv4(A, B, protocol, 1, 0, payload);
  }

  static byte[] ipv6(int next, byte[] payload) {
    ByteBuffer packet = ByteBuffer.allocate(40 + payload.length);
    packet.putInt(0x60000000).putShort((short) payload.length).put((byte) next).put((byte) 64);
    packet.put(A6).put(B6).put(payload);
    return packet.array();
  }

  static byte[] ethernet(int type, byte[] payload) {
    return join(new byte[12], new byte[] {(byte) (type >> 8), (byte) type}, payload);
  }

  static byte[] ethernet(byte[] ip) {
    return ethernet(ip[0] >> 4 == 4 ? 0x0800 : 0x86dd, ip);
  }

  static byte[] pcap(int linkType, byte[]... frames) {
    return pcap(0xa1b2c3d4, ByteOrder.LITTLE_ENDIAN, linkType, frames);
  }

  static byte[] pcap(int magic, ByteOrder order, int linkType, byte[]... frames) {
    int size = Arrays.stream(frames).mapToInt(frame -> 24 + frame.length).sum();
    ByteBuffer file = ByteBuffer.allocate(24 + size).order(order);
    file.putInt(magic).putShort((short) 2).putShort((short) 4).putLong(0);
    file.putInt(65_535).putInt(linkType);
    int second = 1_700_000_000;
    for (byte[] frame : frames) {
      file.putInt(second++).putInt(5).putInt(frame.length).putInt(frame.length);
      if (magic == 0xa1b2cd34) {
        file.putLong(0);
      }
      file.put(frame);
    }
    return Arrays.copyOf(file.array(), file.position());
  }

  /** {@return a block of pcapng} */
  static byte[] block(ByteOrder order, int type, byte[] body) {
    int padded = body.length + 3 & ~3;
    ByteBuffer block = ByteBuffer.allocate(12 + padded).order(order);
    block.putInt(type).putInt(12 + padded).put(body);
    block.putInt(8 + padded, 12 + padded);
    return block.array();
  }

  static byte[] section(ByteOrder order) {
    ByteBuffer body = ByteBuffer.allocate(16).order(order);
    body.putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1);
    return block(order, 0x0a0d0d0a, body.array());
  }

  /**
   * {@return the description of an interface}
   *
   * @param resolution if_tsresol
   * @param offset if_tsoffset, in seconds
   */
  static byte[] described(ByteOrder order, int linkType, int resolution, long offset) {
    ByteBuffer body = ByteBuffer.allocate(32).order(order);
    body.putShort((short) linkType).putShort((short) 0).putInt(0);
    body.putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]);
    body.putShort((short) 14).putShort((short) 8).putLong(offset);
    body.putInt(0);
    return block(order, 1, body.array());
  }

  static byte[] packet(ByteOrder order, int from, long units, byte[] frame) {
    ByteBuffer body = ByteBuffer.allocate(20 + frame.length).order(order);
    body.putInt(from).putInt((int) (units >> 32)).putInt((int) units);
    body.putInt(frame.length).putInt(frame.length).put(frame);
    return block(order, 6, body.array());
  }
}
