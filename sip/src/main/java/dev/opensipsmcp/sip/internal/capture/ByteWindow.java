package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.CaptureReport.Ended;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A window that moves over a file's bytes, decompressed where the file is compressed. Its memory
 * does not depend on the file's size.
 */
final class ByteWindow implements Closeable {
  /** What a caller may ask for at once; also the largest packet. */
  static final int MOST = 1 << 20;

  private static final int SIZE = 1 << 20;
  private static final int UNZIP = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;

  private final CountedStream disk;
  private final InputStream in;
  private final boolean compressed;
  private final Meter meter;
  private final Damages damages;
  private byte[] bytes = new byte[SIZE];
  private int at;
  private int end;
  private long before;
  private boolean over;

  private ByteWindow(
      CountedStream disk, InputStream in, boolean compressed, Meter meter, Damages damages) {
    this.disk = disk;
    this.in = in;
    this.compressed = compressed;
    this.meter = meter;
    this.damages = damages;
  }

  static ByteWindow open(Path file, Meter meter, Damages damages) throws IOException {
    int magic;
    try (InputStream first = Files.newInputStream(file)) {
      byte[] two = first.readNBytes(2);
      magic = two.length == 2 ? Big.u16(two, 0) : 0;
    }
    CountedStream disk = new CountedStream(file);
    try {
      return magic == GZIP_MAGIC
          ? new ByteWindow(disk, new GZIPInputStream(disk, UNZIP), true, meter, damages)
          : new ByteWindow(disk, disk, false, meter, damages);
    } catch (IOException e) {
      disk.close();
      throw e;
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /** {@return where in {@link #bytes} the window's first byte is} */
  int at() {
    return at;
  }

  /** {@return the file's offset of the window's first byte} */
  long position() {
    return before + at;
  }

  /** {@return how many bytes are at hand} */
  int left() {
    return end - at;
  }

  boolean compressed() {
    return compressed;
  }

  /** {@return whether the file's own end was met, not a bound} */
  boolean atEnd() {
    return over && meter.ended() == Ended.WHOLE;
  }

  /**
   * Brings so many bytes to hand; moves {@link #bytes} and {@link #at}.
   *
   * @param count at most {@link #MOST} and a little
   * @return whether the file has them
   */
  boolean has(int count) throws IOException {
    return end - at >= count || fill(count);
  }

  private boolean fill(int count) throws IOException {
    if (over) {
      return false;
    }
    if (at > 0) {
      System.arraycopy(bytes, at, bytes, 0, end - at);
      before += at;
      end -= at;
      at = 0;
    }
    if (count > bytes.length / 2) {
      bytes = Arrays.copyOf(bytes, 2 * count);
    }
    while (end < count) {
      int read = read();
      if (read < 0) {
        over = true;
        return false;
      }
      end += read;
    }
    return true;
  }

  private int read() throws IOException {
    int allowed = meter.allowed(bytes.length - end, before + end, disk.count());
    if (allowed == 0) {
      return -1;
    }
    try {
      return in.read(bytes, end, allowed);
    } catch (ZipException | EOFException _) {
      damages.add(before + end, 0, "The compressed data is damaged or cut; what follows is lost.");
      return -1;
    }
  }

  /** Moves the window on, past what is not at hand as well. */
  void skip(long count) throws IOException {
    long left = count;
    while (left > end - at) {
      left -= end - at;
      at = end;
      if (!fill(1)) {
        return;
      }
    }
    at += (int) left;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
