package dev.opensipsmcp.lab.internal.homer;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoField;
import java.util.List;

/**
 * Exports as Homer makes them: a classic pcap of Ethernet frames with rebuilt headers, always UDP,
 * whatever carried the messages.
 */
final class Pcap {
  private static final int ETHERNET = 14;
  private static final int UDP = 8;

  private Pcap() {}

  /** {@return the file; of nothing the bare header} */
  static byte[] of(List<Row> rows) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        ByteBuffer.allocate(24)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0xA1B2C3D4)
            .putShort((short) 2)
            .putShort((short) 4)
            .putLong(0)
            .putInt(65_536)
            .putInt(1)
            .array());
    for (Row row : rows) {
      byte[] frame = frame(row);
      file.writeBytes(
          ByteBuffer.allocate(16)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt((int) row.packet().time().getEpochSecond())
              .putInt(row.packet().time().get(ChronoField.MICRO_OF_SECOND))
              .putInt(frame.length)
              .putInt(frame.length)
              .array());
      file.writeBytes(frame);
    }
    return file.toByteArray();
  }

  private static byte[] frame(Row row) {
    byte[] payload = row.packet().raw().getBytes(StandardCharsets.UTF_8);
    byte[] source = address(row.packet().source());
    byte[] destination = address(row.packet().destination());
    boolean four = source.length == 4;
    int ip = four ? 20 : 40;
    ByteBuffer frame = ByteBuffer.allocate(ETHERNET + ip + UDP + payload.length);
    frame.put(new byte[12]).putShort((short) (four ? 0x0800 : 0x86DD));
    if (four) {
      frame
          .putShort((short) 0x4500)
          .putShort((short) (ip + UDP + payload.length))
          .putInt(0)
          .putShort((short) 0x4011)
          .putShort((short) 0);
    } else {
      frame.putInt(0x60000000).putShort((short) (UDP + payload.length)).putShort((short) 0x1140);
    }
    frame.put(source).put(destination);
    frame
        .putShort((short) Row.port(row.packet().source()))
        .putShort((short) Row.port(row.packet().destination()))
        .putShort((short) (UDP + payload.length))
        .putShort((short) 0)
        .put(payload);
    return frame.array();
  }

  private static byte[] address(String endpoint) {
    try {
      return InetAddress.ofLiteral(Row.host(endpoint)).getAddress();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(endpoint + " has no address", e);
    }
  }

  /**
   * {@return the messages as text, each below a line that says what carried it; of none nothing}
   */
  static byte[] text(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      text.append("proto:")
          .append(row.packet().protocol() == 6 ? "TCP" : "UDP")
          .append(' ')
          .append(row.packet().time())
          .append("  ")
          .append(row.packet().source())
          .append(" ---> ")
          .append(row.packet().destination())
          .append("\r\n\r\n")
          .append(row.packet().raw())
          .append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
