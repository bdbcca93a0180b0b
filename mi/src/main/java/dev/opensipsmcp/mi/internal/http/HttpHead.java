package dev.opensipsmcp.mi.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** An HTTP/1.1 answer's status line and the few header fields that matter here (RFC 9112). */
final class HttpHead {
  private static final int MOST_FIELDS = 100;

  private final int status;
  private final String reason;
  private long contentLength = -1;
  private boolean chunked;
  private String contentType = "";
  private String location = "";

  private HttpHead(int status, String reason) {
    this.status = status;
    this.reason = reason;
  }

  /** Reads the head; informational answers (1xx) before it are passed over. */
  static HttpHead read(HttpInput in) throws IOException {
    while (true) {
      HttpHead head = statusLine(in.line());
      head.fields(in);
      if (head.status >= 200) {
        in.headIsRead();
        return head;
      }
    }
  }

  private static HttpHead statusLine(String line) throws IOException {
    if (!line.startsWith("HTTP/1.") || line.length() < 12 || line.charAt(8) != ' ') {
      throw new NotHttpException(line);
    }
    int status = 0;
    for (int i = 9; i < 12; i++) {
      int digit = line.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new NotHttpException(line);
      }
      status = status * 10 + digit;
    }
    return new HttpHead(status, line.substring(12).strip());
  }

  private void fields(HttpInput in) throws IOException {
    int count = 0;
    for (String line = in.line(); !line.isEmpty(); line = in.line()) {
      if (++count > MOST_FIELDS) {
        throw new IOException("the answer has more than 100 header fields");
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        field(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
  }

  private void field(String name, String value) throws IOException {
    switch (name) {
      case "content-length" -> contentLength = length(value);
      case "transfer-encoding" -> chunked = value.toLowerCase(Locale.ROOT).endsWith("chunked");
      case "content-type" -> contentType = value.toLowerCase(Locale.ROOT);
      case "location" -> location = value;
      default -> {}
    }
  }

  private static long length(String value) throws IOException {
    try {
      long length = Long.parseLong(value);
      if (length >= 0) {
        return length;
      }
    } catch (NumberFormatException malformed) {
      throw new IOException("the answer's Content-Length is no number", malformed);
    }
    throw new IOException("the answer's Content-Length is negative");
  }

  /** {@return the body as its header fields frame it} */
  InputStream body(HttpInput in) {
    if (chunked) {
      return new ChunkedInput(in);
    }
    return contentLength >= 0 ? new FixedInput(in, contentLength) : in;
  }

  int status() {
    return status;
  }

  /** {@return the status with its words, for a person} */
  String statusText() {
    return reason.isEmpty() ? "HTTP " + status : "HTTP " + status + " " + reason;
  }

  boolean html() {
    return contentType.startsWith("text/html");
  }

  String location() {
    return location;
  }
}
