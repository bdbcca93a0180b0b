package dev.opensipsmcp.lab.internal.rpc;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A JSON value that knows its size before it is written, so that it need not be held in memory. */
public interface Payload {

  /** {@return the size in bytes} */
  long length();

  /**
   * Writes the value.
   *
   * @param out takes it
   * @throws IOException when the reader is gone
   */
  void writeTo(OutputStream out) throws IOException;

  /**
   * {@return a small value}
   *
   * @param value the value
   */
  static Payload of(JsonElement value) {
    return new Bytes(value.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A value in memory.
   *
   * @param bytes its JSON text
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only written
  record Bytes(byte[] bytes) implements Payload {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }
}
