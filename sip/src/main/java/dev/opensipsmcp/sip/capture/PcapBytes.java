package dev.opensipsmcp.sip.capture;

import dev.opensipsmcp.sip.internal.capture.PcapWriter;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes messages as pcap into memory, where they are few. */
public final class PcapBytes {
  private PcapBytes() {}

  /** {@return a pcap of these messages, in this order; of none an empty array} */
  public static byte[] of(List<CapturedMessage> messages) {
    if (messages.isEmpty()) {
      return new byte[0];
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      PcapWriter writer = new PcapWriter(bytes);
      for (CapturedMessage message : messages) {
        writer.write(message);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    return bytes.toByteArray();
  }
}
