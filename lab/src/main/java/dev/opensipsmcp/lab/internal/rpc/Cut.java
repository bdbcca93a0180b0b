package dev.opensipsmcp.lab.internal.rpc;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The beginning of a payload.
 *
 * @param whole the payload
 * @param bytes how much of it is left
 */
public record Cut(Payload whole, int bytes) implements Payload {
  @Override
  public long length() {
    return Math.min(bytes, whole.length());
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    whole.writeTo(new Head(out, bytes));
  }

  /** Drops what comes after so many bytes. */
  private static final class Head extends OutputStream {
    private final OutputStream out;
    private int left;

    Head(OutputStream out, int left) {
      this.out = out;
      this.left = left;
    }

    @Override
    public void write(int value) throws IOException {
      if (left > 0) {
        left--;
        out.write(value);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int taken = Math.min(left, length);
      left -= taken;
      out.write(bytes, offset, taken);
    }
  }
}
