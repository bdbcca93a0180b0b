package dev.opensipsmcp.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a capture as a busy proxy's: calls of seven messages, {@link #AT_ONCE} of them at a time,
 * with their voice packets between, over UDP and IPv4 in Ethernet frames.
 */
final class CaptureMaker {
  private static final int AT_ONCE = 100;
  private static final int HEADERS = 42;
  private static final byte[] VOICE = new byte[172];
  private static final String SDP =
      """
      v=0\r
      o=- 1 1 IN IP4 192.0.2.20\r
      s=-\r
      c=IN IP4 192.0.2.20\r
      t=0 0\r
      m=audio 30000 RTP/AVP 8 0 101\r
      a=rtpmap:8 PCMA/8000\r
      a=rtpmap:0 PCMU/8000\r
      a=rtpmap:101 telephone-event/8000\r
      a=fmtp:101 0-15\r
      a=ptime:20\r
      a=sendrecv\r
      """;
  private static final String[] LINES = {
    "INVITE sip:1%d@example.net SIP/2.0",
    "SIP/2.0 100 Trying",
    "SIP/2.0 180 Ringing",
    "SIP/2.0 200 OK",
    "ACK sip:1%d@example.net SIP/2.0",
    "BYE sip:1%d@example.net SIP/2.0",
    "SIP/2.0 200 OK"
  };

  private final OutputStream out;
  private final double voice;
  private final ByteBuffer packet = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
  private long written;
  private long voiceWritten;
  private long micros = 1_700_000_000_000_000L;

  private CaptureMaker(OutputStream out, double voice) {
    this.out = out;
    this.voice = voice;
    VOICE[0] = (byte) 0x80;
    VOICE[1] = 8;
  }

  /**
   * Writes a file.
   *
   * @param bytes how long it is at least
   * @param voice which part of it are voice packets, 0 to below 1
   * @return how many calls it has
   */
  static long make(Path file, long bytes, double voice) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
      header.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
      header.putInt(262_144).putInt(1);
      out.write(header.array());
      CaptureMaker maker = new CaptureMaker(out, voice);
      long calls = 0;
      while (maker.written < bytes) {
        for (int step = 0; step < LINES.length; step++) {
          for (int call = 0; call < AT_ONCE; call++) {
            maker.message(calls + call, step);
          }
        }
        calls += AT_ONCE;
      }
      return calls;
    }
  }

  private void message(long call, int step) throws IOException {
    boolean back = step == 1 || step == 2 || step == 3 || step == 6;
    String method = step < 4 ? "INVITE" : step == 4 ? "ACK" : "BYE";
    String body = step == 0 || step == 3 ? SDP : "";
    String text =
        LINES[step].formatted(call)
            + "\r\nVia: SIP/2.0/UDP 192.0.2.10:5060;rport;branch=z9hG4bK-"
            + call
            + "-"
            + step
            + "\r\nRecord-Route: <sip:192.0.2.11;lr;did=ab1."
            + call
            + ">\r\nMax-Forwards: 70\r\nFrom: \"User "
            + call
            + "\" <sip:2"
            + call
            + "@example.org>;tag=f"
            + call
            + "\r\nTo: <sip:1"
            + call
            + "@example.net>;tag=t\r\nCall-ID: "
            + Long.toHexString(call * 0x9e3779b97f4a7c15L)
            + "@192.0.2.10\r\nCSeq: "
            + (step < 5 ? 1 : 2)
            + " "
            + method
            + "\r\nContact: <sip:2"
            + call
            + "@192.0.2.10:5060>\r\nUser-Agent: bench 1.0\r\n"
            + "Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, UPDATE\r\n"
            + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    packet(text.getBytes(StandardCharsets.US_ASCII), 5060, back);
    while (voiceWritten < voice * written) {
      long before = written;
      packet(VOICE, 30_000, !back);
      voiceWritten += written - before;
    }
  }

  private void packet(byte[] payload, int port, boolean back) throws IOException {
    int length = HEADERS + payload.length;
    micros += 50;
    packet.clear().order(ByteOrder.LITTLE_ENDIAN);
    packet.putInt((int) (micros / 1_000_000)).putInt((int) (micros % 1_000_000));
    packet.putInt(length).putInt(length).order(ByteOrder.BIG_ENDIAN);
    packet.putLong(0x0200_0000_0001_0200L).putInt(2).putShort((short) 0x0800);
    packet.putShort((short) 0x4500).putShort((short) (length - 14)).putInt(0x4000);
    packet.putShort((short) 0x4011).putShort((short) 0);
    packet.putInt(back ? 0xc000020b : 0xc000020a).putInt(back ? 0xc000020a : 0xc000020b);
    packet.putShort((short) port).putShort((short) port);
    packet.putShort((short) (8 + payload.length)).putShort((short) 0).put(payload);
    out.write(packet.array(), 0, packet.position());
    written += packet.position();
  }
}
