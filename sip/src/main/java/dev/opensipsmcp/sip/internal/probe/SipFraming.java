package dev.opensipsmcp.sip.internal.probe;

import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipParser;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into messages by Content-Length (RFC 3261 section 18.3). */
final class SipFraming {
  static final int LONGEST = 1 << 16;

  private SipFraming() {}

  /**
   * {@return the next message}
   *
   * @throws EOFException when the stream ends
   * @throws IOException when it can't be read, or what comes is too long for SIP
   */
  static byte[] next(InputStream in) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 4) {
      int c = in.read();
      if (c < 0) {
        throw new EOFException();
      }
      if (message.size() == 0 && (c == '\r' || c == '\n')) {
        continue; // keeps the connection alive
      }
      message.write(c);
      ends = c == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : c == '\r' ? 1 : 0;
      if (message.size() > LONGEST) {
        throw new IOException("what came is no SIP");
      }
    }
    byte[] body = new byte[bodyLength(SipParser.parse(message.toByteArray()))];
    if (in.readNBytes(body, 0, body.length) < body.length) {
      throw new EOFException();
    }
    message.write(body);
    return message.toByteArray();
  }

  private static int bodyLength(SipMessage head) throws IOException {
    String value = head.header("Content-Length").orElse("0").strip();
    if (!value.matches("\\d{1,6}") || Integer.parseInt(value) > LONGEST) {
      throw new IOException("what came has no usable Content-Length");
    }
    return Integer.parseInt(value);
  }
}
