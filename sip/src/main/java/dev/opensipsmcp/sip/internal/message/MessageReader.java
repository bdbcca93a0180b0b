package dev.opensipsmcp.sip.internal.message;

import dev.opensipsmcp.sip.message.Defect.Kind;
import dev.opensipsmcp.sip.message.Header;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.StartLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one message: the first line, header lines with their folds, and where the body begins. */
public final class MessageReader {
  private final byte[] bytes;
  private final List<Header> headers = new ArrayList<>(16);
  private final Defects defects = new Defects();
  private final HeaderCheck check = new HeaderCheck(defects);
  private int at;
  private boolean feedsOnly;

  /** Reads these bytes. */
  public MessageReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** {@return the message} */
  public SipMessage read() {
    // Empty lines before the first line are ignored (RFC 3261 section 7.5).
    while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n')) {
      at++;
    }
    int begin = at;
    int feed = Ascii.lineEnd(bytes, at, bytes.length);
    StartLine start = new FirstLine(bytes, at, end(at, feed), defects).read();
    at = Math.min(feed + 1, bytes.length);
    if (!headers()) {
      defects.add(
          Kind.NO_END_OF_HEADERS, Defects.BODY, "The headers do not end with an empty line.");
    }
    if (feedsOnly) {
      defects.add(Kind.BAD_LINE_END, "lines", "Lines end with a line feed only.");
    }
    Utf8Check.of(bytes, begin, at, defects);
    check.finish(start, headers, bytes, at);
    return new SipMessage(start, headers, bytes, at, defects.all());
  }

  private int end(int from, int feed) {
    int end = Ascii.withoutReturn(bytes, from, feed);
    feedsOnly |= feed < bytes.length && end == feed;
    return end;
  }

  /** {@return whether an empty line ended them} */
  private boolean headers() {
    while (at < bytes.length) {
      int from = at;
      int feed = Ascii.lineEnd(bytes, at, bytes.length);
      int end = end(from, feed);
      at = Math.min(feed + 1, bytes.length);
      if (end == from) {
        return feed < bytes.length || end < feed;
      }
      header(from, end);
    }
    return false;
  }

  private void header(int from, int end) {
    int colon = from;
    while (colon < end && bytes[colon] != ':') {
      colon++;
    }
    int nameEnd = Ascii.backOverBlanks(bytes, from, colon);
    int value = Ascii.overBlanks(bytes, Math.min(colon + 1, end), end);
    String text = text(value, Ascii.backOverBlanks(bytes, value, end));
    if (at < bytes.length && Ascii.isBlank(bytes[at])) {
      text = unfolded(text);
    }
    if (colon == end || nameEnd == from || Ascii.isBlank(bytes[from])) {
      badLine();
      return;
    }
    String name = CommonNames.of(bytes, from, nameEnd);
    if (!Chars.all(Chars.TOKEN, name, 0, name.length())) {
      badLine();
      return;
    }
    headers.add(new Header(name, text));
    check.value(name, text);
  }

  private void badLine() {
    defects.add(
        Kind.BAD_HEADER_LINE,
        "header " + (headers.size() + 1),
        "A header line has no name before a colon.");
  }

  /** A line that begins with a blank goes on with the one before (RFC 3261 section 7.3.1). */
  private String unfolded(String first) {
    StringBuilder all = new StringBuilder(first);
    while (at < bytes.length && Ascii.isBlank(bytes[at])) {
      int from = at;
      int feed = Ascii.lineEnd(bytes, at, bytes.length);
      int end = end(from, feed);
      at = Math.min(feed + 1, bytes.length);
      int start = Ascii.overBlanks(bytes, from, end);
      int stop = Ascii.backOverBlanks(bytes, start, end);
      if (start < stop) {
        all.append(all.isEmpty() ? "" : " ").append(text(start, stop));
      }
    }
    return all.toString();
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
