package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.internal.capture.SipScan.Start;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads WebSocket frames (RFC 6455 section 5) and puts fragmented messages together. What is
 * compressed by an extension can't be read.
 */
final class WebSocketReader {
  private static final int LONGEST = 1 << 20;
  private static final int FINAL = 0x80;
  private static final int RESERVED = 0x70;
  private static final byte[] GET = "GET ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SWITCHING = "HTTP/1.1 101".getBytes(StandardCharsets.US_ASCII);

  private final Growing message;
  private byte[] scratch = new byte[0];
  private boolean unreadable;

  WebSocketReader(TcpStreams all) {
    this.message = new Growing(all);
  }

  byte[] bytes() {
    return message.bytes();
  }

  int length() {
    return message.length();
  }

  void reset() {
    message.drop(message.length());
    unreadable = false;
  }

  /** {@return whether an HTTP message begins here that may change to WebSocket} */
  static boolean upgrades(byte[] bytes, int from, int to) {
    return begins(bytes, from, to, GET) || begins(bytes, from, to, SWITCHING);
  }

  private static boolean begins(byte[] bytes, int from, int to, byte[] text) {
    int size = text.length;
    return to - from >= size && Arrays.equals(bytes, from, from + size, text, 0, size);
  }

  /** {@return whether that HTTP message changes to WebSocket} */
  static boolean upgraded(byte[] bytes, int from, int to) {
    String head =
        new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return head.lines().anyMatch(line -> line.startsWith("upgrade:") && line.contains("websocket"));
  }

  /**
   * {@return whether a whole frame with a SIP message begins here, of a connection whose beginning
   * was not seen}
   */
  boolean begins(SipScan scan, byte[] bytes, int from, int to) {
    int first = bytes[from] & 255;
    long length = first == 0x81 || first == 0x82 ? length(bytes, from, to) : 0;
    if (length <= 0 || length > to - from) {
      return false;
    }
    reset();
    boolean whole = frame(bytes, from, from + (int) length);
    Start start = whole ? scan.start(bytes(), 0, length()) : Start.NONE;
    reset();
    return start == Start.REQUEST || start == Start.RESPONSE;
  }

  /** {@return how long the frame is; 0 when none begins here, -1 when more bytes are needed} */
  static long length(byte[] bytes, int from, int to) {
    int opcode = bytes[from] & 15;
    if ((opcode > 2 && opcode < 8) || opcode > 10) {
      return 0;
    }
    if (to - from < 2) {
      return -1;
    }
    int mask = (bytes[from + 1] & 0x80) == 0 ? 0 : 4;
    int size = bytes[from + 1] & 127;
    if (size < 126) {
      return 2L + mask + size;
    }
    int extended = size == 126 ? 2 : 8;
    if (to - from < 2 + extended) {
      return -1;
    }
    long length = size == 126 ? Big.u16(bytes, from + 2) : Big.i64(bytes, from + 2);
    return length < 0 || length > LONGEST ? Long.MAX_VALUE : 2 + extended + mask + length;
  }

  /** Takes a whole frame. {@return whether a message is whole now} */
  boolean frame(byte[] bytes, int from, int to) {
    int opcode = bytes[from] & 15;
    if (opcode >= 8) {
      return false;
    }
    if (opcode != 0) {
      reset();
    }
    unreadable |= (bytes[from] & RESERVED) != 0;
    int size = bytes[from + 1] & 127;
    int data = from + 2 + (size < 126 ? 0 : size == 126 ? 2 : 8);
    boolean masked = (bytes[from + 1] & 0x80) != 0;
    boolean added =
        masked
            ? message.length() + to - data <= LONGEST && unmasked(bytes, data, to)
            : message.length() + to - data <= LONGEST && message.add(bytes, data, to);
    unreadable |= !added;
    boolean last = (bytes[from] & FINAL) != 0;
    if (last && unreadable) {
      reset();
      return false;
    }
    return last;
  }

  private boolean unmasked(byte[] bytes, int keyAt, int to) {
    int from = keyAt + 4;
    if (scratch.length < to - from) {
      scratch = new byte[to - from];
    }
    for (int i = 0; i < to - from; i++) {
      scratch[i] = (byte) (bytes[from + i] ^ bytes[keyAt + (i & 3)]);
    }
    boolean added = message.add(scratch, 0, to - from);
    if (scratch.length > LONGEST >> 6) {
      scratch = new byte[0];
    }
    return added;
  }
}
