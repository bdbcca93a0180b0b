package dev.opensipsmcp.mi.internal.wire;

import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/** Makes sure that an answer starts as a JSON object, so that a web page is called a web page. */
final class JsonStart {
  private static final int SHOWN = 80;

  private JsonStart() {}

  static InputStream of(InputStream body) throws IOException {
    PushbackInputStream start = new PushbackInputStream(body, 1);
    int first = start.read();
    while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
      first = start.read();
    }
    if (first < 0) {
      throw new EOFException("the answer is empty");
    }
    if (first != '{') {
      throw foreign(first, start);
    }
    start.unread(first);
    return start;
  }

  private static ChannelException foreign(int first, InputStream rest) throws IOException {
    byte[] bytes = new byte[SHOWN];
    bytes[0] = (byte) first;
    int more = rest.read(bytes, 1, SHOWN - 1);
    String seen = new String(bytes, 0, 1 + Math.max(more, 0), StandardCharsets.US_ASCII);
    return new ChannelException(
        Reach.FOREIGN,
        (first == '<' ? "A web page answered instead of MI: " : "No JSON object was answered: ")
            + seen.replace('\r', ' ').replace('\n', ' ').strip(),
        "Check the address: it must be the one of mi_http, mi_datagram or mi_fifo.");
  }
}
