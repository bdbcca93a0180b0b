package dev.opensipsmcp.sip.internal.capture;

/** Where the packet that was read last lies. One object for all packets; moves with each. */
final class Frame {
  /** Where it begins in the window's bytes. */
  int at;

  /** How many bytes of it were captured. */
  int length;

  /** How many bytes it had on the wire. */
  long original;

  /** When it was captured, in nanoseconds since 1970. */
  long time;

  /** Its link type, one of those of pcap. */
  int linkType;

  void set(int begin, int captured, long onWire, long nanos, int link) {
    at = begin;
    length = captured;
    original = onWire;
    time = nanos;
    linkType = link;
  }

  /** {@return so many units since 1970 in nanoseconds, held within what a long can say} */
  static long nanos(long seconds, long fraction) {
    long high = Math.multiplyHigh(seconds, 1_000_000_000L);
    long low = seconds * 1_000_000_000L;
    if (high != low >> 63) {
      return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    long sum = low + fraction;
    return low > 0 && sum < 0 ? Long.MAX_VALUE : sum;
  }
}
