package dev.opensipsmcp.sip.internal.homer;

import dev.opensipsmcp.sip.homer.ExportFormat;
import dev.opensipsmcp.sip.homer.HomerExport;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Passes an export on and counts. A pcap's header waits for the first packet: a server exports
 * nothing as a file of 24 bytes, which is not worth keeping.
 */
final class Exported extends OutputStream {
  private static final int HEADER = 24;
  private static final int RECORD = 16;

  private final OutputStream sink;
  private final ExportFormat format;
  private final MessageDigest digest;
  private final byte[] header = new byte[HEADER];
  private final byte[] record = new byte[RECORD];
  private int inHeader;
  private int inRecord;
  private long inPacket;
  private long bytes;
  private int packets;
  private byte first;

  Exported(ExportFormat format, OutputStream sink) {
    this.format = format;
    this.sink = sink;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] some, int from, int count) throws IOException {
    if (format == ExportFormat.TEXT) {
      first = bytes == 0 && count > 0 ? some[from] : first;
      pass(some, from, count);
      return;
    }
    int at = from;
    int end = from + count;
    while (at < end) {
      if (inHeader < HEADER) {
        header[inHeader++] = some[at++];
      } else if (inPacket > 0) {
        int part = (int) Math.min(inPacket, end - at);
        pass(some, at, part);
        inPacket -= part;
        at += part;
      } else {
        record[inRecord++] = some[at++];
        if (inRecord == RECORD) {
          begin();
        }
      }
    }
  }

  private void begin() throws IOException {
    if (packets == 0) {
      pass(header, 0, HEADER);
    }
    pass(record, 0, RECORD);
    packets++;
    inRecord = 0;
    inPacket = Integer.toUnsignedLong(number(record, 8));
  }

  /** Numbers are in the order of bytes that the magic number shows. */
  private int number(byte[] bytes, int at) {
    int little =
        (bytes[at] & 0xFF)
            | (bytes[at + 1] & 0xFF) << 8
            | (bytes[at + 2] & 0xFF) << 16
            | (bytes[at + 3] & 0xFF) << 24;
    return header[0] == (byte) 0xD4 || header[0] == (byte) 0x4D
        ? little
        : Integer.reverseBytes(little);
  }

  private void pass(byte[] some, int from, int count) throws IOException {
    sink.write(some, from, count);
    digest.update(some, from, count);
    bytes += count;
  }

  /** {@return whether nothing was passed on} */
  boolean empty() {
    return bytes == 0;
  }

  /** Forgets a header that no packet followed, so that another export may follow. */
  void again() {
    inHeader = 0;
    inRecord = 0;
  }

  /**
   * {@return whether what came is a whole pcap, or text, or nothing} Where something else than
   * Homer answers, a page or an object comes in place of text.
   */
  boolean sound() {
    boolean magic =
        inHeader == 0
            || (inHeader == HEADER
                && (number(header, 0) == 0xA1B2C3D4 || number(header, 0) == 0xA1B23C4D));
    return format == ExportFormat.TEXT
        ? first != '<' && first != '{'
        : (magic && inRecord == 0 && inPacket == 0);
  }

  HomerExport result() {
    return new HomerExport(bytes, packets, HexFormat.of().formatHex(digest.digest()));
  }
}
