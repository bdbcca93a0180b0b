package dev.opensipsmcp.server.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads whole lines from a place in a file towards its beginning, in memory of one line. */
final class BackwardLines {
  private static final int BLOCK = 32 * 1024;

  private final FileChannel channel;

  /** What was read and not handed out yet: the file's bytes from {@code start} to {@code end}. */
  private byte[] held = new byte[0];

  private long start;
  private long end;

  /**
   * Starts behind a line's end.
   *
   * @param end where the last line of interest ends, behind its line feed
   */
  BackwardLines(FileChannel channel, long end) {
    this.channel = channel;
    this.start = end;
    this.end = end;
  }

  /** A line and where it begins in the file. */
  record Line(String text, long offset) {}

  /** {@return the line before the one read last, or nothing at the file's beginning} */
  Optional<Line> previous() throws IOException {
    while (true) {
      int feed = lastFeedBeforeEnd();
      if (feed >= 0 || start == 0) {
        return end == 0 ? Optional.empty() : Optional.of(handOut(feed + 1));
      }
      readBlockBefore();
    }
  }

  /** The line's own feed stands at its end, so the search begins one byte before. */
  private int lastFeedBeforeEnd() {
    for (int i = held.length - 2; i >= 0; i--) {
      if (held[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private Line handOut(int from) {
    int length = held.length - from;
    boolean feed = length > 0 && held[held.length - 1] == '\n';
    Line line =
        new Line(
            new String(held, from, feed ? length - 1 : length, StandardCharsets.UTF_8),
            start + from);
    held = Arrays.copyOf(held, from);
    end = line.offset();
    return line;
  }

  private void readBlockBefore() throws IOException {
    int size = (int) Math.min(BLOCK, start);
    ByteBuffer block = ByteBuffer.allocate(size + held.length).limit(size);
    long at = start - size;
    while (block.hasRemaining()) {
      if (channel.read(block, at + block.position()) < 0) {
        throw new IOException("The audit trail became shorter while it was read");
      }
    }
    block.limit(size + held.length).put(held);
    held = block.array();
    start = at;
  }
}
