package dev.opensipsmcp.sip.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Copies a pcap as a program writes it, packet by packet, so that the copy is whole whenever it
 * ends.
 */
final class PacketCopy {
  private static final int FILE_HEADER = 24;
  private static final int PACKET_HEADER = 16;
  private static final int LENGTH_AT = 8;
  private static final int LONGEST = 1 << 20;
  private static final int MICROSECONDS = 0xa1b2c3d4;
  private static final int NANOSECONDS = 0xa1b23c4d;

  private final long mostPackets;
  private final long mostBytes;
  private final AtomicLong packets = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  /**
   * Makes a copy to be.
   *
   * @param mostPackets packets at most
   * @param mostBytes bytes of the file at most
   */
  PacketCopy(long mostPackets, long mostBytes) {
    this.mostPackets = mostPackets;
    this.mostBytes = mostBytes;
  }

  /** Why a copy ended. */
  enum End {
    /** The program ended, or was ended. */
    SOURCE,
    PACKETS,
    BYTES,
    /** What came is no pcap. */
    NO_PCAP
  }

  long packets() {
    return packets.get();
  }

  long bytes() {
    return bytes.get();
  }

  /**
   * Copies until the source ends or a bound is reached.
   *
   * @throws IOException when the file can't be written
   */
  End run(InputStream from, OutputStream to) throws IOException {
    byte[] header = new byte[FILE_HEADER];
    if (!filled(from, header, FILE_HEADER)) {
      return End.SOURCE;
    }
    ByteBuffer head = ByteBuffer.wrap(header).order(ByteOrder.nativeOrder());
    if (head.getInt(0) != MICROSECONDS && head.getInt(0) != NANOSECONDS) {
      return End.NO_PCAP;
    }
    to.write(header);
    bytes.set(FILE_HEADER);
    byte[] packet = new byte[PACKET_HEADER];
    ByteBuffer view = ByteBuffer.wrap(packet).order(ByteOrder.nativeOrder());
    while (packets.get() < mostPackets) {
      if (!filled(from, packet, PACKET_HEADER)) {
        return End.SOURCE;
      }
      int length = view.getInt(LENGTH_AT);
      if (length < 0 || length > LONGEST) {
        return End.NO_PCAP;
      }
      if (bytes.get() + PACKET_HEADER + length > mostBytes) {
        return End.BYTES;
      }
      byte[] rest = new byte[length];
      if (!filled(from, rest, length)) {
        return End.SOURCE;
      }
      to.write(packet);
      to.write(rest);
      packets.incrementAndGet();
      bytes.addAndGet(PACKET_HEADER + length);
    }
    return End.PACKETS;
  }

  private static boolean filled(InputStream from, byte[] into, int length) throws IOException {
    try {
      return from.readNBytes(into, 0, length) == length;
    } catch (IOException e) {
      // The pipe of a program that was ended is closed under the reader.
      if ("Stream closed".equals(e.getMessage())) {
        return false;
      }
      throw e;
    }
  }
}
