package dev.opensipsmcp.mcp.internal.stdio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines. A line that is too long is told once and skipped to its end,
 * without ever being held in memory.
 */
final class LineReader {
  private static final int CHUNK = 8192;

  private final InputStream in;
  private final int most;
  private final byte[] chunk = new byte[CHUNK];
  private int from;
  private int to;
  private byte[] line = new byte[CHUNK];

  /** What was read. */
  sealed interface Line {
    /**
     * A line without its end; the bytes are good until the next line is read.
     *
     * @param bytes holds the line at its begin
     * @param length the line's bytes
     */
    // Never compared nor kept, and a copy of every line would be dear.
    @SuppressWarnings("ArrayRecordComponent")
    record Text(byte[] bytes, int length) implements Line {}

    /** A line longer than allowed. */
    record TooLong() implements Line {}

    /** The stream's end. */
    record End() implements Line {}
  }

  /**
   * Makes a reader.
   *
   * @param in the stream
   * @param most the longest line, in bytes
   */
  LineReader(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /** {@return the next line} The last one needs no line break. */
  Line next() throws IOException {
    int length = 0;
    boolean tooLong = false;
    while (true) {
      if (from == to) {
        from = 0;
        to = Math.max(0, in.read(chunk));
        if (to == 0) {
          return length > 0 && !tooLong ? new Line.Text(line, length) : new Line.End();
        }
      }
      int end = from;
      while (end < to && chunk[end] != '\n') {
        end++;
      }
      int part = end - from;
      tooLong |= length + part > most;
      if (!tooLong) {
        append(length, part);
        length += part;
      }
      boolean complete = end < to;
      from = complete ? end + 1 : end;
      if (complete) {
        return tooLong ? new Line.TooLong() : new Line.Text(line, length);
      }
    }
  }

  private void append(int length, int part) {
    if (length + part > line.length) {
      line = Arrays.copyOf(line, Math.min(most, Math.max(length + part, 2 * line.length)));
    }
    System.arraycopy(chunk, from, line, length, part);
  }
}
