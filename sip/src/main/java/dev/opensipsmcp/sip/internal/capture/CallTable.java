package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.Sighting;
import dev.opensipsmcp.sip.message.HeaderValues;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The calls met so far, by Call-ID. A message of a known call costs no object. When one call more
 * than allowed comes, the one that was silent for longest is forgotten.
 */
final class CallTable {
  private static final int NONE = -1;
  private static final int FIRST_SIZE = 1024;
  private static final int FINAL = 200;
  private static final int LONGEST_CALL_ID = 256;
  private static final int LONGEST_USER = 128;

  private final int most;
  private int[] buckets = new int[FIRST_SIZE];
  private int[] next = new int[FIRST_SIZE];
  private int[] older = new int[FIRST_SIZE];
  private int[] newer = new int[FIRST_SIZE];
  private Entry[] entries = new Entry[FIRST_SIZE];
  private int size;
  private int oldest = NONE;
  private int newest = NONE;
  private long forgotten;
  private long strange;

  /** What is known of a call. */
  private static final class Entry {
    private final long hash;
    private final byte[] callId;
    private final String from;
    private final String to;
    private final Endpoint source;
    private final Endpoint destination;
    private byte[] method;
    private boolean requested;
    private long first;
    private long last;
    private int code;
    private int messages;
    private boolean fits;

    private Entry(long hash, SipScan scan, Sighting seen, byte[] callId) {
      this.hash = hash;
      this.callId = callId;
      this.from = who(scan.from());
      this.to = who(scan.to());
      this.source = seen.source();
      this.destination = seen.destination();
      this.method = method(scan, seen);
      this.requested = scan.isRequest();
      this.first = seen.nanos();
      this.last = seen.nanos();
    }

    private static byte[] method(SipScan scan, Sighting seen) {
      return Arrays.copyOfRange(seen.bytes(), scan.methodAt(), scan.methodEnd());
    }

    private static String who(String value) {
      String who =
          HeaderValues.nameAddr(value)
              .map(address -> address.uri().user().orElse(address.uri().host()))
              .orElse("");
      return who.length() <= LONGEST_USER ? who : who.substring(0, LONGEST_USER) + "...";
    }

    private void add(SipScan scan, Sighting seen, boolean fit) {
      messages++;
      first = Math.min(first, seen.nanos());
      last = Math.max(last, seen.nanos());
      fits |= fit;
      if (scan.isRequest() && !requested) {
        requested = true;
        byte[] asked = method(scan, seen);
        code = Arrays.equals(asked, method) ? code : 0;
        method = asked;
      } else if (scan.code() >= FINAL
          && Arrays.equals(
              method, 0, method.length, seen.bytes(), scan.methodAt(), scan.methodEnd())) {
        code = scan.code();
      }
    }

    private CallSummary summary() {
      return new CallSummary(
          new String(callId, StandardCharsets.UTF_8),
          Sighting.instant(first),
          Sighting.instant(last),
          requested ? new String(method, StandardCharsets.UTF_8) : "",
          from,
          to,
          source,
          destination,
          code == 0 ? OptionalInt.empty() : OptionalInt.of(code),
          messages);
    }

    private Instant since() {
      return Sighting.instant(first);
    }
  }

  CallTable(int most) {
    this.most = most;
    Arrays.fill(buckets, NONE);
  }

  /**
   * Counts a message whose Call-ID is known.
   *
   * @param scan what was found in it
   * @param seen the message
   * @param fit whether it is one that was looked for
   */
  void add(SipScan scan, Sighting seen, boolean fit) {
    int length = scan.callIdEnd() - scan.callIdAt();
    if (length == 0 || length > LONGEST_CALL_ID) {
      strange++;
      return;
    }
    long hash = scan.callIdHash();
    int index = find(hash, seen.bytes(), scan.callIdAt(), scan.callIdEnd());
    if (index == NONE) {
      byte[] id = Arrays.copyOfRange(seen.bytes(), scan.callIdAt(), scan.callIdEnd());
      index = place(new Entry(hash, scan, seen, id));
    } else if (index != newest) {
      unlink(index);
      link(index);
    }
    entries[index].add(scan, seen, fit);
  }

  private int bucket(long hash) {
    return (int) (hash >>> 32) & buckets.length - 1;
  }

  private int find(long hash, byte[] bytes, int from, int to) {
    int index = buckets[bucket(hash)];
    while (index != NONE) {
      Entry entry = entries[index];
      if (entry.hash == hash
          && Arrays.equals(entry.callId, 0, entry.callId.length, bytes, from, to)) {
        return index;
      }
      index = next[index];
    }
    return NONE;
  }

  private int place(Entry entry) {
    int index = size;
    if (size >= most) {
      index = oldest;
      drop(index);
      forgotten++;
    } else {
      if (size == entries.length) {
        grow();
      }
      size++;
    }
    entries[index] = entry;
    int bucket = bucket(entry.hash);
    next[index] = buckets[bucket];
    buckets[bucket] = index;
    link(index);
    return index;
  }

  private void drop(int index) {
    unlink(index);
    int bucket = bucket(entries[index].hash);
    int at = buckets[bucket];
    if (at == index) {
      buckets[bucket] = next[index];
      return;
    }
    while (next[at] != index) {
      at = next[at];
    }
    next[at] = next[index];
  }

  private void link(int index) {
    older[index] = newest;
    newer[index] = NONE;
    if (newest == NONE) {
      oldest = index;
    } else {
      newer[newest] = index;
    }
    newest = index;
  }

  private void unlink(int index) {
    int before = older[index];
    int after = newer[index];
    if (before == NONE) {
      oldest = after;
    } else {
      newer[before] = after;
    }
    if (after == NONE) {
      newest = before;
    } else {
      older[after] = before;
    }
  }

  private void grow() {
    int larger = 2 * entries.length;
    entries = Arrays.copyOf(entries, larger);
    next = Arrays.copyOf(next, larger);
    older = Arrays.copyOf(older, larger);
    newer = Arrays.copyOf(newer, larger);
    buckets = new int[larger];
    Arrays.fill(buckets, NONE);
    for (int index = 0; index < size; index++) {
      int bucket = bucket(entries[index].hash);
      next[index] = buckets[bucket];
      buckets[bucket] = index;
    }
  }

  /** {@return how many calls were forgotten} */
  long forgotten() {
    return forgotten;
  }

  /** {@return how many messages have no Call-ID, or one of more than 256 bytes} */
  long strange() {
    return strange;
  }

  /** {@return how many calls fit} */
  long fitting() {
    return IntStream.range(0, size).filter(index -> entries[index].fits).count();
  }

  /** {@return the calls that fit, newest first} */
  List<CallSummary> summaries(int limit) {
    return Arrays.stream(entries, 0, size)
        .filter(entry -> entry.fits)
        .sorted(Comparator.comparing(Entry::since).reversed())
        .limit(limit)
        .map(Entry::summary)
        .toList();
  }
}
