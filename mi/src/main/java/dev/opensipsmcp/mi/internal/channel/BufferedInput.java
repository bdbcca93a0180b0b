package dev.opensipsmcp.mi.internal.channel;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream over whatever fills a buffer. Unlike the JDK's it never reads further than one filling
 * goes, so what has arrived is had at once, and each wait is the filler's to bound.
 */
public abstract class BufferedInput extends InputStream {
  private final byte[] buffer;
  private int at;
  private int end;

  /**
   * Makes a stream.
   *
   * @param size the most bytes that one filling brings
   */
  protected BufferedInput(int size) {
    this.buffer = new byte[size];
  }

  /**
   * Waits for bytes.
   *
   * @param into takes them from its begin
   * @return how many came, zero or less at the end
   * @throws IOException when none came in time, or the source failed
   */
  protected abstract int fill(byte[] into) throws IOException;

  /** {@return whether a byte is there} Waits for one where none is left of the last filling. */
  protected final boolean ready() throws IOException {
    if (at == end) {
      int count = fill(buffer);
      at = 0;
      end = Math.max(count, 0);
    }
    return at < end;
  }

  @Override
  public final int read() throws IOException {
    return ready() ? buffer[at++] & 0xff : -1;
  }

  @Override
  public final int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!ready()) {
      return -1;
    }
    int count = Math.min(length, end - at);
    System.arraycopy(buffer, at, target, offset, count);
    at += count;
    return count;
  }
}
