package dev.opensipsmcp.lab.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP/1 request.
 *
 * @param method the method
 * @param path the path, without a query
 * @param headers by lower-case name
 * @param closes whether the client wants the connection closed after the answer
 * @param body the body as text
 * @param bodyBytes the body's size
 */
public record HttpRequest(
    String method,
    String path,
    Map<String, String> headers,
    boolean closes,
    String body,
    int bodyBytes) {

  private static final int LINE_LIMIT = 16_384;

  /** {@return a header's value} */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Reads the next request; nothing when the connection ends or is not HTTP. */
  public static Optional<HttpRequest> read(InputStream in, OutputStream out) throws IOException {
    String line = line(in);
    int first = line.indexOf(' ');
    int second = line.indexOf(' ', first + 1);
    if (first < 1 || second < 0) {
      return Optional.empty();
    }
    Map<String, String> headers = headers(in);
    if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    byte[] body = body(in, headers);
    String target = line.substring(first + 1, second);
    int query = target.indexOf('?');
    boolean closes =
        line.endsWith("HTTP/1.0") || "close".equalsIgnoreCase(headers.get("connection"));
    return Optional.of(
        new HttpRequest(
            line.substring(0, first),
            query < 0 ? target : target.substring(0, query),
            headers,
            closes,
            new String(body, StandardCharsets.UTF_8),
            body.length));
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).trim());
      }
    }
    return headers;
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = chunk(in); size > 0; size = chunk(in)) {
        body.write(in.readNBytes(size));
        line(in);
      }
      line(in);
      return body.toByteArray();
    }
    return in.readNBytes(number(headers.getOrDefault("content-length", "0"), 10));
  }

  private static int chunk(InputStream in) throws IOException {
    String line = line(in);
    int end = line.indexOf(';');
    return number(end < 0 ? line : line.substring(0, end), 16);
  }

  private static int number(String text, int radix) throws IOException {
    try {
      return Integer.parseUnsignedInt(text.trim(), radix);
    } catch (NumberFormatException e) {
      throw new IOException("no length: " + text, e);
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() > LINE_LIMIT) {
        throw new EOFException("the line does not end");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
