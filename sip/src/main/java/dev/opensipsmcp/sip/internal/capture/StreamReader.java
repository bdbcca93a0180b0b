package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.Payloads;
import dev.opensipsmcp.sip.capture.Sighting;
import dev.opensipsmcp.sip.internal.capture.SipScan.Start;
import dev.opensipsmcp.sip.trace.Transport;

/**
 * Finds messages in the bytes of one direction of a connection: SIP framed by Content-Length (RFC
 * 3261 section 18.3) with empty lines between (RFC 5626 section 3.5.1), SIP in WebSocket frames
 * (RFC 7118), and what {@link Payloads} opens. After a loss the next line that begins a message is
 * looked for. A stream that shows no message is ignored until a segment begins with one.
 */
final class StreamReader {
  private static final int LONGEST = 1 << 20;
  private static final int LONGEST_HEAD = 1 << 16;
  private static final int TRIES = 16;

  private final TcpStream stream;
  private final Messages messages;
  private final Payloads payloads;
  private final Counts counts;
  private final Growing kept;
  private final WebSocketReader webSocket;
  private final SipScan scan = new SipScan();
  private Mode mode = Mode.SIP;
  private int at;
  private long need;
  private int scanned;
  private boolean headKnown;
  private boolean proven;
  private int tries;
  private long time;

  private enum Mode {
    SIP,
    WEB_SOCKET,
    IGNORED
  }

  StreamReader(
      TcpStream stream, TcpStreams all, Messages messages, Payloads payloads, Counts counts) {
    this.stream = stream;
    this.messages = messages;
    this.payloads = payloads;
    this.counts = counts;
    this.kept = new Growing(all);
    this.webSocket = new WebSocketReader(all);
  }

  boolean ignored() {
    return mode == Mode.IGNORED;
  }

  /** {@return whether an ignored stream begins a message here, and is read again} */
  boolean wakes(byte[] bytes, int from, int to) {
    Start start = scan.start(bytes, from, to);
    if (start != Start.REQUEST && start != Start.RESPONSE) {
      return false;
    }
    mode = Mode.SIP;
    proven = true;
    return true;
  }

  /** Takes the next bytes. */
  void bytes(byte[] bytes, int from, int to, long when) {
    time = when;
    if (kept.length() == 0) {
      read(bytes, from, to);
      if (mode != Mode.IGNORED && at < to && !kept.add(bytes, at, to)) {
        forget();
      }
      return;
    }
    if (!kept.add(bytes, from, to)) {
      counts.lost += kept.length() + to - from;
      forget();
    } else if (kept.length() >= need) {
      read(kept.bytes(), 0, kept.length());
      if (mode != Mode.IGNORED) {
        kept.drop(at);
      }
    }
  }

  private void read(byte[] bytes, int from, int to) {
    at = from;
    need = 0;
    boolean goesOn = true;
    while (goesOn && at < to) {
      goesOn =
          switch (mode) {
            case SIP -> sip(bytes, to);
            case WEB_SOCKET -> webSocket(bytes, to);
            case IGNORED -> false;
          };
    }
  }

  /** {@return whether it came further; if not, more bytes are needed} */
  private boolean sip(byte[] bytes, int to) {
    while (at < to && (bytes[at] == '\r' || bytes[at] == '\n')) {
      at++;
    }
    if (at == to) {
      return false;
    }
    return switch (scan.start(bytes, at, to)) {
      case NONE -> other(bytes, to);
      case UNKNOWN -> false;
      case REQUEST, RESPONSE -> message(bytes, to);
    };
  }

  private boolean message(byte[] bytes, int to) {
    int head = headEnd(bytes, to);
    if (head < 0) {
      return to - at > LONGEST_HEAD && seek(bytes, to);
    }
    scan.headers(bytes, head, true);
    long total = head - at + Math.max(0, scan.contentLength());
    if (total > LONGEST) {
      scanned = 0;
      return seek(bytes, to);
    }
    if (total > to - at) {
      need = total;
      headKnown = true;
      return false;
    }
    place(Transport.TCP).saying(bytes, at, at + (int) total);
    at += (int) total;
    done();
    messages.seen();
    return true;
  }

  private void done() {
    scanned = 0;
    headKnown = false;
    proven = true;
  }

