package dev.opensipsmcp.sip.internal.capture;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts fragmented datagrams together (RFC 791, RFC 8200 section 4.5). Only so many are awaited at
 * once; of those that never become whole the oldest is given up.
 */
final class Fragments {
  private static final int MOST = 256;
  private static final int LARGEST = 1 << 16;
  private static final Datagram UNFINISHED = new Datagram(new IpEnds());

  private final Counts counts;
  private final Map<Key, Datagram> waiting = new LinkedHashMap<>();

  Fragments(Counts counts) {
    this.counts = counts;
  }

  /** Which datagram a fragment belongs to. */
  private record Key(IpEnds ends, int id, int protocol) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && id == key.id
          && protocol == key.protocol
          && ends.same(key.ends);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(ends.hash() + id * 31L + protocol);
    }
  }

  /**
   * Adds a fragment.
   *
   * @return the datagram, if it is whole now
   */
  Datagram add(
      IpEnds ends, int id, int protocol, int offset, boolean more, byte[] bytes, int from, int to) {
    if (offset + (to - from) > LARGEST) {
      return UNFINISHED;
    }
    Key key = new Key(ends.copy(), id, protocol);
    Datagram datagram = waiting.computeIfAbsent(key, k -> new Datagram(k.ends()));
    datagram.add(offset, more, bytes, from, to);
    if (datagram.isWhole()) {
      waiting.remove(key);
    } else if (waiting.size() > MOST) {
      waiting.remove(waiting.keySet().iterator().next());
      counts.incomplete++;
    }
    return datagram;
  }

  void end() {
    counts.incomplete += waiting.size();
    waiting.clear();
  }

  /** A datagram of which fragments have come. What came first stays where others overlap it. */
  static final class Datagram {
    private final IpEnds ends;
    private final BitSet present = new BitSet();
    private byte[] bytes = new byte[4096];
    private int length = -1;

    private Datagram(IpEnds ends) {
      this.ends = ends;
    }

    private void add(int offset, boolean more, byte[] from, int begin, int stop) {
      int size = stop - begin;
      if (offset + size > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(LARGEST, 2 * (offset + size)));
      }
      int at = present.nextClearBit(offset);
      while (at < offset + size) {
        int until = present.nextSetBit(at);
        int last = until < 0 ? offset + size : Math.min(until, offset + size);
        System.arraycopy(from, begin + at - offset, bytes, at, last - at);
        present.set(at, last);
        at = present.nextClearBit(last);
      }
      if (!more && length < 0) {
        length = offset + size;
      }
    }

    boolean isWhole() {
      return length >= 0 && present.nextClearBit(0) >= length;
    }

    IpEnds ends() {
      return ends;
    }

    byte[] bytes() {
      return bytes;
    }

    int length() {
      return length;
    }
  }
}
