package dev.opensipsmcp.mi.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body in chunks (RFC 9112, section 7.1). It never asks for the next chunk before that is needed:
 * OpenSIPS sends the closing one only when something else wakes it (recorded on 3.4, 3.6 and 4.0).
 */
final class ChunkedInput extends InputStream {
  private static final long LARGEST = 1L << 40;

  private final HttpInput in;
  private long left;
  private boolean first = true;
  private boolean ended;

  ChunkedInput(HttpInput in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && !nextChunk()) {
      return -1;
    }
    int count = in.read(target, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("the answer broke off within a chunk");
    }
    left -= count;
    return count;
  }

  private boolean nextChunk() throws IOException {
    if (ended) {
      return false;
    }
    if (!first && !in.line().isEmpty()) {
      throw new IOException("the answer's chunks are malformed");
    }
    first = false;
    left = size(in.line());
    ended = left == 0;
    return !ended;
  }

  private static long size(String line) throws IOException {
    int end = line.indexOf(';');
    String digits = (end < 0 ? line : line.substring(0, end)).strip();
    try {
      long size = Long.parseLong(digits, 16);
      if (size >= 0 && size <= LARGEST) {
        return size;
      }
    } catch (NumberFormatException malformed) {
      throw new IOException("the answer's chunk size is no number", malformed);
    }
    throw new IOException("the answer's chunk size is out of range");
  }
}
