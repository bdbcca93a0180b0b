package dev.opensipsmcp.sip.internal.capture;

import java.util.Arrays;

/** The interfaces of a pcapng section: link type, snap length, unit and offset of their times. */
final class Interfaces {
  private static final int MOST = 4096;
  private static final int FIRST_OPTION = 16;
  private static final int RESOLUTION = 9;
  private static final int OFFSET = 14;
  private static final long NANOS = 1_000_000_000L;

  private int count;
  private int[] linkTypes = new int[8];
  private long[] snaps = new long[8];
  private long[] offsets = new long[8];

  /** Units in a second; 0 stands for two to the power of 63 or more. */
  private long[] units = new long[8];

  void clear() {
    count = 0;
  }

  boolean knows(int index) {
    return index >= 0 && index < count;
  }

  int linkType(int index) {
    return linkTypes[index];
  }

  /** {@return how many bytes of a packet are captured at most} */
  long snap(int index) {
    return snaps[index] == 0 ? Integer.MAX_VALUE : snaps[index];
  }

  /** {@return a time of an interface in nanoseconds since 1970} */
  long nanos(int index, long time) {
    long unit = units[index];
    if (unit == 0) {
      return Frame.nanos(offsets[index], 0);
    }
    long seconds = Long.divideUnsigned(time, unit);
    long rest = Long.remainderUnsigned(time, unit);
    // Beyond 2^33 units the product would not fit, and a double says nanoseconds well enough.
    long fraction =
        unit <= 1L << 33 ? rest * NANOS / unit : (long) ((double) rest / (double) unit * NANOS);
    long sum = seconds + offsets[index];
    return Frame.nanos(
        seconds < 0 || (seconds > 0 && sum < offsets[index]) ? Long.MAX_VALUE : sum, fraction);
  }

  /** Adds the interface that a block describes. {@return whether it could be read} */
  boolean add(Order order, byte[] bytes, int at, int length) {
    if (length < FIRST_OPTION + 4 || count >= MOST) {
      return false;
    }
    if (count == linkTypes.length) {
      linkTypes = Arrays.copyOf(linkTypes, 2 * count);
      snaps = Arrays.copyOf(snaps, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
      units = Arrays.copyOf(units, 2 * count);
    }
    linkTypes[count] = order.u16(bytes, at + 8);
    snaps[count] = order.u32(bytes, at + 12);
    offsets[count] = 0;
    units[count] = 1_000_000;
    int option = at + FIRST_OPTION;
    int end = at + length - 4;
    while (option + 4 <= end) {
      int code = order.u16(bytes, option);
      int size = order.u16(bytes, option + 2);
      if (code == 0 || option + 4 + size > end) {
        break;
      }
      if (code == RESOLUTION && size >= 1) {
        units[count] = units(bytes[option + 4]);
      } else if (code == OFFSET && size >= 8) {
        offsets[count] = order.i64(bytes, option + 4);
      }
      option += 4 + (size + 3 & ~3);
    }
    count++;
    return true;
  }

  /** The upper bit says whether the rest is a power of two or of ten. */
  private static long units(byte resolution) {
    int power = resolution & 127;
    if (resolution < 0) {
      return power < 63 ? 1L << power : 0;
    }
    long units = 1;
    for (int i = 0; i < power; i++) {
      if (units > Long.MAX_VALUE / 10) {
        return 0;
      }
      units *= 10;
    }
    return units;
  }
}