  private Sighting place(Transport transport) {
    IpEnds ends = stream.ends;
    return messages
        .sighting()
        .at(time, transport)
        .between(
            ends.bytes,
            ends.source,
            ends.destination,
            ends.length,
            stream.sourcePort,
            stream.destinationPort);
  }

  /** {@return where the head has ended, or -1 when its end is not there yet} */
  private int headEnd(byte[] bytes, int to) {
    int from = at + Math.max(0, scanned - 3);
    while (true) {
      int line = SipScan.lineFeed(bytes, from, to);
      int next = line + 1;
      if (next < to && bytes[next] == '\r') {
        next++;
      }
      if (next >= to) {
        scanned = to - at;
        return -1;
      }
      if (bytes[next] == '\n') {
        return next + 1;
      }
      from = line + 1;
    }
  }

  /** No SIP begins here. */
  private boolean other(byte[] bytes, int to) {
    int length = payloads.length(bytes, at, to);
    if (length > LONGEST) {
      return seek(bytes, to);
    }
    if (length != 0) {
      return packet(bytes, to, length);
    }
    if (WebSocketReader.upgrades(bytes, at, to)) {
      int head = headEnd(bytes, to);
      if (head < 0) {
        return to - at > LONGEST_HEAD && seek(bytes, to);
      }
      boolean upgraded = WebSocketReader.upgraded(bytes, at, head);
      at = head;
      scanned = 0;
      mode = upgraded ? Mode.WEB_SOCKET : Mode.SIP;
      tries++;
      return true;
    }
    if (webSocket.begins(scan, bytes, at, to)) {
      mode = Mode.WEB_SOCKET;
      return true;
    }
    if (!proven && to - at > 2 && isTls(bytes)) {
      counts.encrypted++;
      forget();
      mode = Mode.IGNORED;
      return false;
    }
    return seek(bytes, to);
  }

  private boolean isTls(byte[] bytes) {
    return bytes[at] >= 20 && bytes[at] <= 23 && bytes[at + 1] == 3 && bytes[at + 2] <= 4;
  }

  private boolean packet(byte[] bytes, int to, int length) {
    if (length < 0 || length > to - at) {
      need = Math.max(0, length);
      return false;
    }
    int from = at;
    at += length;
    done();
    if (payloads.open(bytes, from, at, place(Transport.TCP))) {
      messages.seen();
    }
    return true;
  }

  /** Goes to the next line that begins a message, or may begin one once more bytes are there. */
  private boolean seek(byte[] bytes, int to) {
    scanned = 0;
    headKnown = false;
    if (!proven && ++tries > TRIES) {
      forget();
      mode = Mode.IGNORED;
      return false;
    }
    int line = SipScan.lineFeed(bytes, at, to);
    while (line < to) {
      Start start = scan.start(bytes, line + 1, to);
      if (start != Start.NONE) {
        at = line + 1;
        return start != Start.UNKNOWN;
      }
      line = SipScan.lineFeed(bytes, line + 1, to);
    }
    at = to;
    return false;
  }

  private boolean webSocket(byte[] bytes, int to) {
    long length = WebSocketReader.length(bytes, at, to);
    if (length == 0 || length > LONGEST) {
      at = to;
      mode = proven ? Mode.SIP : Mode.IGNORED;
      webSocket.reset();
      return false;
    }
    if (length < 0 || length > to - at) {
      need = Math.max(0, length);
      return false;
    }
    boolean whole = webSocket.frame(bytes, at, at + (int) length);
    at += (int) length;
    if (whole) {
      byte[] message = webSocket.bytes();
      int end = webSocket.length();
      Start start = scan.start(message, 0, end);
      if (start == Start.REQUEST || start == Start.RESPONSE) {
        place(Transport.WS).saying(message, 0, end);
        done();
        messages.seen();
      }
      webSocket.reset();
    }
    return true;
  }

  /** Bytes are missing here. What is there of a message whose head is whole stays evidence. */
  void lost() {
    if (headKnown && kept.length() > 0 && mode == Mode.SIP) {
      place(Transport.TCP).saying(kept.bytes(), 0, kept.length());
      messages.seen();
    }
    forget();
    if (mode == Mode.WEB_SOCKET) {
      mode = Mode.SIP;
    }
  }

  private void forget() {
    kept.release();
    webSocket.reset();
    need = 0;
    scanned = 0;
    headKnown = false;
  }

  /** Nothing more will come. */
  void finish() {
    lost();
  }
}
