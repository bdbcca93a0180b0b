package dev.opensipsmcp.sip.internal.probe;

import dev.opensipsmcp.sip.probe.ProbeTarget;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The client's side of a WebSocket for SIP (RFC 6455, RFC 7118). The JDK's own resolves the name by
 * itself; a probe goes to the address that was checked.
 */
final class WebSocket {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SEAL = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int LONGEST_HEAD = 1 << 14;
  private static final int LAST = 0x80;
  private static final int MASKED = 0x80;

  private final DataInputStream in;
  private final OutputStream out;

  WebSocket(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = out;
  }

  /**
   * Makes a WebSocket of the connection.
   *
   * @throws WebSocketRefused when the other end does not want that
   * @throws IOException when the connection fails
   */
  void upgrade(ProbeTarget target) throws IOException {
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    String key = Base64.getEncoder().encodeToString(nonce);
    String host = target.name().indexOf(':') < 0 ? target.name() : '[' + target.name() + ']';
    String scheme = target.transport().secure() ? "https://" : "http://";
    String request =
        "GET "
            + target.path()
            + " HTTP/1.1\r\nHost: "
            + host
            + ':'
            + target.port()
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: "
            + scheme
            + host
            + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: sip\r\nSec-WebSocket-Key: "
            + key
            + "\r\n\r\n";
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    String head = head();
    if (!head.matches("(?s)HTTP/1\\.1 101[ \r].*")) {
      String line = head.lines().findFirst().orElse("");
      throw new WebSocketRefused("it answered " + line.replaceAll("[^ -~]", "?"));
    }
    if (!field(head, "sec-websocket-accept").equals(Optional.of(seal(key)))) {
      throw new WebSocketRefused("its Sec-WebSocket-Accept is wrong");
    }
    if (!field(head, "sec-websocket-protocol").orElse("").equalsIgnoreCase("sip")) {
      throw new WebSocketRefused("it does not speak the subprotocol sip");
    }
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
      int c = in.read();
      if (c < 0) {
        throw new WebSocketRefused("it closed the connection instead of answering");
      }
      head.append((char) c);
      if (head.length() > LONGEST_HEAD) {
        throw new WebSocketRefused("its answer does not end");
      }
    }
    return head.toString();
  }

  private static Optional<String> field(String head, String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ':'))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  private static String seal(String key) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] bytes = digest.digest((key + SEAL).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  /** {@return the next message, be it text or binary; pings are answered on the way} */
  byte[] next() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    while (true) {
      int first = in.readUnsignedByte();
      byte[] payload = payload();
      switch (first & 0x0f) {
        case 0, 1, 2 -> {
          message.write(payload);
          if (message.size() > SipFraming.LONGEST) {
            throw new IOException("what came is too long for SIP");
          }
          if ((first & LAST) != 0) {
            return message.toByteArray();
          }
        }
        case 8 -> throw new EOFException();
        case 9 -> write(10, payload);
        default -> {
          // An answer to a ping, or nothing that is known.
        }
      }
    }
  }

  private byte[] payload() throws IOException {
    int second = in.readUnsignedByte();
    long length = second & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    if (length < 0 || length > SipFraming.LONGEST) {
      throw new IOException("a frame is too long for SIP");
    }
    byte[] mask = new byte[(second & MASKED) == 0 ? 0 : 4];
    in.readFully(mask);
    byte[] payload = new byte[(int) length];
    in.readFully(payload);
    mask(payload, mask);
    return payload;
  }

  /** Sends a message as text. */
  void send(byte[] message) throws IOException {
    write(1, message);
  }

  private synchronized void write(int opcode, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) (LAST | opcode));
    if (payload.length < 126) {
      frame.put((byte) (MASKED | payload.length));
    } else if (payload.length < 1 << 16) {
      frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (MASKED | 127)).putLong(payload.length);
    }
    byte[] mask = new byte[4];
    RANDOM.nextBytes(mask);
    byte[] masked = payload.clone();
    mask(masked, mask);
    frame.put(mask).put(masked);
    out.write(frame.array(), 0, frame.position());
    out.flush();
  }

  private static void mask(byte[] payload, byte[] mask) {
    for (int at = 0; at < payload.length && mask.length > 0; at++) {
      payload[at] ^= mask[at % 4];
    }
  }
}
