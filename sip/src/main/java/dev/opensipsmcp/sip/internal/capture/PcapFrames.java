package dev.opensipsmcp.sip.internal.capture;

import java.io.IOException;
import java.util.Optional;

/**
 * The packets of a pcap file: a header of 24 bytes, then records with a header of 16, or of 24 in a
 * kind that some kernels wrote. Where a record's header can't be one, the next place is looked for
 * at which two records in a row can.
 */
final class PcapFrames implements Frames {
  static final int HEADER = 24;
  private static final int RECORD = 16;
  private static final int PATCHED_RECORD = 24;
  private static final int LONGEST = 1 << 18;
  private static final long DAY = 86_400;
  private static final long MICROS = 1_000_000;
  private static final long NANOS = 1_000_000_000;

  private final ByteWindow window;
  private final Damages damages;
  private final Order order;
  private final boolean nanoseconds;
  private final int record;
  private final int linkType;
  private final int longest;
  private long lastSecond = -1;

  private PcapFrames(
      ByteWindow window, Damages damages, Order order, boolean nanoseconds, int record) {
    this.window = window;
    this.damages = damages;
    this.order = order;
    this.nanoseconds = nanoseconds;
    this.record = record;
    byte[] bytes = window.bytes();
    // The upper bits say how long a frame's check sequence is; the lower sixteen are the type.
    this.linkType = order.i32(bytes, window.at() + 20) & 0xffff;
    long snap = order.u32(bytes, window.at() + 16);
    this.longest = Math.clamp(snap, LONGEST, ByteWindow.MOST - 64);
  }

  /**
   * {@return the packets of a file that begins as this format does, or nothing}
   *
   * @param window stands at the file's beginning
   */
  static Optional<Frames> open(ByteWindow window, Damages damages) throws IOException {
    if (!window.has(HEADER)) {
      return Optional.empty();
    }
    Optional<Frames> frames =
        switch (Big.i32(window.bytes(), window.at())) {
          case 0xa1b2c3d4 -> open(window, damages, Order.BIG, false, RECORD);
          case 0xd4c3b2a1 -> open(window, damages, Order.LITTLE, false, RECORD);
          case 0xa1b23c4d -> open(window, damages, Order.BIG, true, RECORD);
          case 0x4d3cb2a1 -> open(window, damages, Order.LITTLE, true, RECORD);
          case 0xa1b2cd34 -> open(window, damages, Order.BIG, false, PATCHED_RECORD);
          case 0x34cdb2a1 -> open(window, damages, Order.LITTLE, false, PATCHED_RECORD);
          default -> Optional.empty();
        };
    if (frames.isPresent()) {
      window.skip(HEADER);
    }
    return frames;
  }

  private static Optional<Frames> open(
      ByteWindow window, Damages damages, Order order, boolean nanoseconds, int record) {
    return Optional.of(new PcapFrames(window, damages, order, nanoseconds, record));
  }

  @Override
  public String format() {
    return "pcap";
  }

  @Override
  public boolean next(Frame frame) throws IOException {
    while (true) {
      if (!window.has(record)) {
        cut(window.left(), "The file ends inside of a packet's header.");
        return false;
      }
      long length = order.u32(window.bytes(), window.at() + 8);
      if (length > longest) {
        if (!resume()) {
          return false;
        }
        continue;
      }
      int captured = (int) length;
      if (!window.has(record + captured)) {
        if (!window.atEnd()) {
          return false;
        }
        captured = window.left() - record;
        cut(0, "The file ends inside of a packet.");
      }
      byte[] bytes = window.bytes();
      int at = window.at();
      lastSecond = order.u32(bytes, at);
      long fraction = order.u32(bytes, at + 4);
      long time = Frame.nanos(lastSecond, nanoseconds ? fraction : fraction * 1000);
      long original = Math.max(length, order.u32(bytes, at + 12));
      frame.set(at + record, captured, original, time, linkType);
      window.skip(record + captured);
      return true;
    }
  }

  private void cut(int skipped, String what) {
    if (window.left() > 0 && window.atEnd()) {
      damages.add(window.position(), skipped, what);
    }
  }

  /** Goes to the next place where two records in a row, or the file's last one, can be. */
  private boolean resume() throws IOException {
    long from = window.position();
    window.skip(1);
    while (window.has(record)) {
      int length = likely(window.at());
      if (length >= 0
          && (window.has(record + length + record)
              ? likely(window.at() + record + length) >= 0
              : window.left() == record + length)) {
        damages.add(from, window.position() - from, "A packet's header is damaged.");
        return true;
      }
      window.skip(1);
    }
    damages.add(
        from,
        window.position() + window.left() - from,
        "A packet's header is damaged, and none that could be one follows.");
    return false;
  }

  /** {@return the length of the record that may begin here, or -1 when none can} */
  private int likely(int at) {
    byte[] bytes = window.bytes();
    long length = order.u32(bytes, at + 8);
    if (length == 0 || length > longest) {
      return -1;
    }
    long original = order.u32(bytes, at + 12);
    long fraction = order.u32(bytes, at + 4);
    long second = order.u32(bytes, at);
    boolean fits =
        original >= length
            && original <= ByteWindow.MOST
            && fraction < (nanoseconds ? NANOS : MICROS)
            && (lastSecond < 0 || Math.abs(second - lastSecond) <= DAY);
    return fits ? (int) length : -1;
  }
}
