package dev.opensipsmcp.sip.internal.message;

import dev.opensipsmcp.sip.message.Defect.Kind;
import dev.opensipsmcp.sip.message.StartLine;
import java.nio.charset.StandardCharsets;

/** Reads first lines (RFC 3261 section 7). What can be told of a bad one is told. */
final class FirstLine {
  private static final int MOST_SHOWN = 256;
  private static final int VERSION_LENGTH = 7;

  private final byte[] bytes;
  private final int start;
  private final int end;
  private final Defects defects;

  FirstLine(byte[] bytes, int start, int end, Defects defects) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.defects = defects;
  }

  StartLine read() {
    return isVersion(start, Math.min(end, start + VERSION_LENGTH)) ? status() : request();
  }

  private StartLine status() {
    int code = Ascii.statusCode(bytes, start, end);
    int digits = start + VERSION_LENGTH + 1;
    if (code == 0) {
      return broken("The status code is not three digits from 100 to 699 between blanks.");
    }
    if (end == digits + 3) {
      wrong("No blank follows the status code.");
    }
    version(start);
    return new StartLine.Status(code, text(Math.min(end, digits + 4), end).strip());
  }

  private StartLine request() {
    int last = Ascii.backOverBlanks(bytes, start, end);
    int version = last - VERSION_LENGTH;
    if (version <= start || !Ascii.isBlank(bytes[version - 1]) || !isVersion(version, last)) {
      return broken("The first line is neither a request's nor a response's.");
    }
    int blank = start;
    while (blank < version && !Ascii.isBlank(bytes[blank])) {
      blank++;
    }
    int uri = Ascii.overBlanks(bytes, blank, version);
    int uriEnd = Ascii.backOverBlanks(bytes, uri, version);
    if (blank == start || uri >= uriEnd) {
      return broken("The first line has no method or no Request-URI.");
    }
    if (last < end || uri - blank != 1 || version - uriEnd != 1) {
      wrong("Its parts are not parted by exactly one blank each.");
    }
    String method = Ascii.method(bytes, start, blank);
    if (!Chars.all(Chars.TOKEN, method, 0, method.length())) {
      wrong("The method is no token.");
    }
    version(version);
    String target = text(uri, uriEnd);
    String problem = UriCheck.problem(target, 0, target.length());
    if (!problem.isEmpty()) {
      defects.add(Kind.BAD_URI, Defects.START, "The Request-URI is wrong: " + problem);
    } else if (target.indexOf('?', target.lastIndexOf('@') + 1) >= 0
        && target.regionMatches(true, 0, "sip", 0, 3)) {
      defects.add(Kind.BAD_URI, Defects.START, "A Request-URI must not carry headers.");
    }
    return new StartLine.Request(method, target);
  }

  private boolean isVersion(int from, int to) {
    return Ascii.isVersion(bytes, from, to);
  }

  private void version(int at) {
    if (bytes[at + 4] != '2' || bytes[at + 6] != '0') {
      defects.add(Kind.BAD_VERSION, Defects.START, "The version of SIP is not 2.0.");
    }
  }

  private void wrong(String text) {
    defects.add(Kind.BAD_START_LINE, Defects.START, text);
  }

  private StartLine broken(String problem) {
    wrong(problem);
    String line = text(start, Math.min(end, start + 4 * MOST_SHOWN));
    return new StartLine.Broken(line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) : line);
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
