package dev.opensipsmcp.sip.internal.capture;

import java.util.Arrays;

/** Where the addresses of the packet at hand stand. One object for all packets. */
final class IpEnds {
  byte[] bytes = new byte[32];
  int source;
  int destination;

  /** 4 or 16. */
  int length;

  void set(byte[] array, int from, int to, int size) {
    bytes = array;
    source = from;
    destination = to;
    length = size;
  }

  /** {@return the same in memory of its own, the source first} */
  IpEnds copy() {
    IpEnds copy = new IpEnds();
    byte[] own = new byte[2 * length];
    System.arraycopy(bytes, source, own, 0, length);
    System.arraycopy(bytes, destination, own, length, length);
    copy.set(own, 0, length, length);
    return copy;
  }

  /** {@return whether these are the same ends in the same direction} */
  boolean same(IpEnds other) {
    return length == other.length
        && Arrays.equals(
            bytes, source, source + length, other.bytes, other.source, other.source + length)
        && Arrays.equals(
            bytes,
            destination,
            destination + length,
            other.bytes,
            other.destination,
            other.destination + length);
  }

  /** {@return a hash in which the direction counts} */
  long hash() {
    return hash(source) * 0x9e3779b97f4a7c15L + hash(destination);
  }

  /** {@return the {@link #hash} of the other direction} */
  long reverseHash() {
    return hash(destination) * 0x9e3779b97f4a7c15L + hash(source);
  }

  private long hash(int at) {
    return length == 4
        ? mix(Big.i32(bytes, at))
        : mix(Big.i64(bytes, at) * 31 + Big.i64(bytes, at + 8));
  }

  static long mix(long value) {
    long mixed = (value ^ value >>> 32) * 0xd6e8feb86659fd93L;
    return (mixed ^ mixed >>> 32) * 0xd6e8feb86659fd93L;
  }
}
