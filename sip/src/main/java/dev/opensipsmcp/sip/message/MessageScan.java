package dev.opensipsmcp.sip.message;

import dev.opensipsmcp.sip.internal.message.AddressSpans;
import dev.opensipsmcp.sip.internal.message.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The few things of a message that a list of calls needs, found in its bytes in one pass that ends
 * where the body begins. No text is made before somebody asks for it: {@link #same} and {@link
 * #hash} work on the bytes. For all that a message says see {@link SipParser}; both read the same
 * values out of the same bytes.
 *
 * <p>It keeps the array that it was given, and shows what the array holds when it is asked.
 */
public final class MessageScan {
  /** What was looked for. Where it is missing its text is empty. */
  public enum Part {
    /** A request's method as written; empty for a response. */
    METHOD,
    /** The Request-URI as written, with its password if it has one; empty for a response. */
    REQUEST_URI,
    /** The user part of the Request-URI, or the number of a tel URI. */
    REQUEST_USER,
    CALL_ID,
    CSEQ_METHOD,
    FROM_USER,
    FROM_HOST,
    FROM_TAG,
    TO_USER,
    TO_HOST,
    TO_TAG;

    private static final int COUNT = values().length;

    /** Where its start stands in the array of spans; its end stands behind it. */
    @SuppressWarnings("EnumOrdinal") // A place in an array that no process outlives.
    private int start() {
      return 2 * ordinal();
    }
  }

  /** The length of {@code SIP/2.0}. */
  private static final int VERSION = 7;

  private final byte[] bytes;
  private final int to;
  private final int[] spans = new int[2 * Part.COUNT];
  private int code;
  private long cseq = -1;
  private int contentLength = -1;
  private int bodyAt = -1;

  private MessageScan(byte[] bytes, int to) {
    this.bytes = bytes;
    this.to = to;
  }

  /**
   * {@return what a message's beginning says; empty when the first line is none of SIP}
   *
   * @param bytes hold the message
   * @param from where it begins; empty lines are skipped
   * @param to the end of what there is: of the datagram, or of the stream so far
   */
  public static Optional<MessageScan> of(byte[] bytes, int from, int to) {
    MessageScan scan = new MessageScan(bytes, to);
    int start = from;
    while (start < to && (bytes[start] == '\r' || bytes[start] == '\n')) {
      start++;
    }
    int end = Ascii.lineEnd(bytes, start, to);
    if (!scan.firstLine(start, Ascii.withoutReturn(bytes, start, end))) {
      return Optional.empty();
    }
    scan.headers(end + 1);
    return Optional.of(scan);
  }

  /** {@return whether it is a request} */
  public boolean isRequest() {
    return code == 0;
  }

  /** {@return a response's status code, 100 to 699; 0 for a request} */
  public int code() {
    return code;
  }

  /** {@return the number of CSeq; -1 when it can't be read} */
  public long cseq() {
    return cseq;
  }

  /** {@return what Content-Length says, in bytes; -1 when it says nothing that can be read} */
  public int contentLength() {
    return contentLength;
  }

  /** {@return where in the array the body begins; -1 when no empty line has ended the headers} */
  public int bodyAt() {
    return bodyAt;
  }

  /** {@return the method of a request, or of CSeq in a response; empty when neither can be read} */
  public String method() {
    return text(isRequest() ? Part.METHOD : Part.CSEQ_METHOD);
  }

  /** {@return whether the part is there and not empty} */
  public boolean has(Part part) {
    return spans[part.start()] < spans[part.start() + 1];
  }

  /** {@return the part; users without escapes, hosts in lower case; empty when missing} */
  public String text(Part part) {
    int start = spans[part.start()];
    int end = spans[part.start() + 1];
    if (start == end) {
      return "";
    }
    return switch (part) {
      case METHOD, CSEQ_METHOD -> Ascii.method(bytes, start, end);
      case REQUEST_USER, FROM_USER, TO_USER -> SipUris.unescaped(utf8(start, end));
      case FROM_HOST, TO_HOST -> utf8(start, end).toLowerCase(Locale.ROOT);
      case REQUEST_URI, CALL_ID, FROM_TAG, TO_TAG -> utf8(start, end);
    };
  }

  /** {@return whether two messages have the same bytes there} */
  public boolean same(Part part, MessageScan other) {
    int at = part.start();
    return Ascii.equal(
        bytes, spans[at], spans[at + 1], other.bytes, other.spans[at], other.spans[at + 1]);
  }

  /** {@return whether these are the bytes there} */
  public boolean same(Part part, byte[] value) {
    int at = part.start();
    return Ascii.equal(bytes, spans[at], spans[at + 1], value, 0, value.length);
  }

  /** {@return a hash of the bytes there; that of {@link java.util.Arrays#hashCode(byte[])}} */
  public int hash(Part part) {
    int hash = 1;
    for (int at = spans[part.start()]; at < spans[part.start() + 1]; at++) {
      hash = 31 * hash + bytes[at];
    }
    return hash;
  }

  private String utf8(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private boolean firstLine(int start, int end) {
    code = Ascii.statusCode(bytes, start, end);
    if (code > 0) {
      return true;
    }
    if (Ascii.isVersion(bytes, start, Math.min(end, start + VERSION))) {
      return false;
    }
    int last = Ascii.backOverBlanks(bytes, start, end);
    int version = last - VERSION - 1;
    if (version <= start
        || !Ascii.isBlank(bytes[version])
        || !Ascii.isVersion(bytes, version + 1, last)) {
      return false;
    }
    int blank = start;
    while (blank < version && !Ascii.isBlank(bytes[blank])) {
      blank++;
    }
    if (blank == start || blank == version) {
      return false;
    }
    int uri = Ascii.overBlanks(bytes, blank, version);
    int uriEnd = Ascii.backOverBlanks(bytes, uri, version);
    if (uri >= uriEnd) {
      return false;
    }
    put(Part.METHOD, start, blank);
    put(Part.REQUEST_URI, uri, uriEnd);
    AddressSpans.uri(bytes, uri, uriEnd, spans, Part.REQUEST_USER.start(), -1);
    return true;
  }

  private void headers(int from) {
    int at = from;
    while (at < to) {
      byte c = bytes[at];
      if (c == '\n' || (c == '\r' && at + 1 < to && bytes[at + 1] == '\n')) {
        bodyAt = c == '\n' ? at + 1 : at + 2;
        return;
      }
      int end = Ascii.lineEnd(bytes, at, to);
      switch (c) {
        case 'c', 'C', 'f', 'F', 't', 'T', 'i', 'I', 'l', 'L' -> header(at, end);
        default -> {}
      }
      at = end + 1;
    }
  }

  private void header(int start, int lineEnd) {
    int colon = start;
    while (colon < lineEnd && bytes[colon] != ':') {
      colon++;
    }
    if (colon == lineEnd) {
      return;
    }
    int nameEnd = Ascii.backOverBlanks(bytes, start, colon);
    int end = lineEnd;
    while (end + 1 < to && Ascii.isBlank(bytes[end + 1])) {
      end = Ascii.lineEnd(bytes, end + 1, to);
    }
    int value = Ascii.overBlanks(bytes, colon + 1, end);
    int valueEnd = Ascii.backOverBlanks(bytes, value, end);
    if (is(start, nameEnd, "From", "f")) {
      address(Part.FROM_USER, Part.FROM_TAG, value, valueEnd);
    } else if (is(start, nameEnd, "To", "t")) {
      address(Part.TO_USER, Part.TO_TAG, value, valueEnd);
    } else if (is(start, nameEnd, "Call-ID", "i")) {
      put(Part.CALL_ID, value, valueEnd);
    } else if (is(start, nameEnd, "CSeq", "CSeq") && cseq < 0) {
      int digits = Ascii.overDigits(bytes, value, valueEnd);
      cseq = Ascii.number(bytes, value, digits);
      if (cseq >= 0) {
        int method = Ascii.overBlanks(bytes, digits, valueEnd);
        put(Part.CSEQ_METHOD, method, Ascii.overWord(bytes, method, valueEnd));
      }
    } else if (is(start, nameEnd, "Content-Length", "l") && contentLength < 0) {
      long length = Ascii.number(bytes, value, valueEnd);
      contentLength = length > Integer.MAX_VALUE ? -1 : (int) length;
    }
  }

  private boolean is(int start, int end, String name, String compact) {
    return Ascii.same(bytes, start, end, name) || Ascii.same(bytes, start, end, compact);
  }

  private void address(Part user, Part tag, int start, int end) {
    if (!has(tag) && !has(user)) {
      int host = user == Part.FROM_USER ? Part.FROM_HOST.start() : Part.TO_HOST.start();
      AddressSpans.address(bytes, start, end, spans, user.start(), host, tag.start());
    }
  }

  /** The first one counts. */
  private void put(Part part, int start, int end) {
    if (!has(part)) {
      spans[part.start()] = start;
      spans[part.start() + 1] = end;
    }
  }
}
