package dev.opensipsmcp.mcp.stories;

import java.io.InputStream;
import java.util.concurrent.LinkedBlockingQueue;

/** The server's input, fed by a test from any thread. */
final class ClientStream extends InputStream {
  private final LinkedBlockingQueue<byte[]> parts = new LinkedBlockingQueue<>();
  private byte[] part = new byte[1];
  private int from = 1;

  void feed(byte[] bytes) {
    if (bytes.length > 0) {
      parts.add(bytes);
    }
  }

  void end() {
    parts.add(new byte[0]);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (from == part.length && part.length > 0) {
      try {
        part = parts.take();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      from = 0;
    }
    if (part.length == 0) {
      return -1;
    }
    int count = Math.min(length, part.length - from);
    System.arraycopy(part, from, into, offset, count);
    from += count;
    return count;
  }
}
