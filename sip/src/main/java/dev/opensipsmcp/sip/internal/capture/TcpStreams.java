package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.Payloads;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directions of TCP connections. Only so many are followed at once: when one more comes, the
 * one that was silent for longest is brought to its end. What waits for missing segments is bounded
 * for all together as well.
 */
final class TcpStreams {
  private static final int MOST = 8192;
  private static final int BUCKETS = 1 << 14;
  private static final long MOST_WAITING = 32L << 20;
  private static final long MOST_KEPT = 64L << 20;
  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;

  private final Counts counts;
  private final Messages messages;
  private final Payloads payloads;
  private final @Nullable TcpStream[] buckets = new TcpStream[BUCKETS];
  private final TcpStream ring;
  private int size;
  private long waiting;
  private long kept;

  TcpStreams(Counts counts, Messages messages, Payloads payloads) {
    this.counts = counts;
    this.messages = messages;
    this.payloads = payloads;
    this.ring = new TcpStream(this, new IpEnds(), 0, 0, 0, messages, payloads, counts);
    ring.older = ring;
    ring.newer = ring;
  }

  /** Takes a segment whose header of at least 20 bytes is there. */
  void segment(IpEnds ends, byte[] bytes, int at, int end, long time) {
    int header = Big.u8(bytes, at + 12) >> 4 << 2;
    int data = at + header;
    if (header < 20 || data > end) {
      counts.other++;
      return;
    }
    int sourcePort = Big.u16(bytes, at);
    int destinationPort = Big.u16(bytes, at + 2);
    int sequence = Big.i32(bytes, at + 4);
    int flags = Big.u8(bytes, at + 13);
    if (waiting > 0 && (flags & ACK) != 0) {
      acknowledged(ends, sourcePort, destinationPort, Big.i32(bytes, at + 8));
    }
    if (data == end && (flags & (SYN | FIN | RST)) == 0) {
      return;
    }
    long hash = ends.hash() + IpEnds.mix((long) sourcePort << 16 | destinationPort);
    TcpStream stream = find(hash, ends, sourcePort, destinationPort);
    boolean begins = (flags & SYN) != 0;
    if (stream != null && begins && !stream.begunAt(sequence + 1)) {
      remove(stream);
      stream = null;
    }
    if (stream == null) {
      if (data == end && !begins) {
        return;
      }
      stream = add(hash, ends, sourcePort, destinationPort);
    } else {
      touch(stream);
    }
    if (begins) {
      stream.begin(sequence + 1);
      sequence++;
    }
    stream.segment(sequence, bytes, data, end, time);
    if ((flags & RST) != 0 || ((flags & FIN) != 0 && !stream.waits())) {
      remove(stream);
    }
    if (waiting > MOST_WAITING) {
      stream.giveUp();
    }
  }

  /** What one end acknowledges has reached it, so what is missing before is missing in the file. */
  private void acknowledged(IpEnds ends, int sourcePort, int destinationPort, int number) {
    long hash = ends.reverseHash() + IpEnds.mix((long) destinationPort << 16 | sourcePort);
    TcpStream stream = buckets[bucket(hash)];
    while (stream != null) {
      if (stream.hash == hash && stream.waits() && stream.isReverse(ends, sourcePort)) {
        stream.acknowledged(number);
        return;
      }
      stream = stream.next;
    }
  }

  private static int bucket(long hash) {
    return (int) (hash >>> 20) & BUCKETS - 1;
  }

  private @Nullable TcpStream find(long hash, IpEnds ends, int sourcePort, int destinationPort) {
    TcpStream stream = buckets[bucket(hash)];
    while (stream != null
        && !(stream.hash == hash
            && stream.sourcePort == sourcePort
            && stream.destinationPort == destinationPort
            && stream.ends.same(ends))) {
      stream = stream.next;
    }
    return stream;
  }

  private TcpStream add(long hash, IpEnds ends, int sourcePort, int destinationPort) {
    if (size >= MOST) {
      remove(ring.newer);
    }
    TcpStream stream =
        new TcpStream(
            this, ends.copy(), hash, sourcePort, destinationPort, messages, payloads, counts);
    int bucket = bucket(hash);
    stream.next = buckets[bucket];
    buckets[bucket] = stream;
    link(stream);
    size++;
    counts.connections++;
    return stream;
  }

  private void link(TcpStream stream) {
    stream.older = ring.older;
    stream.newer = ring;
    ring.older.newer = stream;
    ring.older = stream;
  }

  private static void unlink(TcpStream stream) {
    stream.older.newer = stream.newer;
    stream.newer.older = stream.older;
  }

  private void touch(TcpStream stream) {
    if (stream.newer != ring) {
      unlink(stream);
      link(stream);
    }
  }

  private void remove(TcpStream stream) {
    stream.finish();
    unlink(stream);
    int bucket = bucket(stream.hash);
    TcpStream at = buckets[bucket];
    if (at == stream) {
      buckets[bucket] = stream.next;
    } else {
      while (at != null && at.next != stream) {
        at = at.next;
      }
      if (at != null) {
        at.next = stream.next;
      }
    }
    size--;
  }

  /** Hears that so many bytes more, or fewer, wait for missing segments. */
  void waits(long bytes) {
    waiting += bytes;
  }

  /**
   * Asks for room for what is unfinished in all directions together.
   *
   * @param bytes how many more; negative gives some back
   * @return whether there is room; if so it is taken
   */
  boolean room(int bytes) {
    if (bytes > 0 && kept + bytes > MOST_KEPT) {
      return false;
    }
    kept += bytes;
    return true;
  }

  /** Brings every direction to its end. */
  void end() {
    List<TcpStream> left = new ArrayList<>();
    for (TcpStream stream = ring.newer; stream != ring; stream = stream.newer) {
      left.add(stream);
    }
    left.forEach(TcpStream::finish);
  }
}
