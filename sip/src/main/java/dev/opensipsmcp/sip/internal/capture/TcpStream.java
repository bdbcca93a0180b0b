package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.Payloads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a TCP connection: brings its segments into order. Bytes that came first stay
 * where later ones overlap them. What is missing is awaited until the other end acknowledges it, or
 * too much waits behind it.
 */
final class TcpStream {
  private static final int MOST_SEGMENTS = 256;
  private static final int MOST_BYTES = 1 << 18;

  /** Further ahead than any window, so of another life of the same ports. */
  private static final int TOO_FAR = 1 << 30;

  final IpEnds ends;
  final long hash;
  final int sourcePort;
  final int destinationPort;

  /** The next in the same bucket. */
  @Nullable TcpStream next;

  /** The neighbours by the time of their last segment. */
  TcpStream older = this;

  TcpStream newer = this;

  private final TcpStreams all;
  private final Counts counts;
  private final StreamReader reader;
  private final List<Segment> waiting = new ArrayList<>();
  private int waitingBytes;
  private boolean begun;
  private int expected;
  private int begin;

  /** A segment that came early. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never given away
  private record Segment(int sequence, byte[] bytes, long time) {}

  TcpStream(
      TcpStreams all,
      IpEnds ends,
      long hash,
      int sourcePort,
      int destinationPort,
      Messages messages,
      Payloads payloads,
      Counts counts) {
    this.all = all;
    this.ends = ends;
    this.hash = hash;
    this.sourcePort = sourcePort;
    this.destinationPort = destinationPort;
    this.counts = counts;
    this.reader = new StreamReader(this, all, messages, payloads, counts);
  }

  boolean isReverse(IpEnds other, int otherSourcePort) {
    return destinationPort == otherSourcePort
        && ends.length == other.length
        && Arrays.equals(
            ends.bytes,
            ends.source,
            ends.source + ends.length,
            other.bytes,
            other.destination,
            other.destination + ends.length);
  }

  boolean waits() {
    return !waiting.isEmpty();
  }

  /** {@return whether its first byte has this number, so that a SYN of it is a repeated one} */
  boolean begunAt(int sequence) {
    return begun && begin == sequence;
  }

  /** The first byte has this number. */
  void begin(int sequence) {
    if (!begun) {
      begun = true;
      begin = sequence;
      expected = sequence;
    }
  }

  void segment(int sequence, byte[] bytes, int from, int to, long time) {
    if (from == to) {
      return;
    }
    if (!begun || (reader.ignored() && reader.wakes(bytes, from, to))) {
      begun = true;
      begin = sequence;
      expected = sequence;
    }
    if (reader.ignored()) {
      return;
    }
    take(sequence, bytes, from, to, time);
    drain();
  }

  private void take(int sequence, byte[] bytes, int from, int to, long time) {
    int ahead = sequence - expected;
    if (ahead > TOO_FAR || ahead < -TOO_FAR) {
      expected = sequence;
      reader.lost();
      ahead = 0;
    }
    if (ahead > 0) {
      keep(sequence, bytes, from, to, time);
      return;
    }
    int begin = from - ahead;
    if (begin < to) {
      expected += to - begin;
      reader.bytes(bytes, begin, to, time);
    }
  }

  private void keep(int sequence, byte[] bytes, int from, int to, long time) {
    int at = waiting.size();
    while (at > 0 && waiting.get(at - 1).sequence() - sequence > 0) {
      at--;
    }
    Segment before = at > 0 ? waiting.get(at - 1) : null;
    if (before != null && before.sequence() == sequence && before.bytes().length >= to - from) {
      return;
    }
    waiting.add(at, new Segment(sequence, Arrays.copyOfRange(bytes, from, to), time));
    waits(to - from);
    while (waiting.size() > MOST_SEGMENTS || waitingBytes > MOST_BYTES) {
      giveUp();
    }
  }

  private void waits(int bytes) {
    waitingBytes += bytes;
    all.waits(bytes);
  }

  private void drain() {
    int taken = 0;
    while (taken < waiting.size() && waiting.get(taken).sequence() - expected <= 0) {
      Segment segment = waiting.get(taken);
      taken++;
      waits(-segment.bytes().length);
      take(segment.sequence(), segment.bytes(), 0, segment.bytes().length, segment.time());
    }
    waiting.subList(0, taken).clear();
  }

  /** The other end has everything before this number. */
  void acknowledged(int number) {
    while (!waiting.isEmpty() && number - waiting.getFirst().sequence() >= 0) {
      giveUp();
    }
  }

  /** Takes what is missing before the first segment that waits for lost. */
  void giveUp() {
    if (!waiting.isEmpty()) {
      counts.lost += waiting.getFirst().sequence() - expected;
      expected = waiting.getFirst().sequence();
      reader.lost();
      drain();
    }
  }

  void finish() {
    while (!waiting.isEmpty()) {
      giveUp();
    }
    reader.finish();
  }
}
