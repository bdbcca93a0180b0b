package dev.opensipsmcp.lab.internal.wire;

import dev.opensipsmcp.lab.internal.rpc.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes HTTP responses with the recorded headers in the recorded order. */
final class HttpResponse {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

  private final OutputStream out;
  private final Clock clock;

  HttpResponse(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** A whole body. */
  void send(int status, String type, boolean closes, String more, Payload body, long length)
      throws IOException {
    head(status, type, closes, more + "Content-Length: " + length + "\r\n");
    body.writeTo(out);
    out.flush();
  }

  /** The head of a response without a body, whose end is held back. */
  void begin(int status, boolean closes) throws IOException {
    head(status, "application/json", closes, "Transfer-Encoding: chunked\r\n");
    out.flush();
  }

  /** The end that was held back. */
  void end() throws IOException {
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private void head(int status, String type, boolean closes, String more) throws IOException {
    String head =
        "HTTP/1.1 "
            + status
            + ' '
            + reason(status)
            + "\r\nDate: "
            + DATE.format(clock.instant().atOffset(ZoneOffset.UTC))
            + (closes ? "\r\nConnection: close" : "")
            + "\r\nContent-Type: "
            + type
            + "\r\n"
            + more
            + "\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 202 -> "Accepted";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      default -> "Status " + status;
    };
  }
}
