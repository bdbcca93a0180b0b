package dev.opensipsmcp.db.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Cuts bytes into lines, each with its end, so that what is summed is what stands there. */
final class LineReader implements AutoCloseable {
  /** No line of a backup is longer: the databases themselves take no row of this size. */
  private static final int LONGEST = 1 << 28;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;

  LineReader(InputStream in) {
    this.in = in;
  }

  static String text(byte[] line) {
    return new String(line, 0, line.length - 1, StandardCharsets.UTF_8);
  }

  /** {@return the next line with its end; empty behind the last} */
  Optional<byte[]> next() throws IOException {
    int at = from;
    while (true) {
      for (; at < to; at++) {
        if (buffer[at] == '\n') {
          byte[] line = Arrays.copyOfRange(buffer, from, at + 1);
          from = at + 1;
          if (line.length == 1) {
            throw new IOException("A line is empty");
          }
          return Optional.of(line);
        }
      }
      int had = to - from;
      if (!more()) {
        if (had > 0) {
          throw new IOException("The last line is cut off");
        }
        return Optional.empty();
      }
      at = from + had;
    }
  }

  private boolean more() throws IOException {
    int had = to - from;
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, had);
      from = 0;
      to = had;
    }
    if (to == buffer.length) {
      if (buffer.length >= LONGEST) {
        throw new IOException("A line is too long");
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, to, buffer.length - to);
    to += Math.max(read, 0);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
