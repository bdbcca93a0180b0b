package dev.opensipsmcp.sip.internal.capture;

import java.io.IOException;
import java.util.Optional;

/**
 * The packets of a pcapng file (draft-ietf-opsawg-pcapng): blocks with their length in front and
 * behind. Sections may differ in the order of bytes; each has interfaces of its own. Where a block
 * can't be one, the next packet or section whose two lengths agree is looked for.
 */
final class PcapngFrames implements Frames {
  /** The same in either order of bytes. */
  private static final int SECTION = 0x0a0d0d0a;

  private static final int ENDS = 12;
  private static final int MAGIC = 0x1a2b3c4d;
  private static final int INTERFACE = 1;
  private static final int OLD_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int PACKET = 6;

  /** The lengths of the fixed parts, in front of a packet's bytes. */
  private static final int PACKET_HEAD = 28;

  private static final int SIMPLE_HEAD = 12;

  private final ByteWindow window;
  private final Damages damages;
  private final Interfaces interfaces = new Interfaces();
  private Order order = Order.LITTLE;
  private long lastTime;

  private PcapngFrames(ByteWindow window, Damages damages) {
    this.window = window;
    this.damages = damages;
  }

  /** {@return the packets of a file that begins as this format does, or nothing} */
  static Optional<Frames> open(ByteWindow window, Damages damages) throws IOException {
    return window.has(ENDS) && Big.i32(window.bytes(), window.at()) == SECTION
        ? Optional.of(new PcapngFrames(window, damages))
        : Optional.empty();
  }

  @Override
  public String format() {
    return "pcapng";
  }

  @Override
  public boolean next(Frame frame) throws IOException {
    while (window.has(ENDS)) {
      int type = type(window.at());
      if (type == SECTION && !section(window.at())) {
        if (!resume("A section's header is damaged.")) {
          return false;
        }
        continue;
      }
      long length = order.u32(window.bytes(), window.at() + 4);
      if (length < ENDS || (length & 3) != 0 || (used(type) && length > ByteWindow.MOST)) {
        if (!resume("A block's length can't be.")) {
          return false;
        }
        continue;
      }
      if (!used(type)) {
        skip(length);
        continue;
      }
      if (!window.has((int) length)) {
        break;
      }
      int at = window.at();
      if (order.u32(window.bytes(), at + (int) length - 4) != length) {
        if (!resume("A block's two lengths differ.")) {
          return false;
        }
        continue;
      }
      boolean packet = block(type, at, (int) length, frame);
      window.skip(length);
      if (packet) {
        return true;
      }
    }
    if (window.left() > 0 && window.atEnd()) {
      damages.add(window.position(), window.left(), "The file ends inside of a block.");
    }
    return false;
  }

  private static boolean used(int type) {
    return type == SECTION
        || type == INTERFACE
        || type == PACKET
        || type == SIMPLE_PACKET
        || type == OLD_PACKET;
  }

  private void skip(long length) throws IOException {
    long from = window.position();
    window.skip(length);
    if (window.position() - from < length && window.atEnd()) {
      damages.add(from, 0, "The file ends inside of a block.");
    }
  }

  private int type(int at) {
    return order.i32(window.bytes(), at);
  }

  private boolean section(int at) {
    int magic = Big.i32(window.bytes(), at + 8);
    if (magic == MAGIC) {
      order = Order.BIG;
    } else if (magic == Integer.reverseBytes(MAGIC)) {
      order = Order.LITTLE;
    } else {
      return false;
    }
    return true;
  }

  /** {@return whether the block at hand was a packet} */
  private boolean block(int type, int at, int length, Frame frame) {
    byte[] bytes = window.bytes();
    return switch (type) {
      case SECTION -> {
        interfaces.clear();
        yield false;
      }
      case INTERFACE -> {
        if (!interfaces.add(order, bytes, at, length)) {
          damages.add(window.position(), length, "An interface's description is damaged.");
        }
        yield false;
      }
      case PACKET, OLD_PACKET -> packet(type, at, length, frame);
      default -> simple(at, length, frame);
    };
  }

  private boolean packet(int type, int at, int length, Frame frame) {
    byte[] bytes = window.bytes();
    int room = length - PACKET_HEAD - 4;
    long captured = room < 0 ? 0 : order.u32(bytes, at + 20);
    int from = 0;
    if (room >= 0) {
      from = type == PACKET ? order.i32(bytes, at + 8) : order.u16(bytes, at + 8);
    }
    if (room < 0 || captured > room || !interfaces.knows(from)) {
      damages.add(window.position(), length, "A packet's block is damaged.");
      return false;
    }
    long units = order.u32(bytes, at + 12) << 32 | order.u32(bytes, at + 16);
    lastTime = interfaces.nanos(from, units);
    long original = Math.max(captured, order.u32(bytes, at + 24));
    frame.set(at + PACKET_HEAD, (int) captured, original, lastTime, interfaces.linkType(from));
    return true;
  }

  /** A packet without a time and without an interface has the last time and the first interface. */
  private boolean simple(int at, int length, Frame frame) {
    int room = length - SIMPLE_HEAD - 4;
    if (room < 0 || !interfaces.knows(0)) {
      damages.add(window.position(), length, "A packet's block is damaged.");
      return false;
    }
    long original = order.u32(window.bytes(), at + 8);
    long captured = Math.min(Math.min(original, room), interfaces.snap(0));
    frame.set(at + SIMPLE_HEAD, (int) captured, original, lastTime, interfaces.linkType(0));
    return true;
  }

  private boolean resume(String what) throws IOException {
    long from = window.position();
    window.skip(1);
    while (window.has(ENDS)) {
      if (likely(window.at())) {
        damages.add(from, window.position() - from, what);
        return true;
      }
      window.skip(1);
    }
    damages.add(from, window.position() + window.left() - from, what + " None follows that could.");
    window.skip(window.left());
    return false;
  }

  /** {@return whether a whole packet or section may begin here} */
  private boolean likely(int at) throws IOException {
    int type = type(at);
    Order as = order;
    if (type == SECTION) {
      as = Big.i32(window.bytes(), at + 8) == MAGIC ? Order.BIG : Order.LITTLE;
    } else if (type != PACKET) {
      return false;
    }
    long length = as.u32(window.bytes(), at + 4);
    if (length < PACKET_HEAD || length > ByteWindow.MOST / 4 || (length & 3) != 0) {
      return false;
    }
    return window.has((int) length)
        && as.u32(window.bytes(), window.at() + (int) length - 4) == length;
  }
}
