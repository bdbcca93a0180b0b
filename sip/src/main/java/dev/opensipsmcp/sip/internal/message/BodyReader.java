package dev.opensipsmcp.sip.internal.message;

import dev.opensipsmcp.sip.message.BodyPart;
import dev.opensipsmcp.sip.message.Defect.Kind;
import dev.opensipsmcp.sip.message.Header;
import dev.opensipsmcp.sip.message.HeaderNames;
import dev.opensipsmcp.sip.message.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes bodies apart (RFC 2046 section 5.1). */
public final class BodyReader {
  /** Deeper ones stay in one piece, so that the work grows with the size alone. */
  private static final int DEEPEST = 8;

  private static final int MOST_PARTS = 200;

  private final byte[] bytes;
  private final Defects defects;

  /** Reads bodies out of these bytes and notes what is wrong with them. */
  public BodyReader(byte[] bytes, Defects defects) {
    this.bytes = bytes;
    this.defects = defects;
  }

  /** {@return the body that these headers describe and that stands in this stretch} */
  public BodyPart read(List<Header> headers, int from, int to) {
    return read(headers, from, to, 0);
  }

  private BodyPart read(List<Header> headers, int from, int to, int depth) {
    String value = "";
    for (Header header : headers) {
      if (value.isEmpty() && HeaderNames.same(header.name(), "Content-Type")) {
        value = header.value();
      }
    }
    int end = value.indexOf(';');
    String type = (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    Map<String, String> parameters =
        end < 0 ? Map.of() : HeaderValues.parameters(value.substring(end));
    List<BodyPart> parts = List.of();
    if (type.startsWith("multipart/") && depth < DEEPEST) {
      parts = parts(parameters.getOrDefault("boundary", ""), from, to, depth);
    }
    return new BodyPart(type, parameters, headers, Arrays.copyOfRange(bytes, from, to), parts);
  }

  private List<BodyPart> parts(String boundary, int from, int to, int depth) {
    List<BodyPart> parts = new ArrayList<>();
    if (boundary.isEmpty() || boundary.length() > 70) {
      bad("A multipart has no boundary of 1 to 70 characters.");
      return parts;
    }
    byte[] mark = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
    int start = -1;
    int at = from;
    while (at < to) {
      int feed = Ascii.lineEnd(bytes, at, to);
      if (isMark(mark, at, feed)) {
        if (start >= 0 && parts.size() < MOST_PARTS) {
          parts.add(part(start, beforeLineEnd(start, at), depth));
        }
        if (isLast(mark, at, feed)) {
          return parts;
        }
        start = Math.min(feed + 1, to);
      }
      at = feed + 1;
    }
    bad(
        start < 0
            ? "The boundary of a multipart stands nowhere in it."
            : "A multipart does not end with its boundary and two dashes.");
    if (start >= 0 && parts.size() < MOST_PARTS) {
      parts.add(part(start, to, depth));
    }
    return parts;
  }

  private boolean isMark(byte[] mark, int at, int feed) {
    if (feed - at < mark.length
        || !Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
      return false;
    }
    int rest = at + mark.length + (isLast(mark, at, feed) ? 2 : 0);
    return Ascii.overBlanks(bytes, rest, feed) == feed;
  }

  private boolean isLast(byte[] mark, int at, int feed) {
    int rest = at + mark.length;
    return feed - rest >= 2 && bytes[rest] == '-' && bytes[rest + 1] == '-';
  }

  /** The line end before a boundary belongs to the boundary. */
  private int beforeLineEnd(int start, int at) {
    int end = at > start && bytes[at - 1] == '\n' ? at - 1 : at;
    return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  private BodyPart part(int from, int to, int depth) {
    List<Header> headers = new ArrayList<>();
    int at = from;
    while (at < to) {
      int feed = Ascii.lineEnd(bytes, at, to);
      int end = Ascii.withoutReturn(bytes, at, feed);
      int line = at;
      at = Math.min(feed + 1, to);
      if (end == line) {
        return read(headers, at, to, depth + 1);
      }
      header(new String(bytes, line, end - line, StandardCharsets.UTF_8), headers);
    }
    return read(headers, to, to, depth + 1);
  }

  private void header(String line, List<Header> headers) {
    int colon = line.indexOf(':');
    if (Chars.isBlank(line.charAt(0)) && !headers.isEmpty()) {
      Header before = headers.removeLast();
      headers.add(new Header(before.name(), before.value() + ' ' + line.strip()));
    } else if (colon > 0) {
      headers.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
    } else {
      bad("A part of a multipart has a header line without a colon.");
    }
  }

  private void bad(String text) {
    defects.add(Kind.BAD_BODY, Defects.BODY, text);
  }
}
