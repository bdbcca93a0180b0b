package dev.opensipsmcp.sip.internal.capture;

import java.util.Arrays;

/** Bytes of a stream that do not make a whole yet, in memory that all streams share fairly. */
final class Growing {
  private static final byte[] NONE = new byte[0];
  private static final int LEAST = 2048;
  private static final int RETAINED = 1 << 14;

  private final TcpStreams all;
  private byte[] bytes = NONE;
  private int length;

  Growing(TcpStreams all) {
    this.all = all;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Adds bytes. {@return whether there was room} */
  boolean add(byte[] from, int begin, int end) {
    int size = end - begin;
    if (length + size > bytes.length) {
      int capacity = Math.max(LEAST, Math.max(2 * bytes.length, length + size));
      if (!all.room(capacity - bytes.length)) {
        return false;
      }
      bytes = Arrays.copyOf(bytes, capacity);
    }
    System.arraycopy(from, begin, bytes, length, size);
    length += size;
    return true;
  }

  /** Drops the first bytes. */
  void drop(int count) {
    length -= count;
    if (length == 0) {
      if (bytes.length > RETAINED) {
        release();
      }
    } else if (count > 0) {
      System.arraycopy(bytes, count, bytes, 0, length);
    }
  }

  /** Drops all, memory included. */
  void release() {
    all.room(-bytes.length);
    bytes = NONE;
    length = 0;
  }
}
