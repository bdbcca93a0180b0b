package dev.opensipsmcp.sip.internal.message;

import dev.opensipsmcp.sip.message.Defect;
import dev.opensipsmcp.sip.message.Header;
import dev.opensipsmcp.sip.message.HeaderNames;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.StartLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one message: the first line, header lines with their folds, and where the body begins. */
public final class MessageReader {
  private static final int MOST_SHOWN = 256;
  private static final String START = "start line";

  private final byte[] bytes;
  private final List<Header> headers = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private int at;

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
    StartLine start = startLine(line());
    boolean ended = headers();
    if (!ended) {
      defects.add(
          new Defect(
              Defect.Kind.NO_END_OF_HEADERS, "body", "The headers do not end with an empty line."));
    }
    length();
    return new SipMessage(start, headers, bytes, at, defects);
  }

  private String line() {
    int from = at;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    int to = at > from && bytes[at - 1] == '\r' ? at - 1 : at;
    at = Math.min(bytes.length, at + 1);
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private StartLine startLine(String line) {
    if (line.startsWith("SIP/2.0 ") && line.length() >= 11) {
      String code = line.substring(8, 11);
      if (code.chars().allMatch(c -> c >= '0' && c <= '9')
          && code.charAt(0) >= '1'
          && code.charAt(0) <= '6') {
        return new StartLine.Status(Integer.parseInt(code), line.substring(11).strip());
      }
    }
    int first = line.indexOf(' ');
    int last = line.lastIndexOf(' ');
    if (first > 0 && last > first && line.substring(last + 1).equals("SIP/2.0")) {
      return new StartLine.Request(
          line.substring(0, first), line.substring(first + 1, last).strip());
    }
    defects.add(
        new Defect(
            Defect.Kind.BAD_START_LINE,
            START,
            "The first line is neither a request's nor a response's."));
    return new StartLine.Broken(line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) : line);
  }

  /** {@return whether an empty line ended them} */
  private boolean headers() {
    StringBuilder field = new StringBuilder();
    while (at < bytes.length) {
      String line = line();
      if (line.isEmpty()) {
        add(field);
        return true;
      }
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        field.append(' ').append(line.strip());
      } else {
        add(field);
        field.append(line);
      }
    }
    add(field);
    return false;
  }

  private void add(StringBuilder field) {
    if (field.isEmpty()) {
      return;
    }
    String line = field.toString();
    field.setLength(0);
    int colon = line.indexOf(':');
    String name = colon < 0 ? "" : line.substring(0, colon).strip();
    if (name.isEmpty() || name.indexOf(' ') >= 0) {
      defects.add(
          new Defect(
              Defect.Kind.BAD_HEADER_LINE,
              "header " + (headers.size() + 1),
              "A header line has no name before a colon."));
      return;
    }
    headers.add(new Header(name, line.substring(colon + 1).strip()));
  }

  private void length() {
    for (Header header : headers) {
      if (HeaderNames.same(header.name(), "Content-Length")) {
        compare(header.value());
        return;
      }
    }
  }

  private void compare(String value) {
    boolean number =
        !value.isEmpty() && value.length() < 10 && value.chars().allMatch(Character::isDigit);
    int there = bytes.length - at;
    if (!number) {
      defects.add(
          new Defect(
              Defect.Kind.BAD_VALUE, "Content-Length", "Content-Length is not a whole number."));
    } else if (Integer.parseInt(value) > there) {
      defects.add(
          new Defect(
              Defect.Kind.TRUNCATED,
              "body",
              "The body should have " + value + " bytes, " + there + " came."));
    } else if (Integer.parseInt(value) < there) {
      defects.add(
          new Defect(
              Defect.Kind.TRAILING_BYTES,
              "body",
              "The body should have " + value + " bytes, " + there + " came."));
    }
  }
}
