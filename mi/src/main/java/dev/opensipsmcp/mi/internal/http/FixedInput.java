package dev.opensipsmcp.mi.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body of a known length; fewer bytes are an error, never an end. */
final class FixedInput extends InputStream {
  private final InputStream in;
  private long left;

  FixedInput(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      return -1;
    }
    int next = in.read();
    if (next < 0) {
      throw brokenOff();
    }
    left--;
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    int count = in.read(target, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw brokenOff();
    }
    left -= count;
    return count;
  }

  private EOFException brokenOff() {
    return new EOFException("the answer broke off " + left + " bytes before its end");
  }
}
