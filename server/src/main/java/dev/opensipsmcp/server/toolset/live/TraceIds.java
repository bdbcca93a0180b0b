package dev.opensipsmcp.server.toolset.live;

import java.util.random.RandomGenerator;

/**
 * Chooses the IDs of traces that this server starts.
 *
 * <p>A node keeps dynamic traces sorted by a hash of their IDs, and its {@code trace_stop} answers
 * OK but stops nothing unless the trace is the first of them (seen on 3.6.8 and 4.0.1; 3.5 has the
 * same code). So of many random IDs the one with the smallest hash is taken: it comes first
 * wherever other traces run.
 */
final class TraceIds {
  /** What all IDs begin with, by which a person and another server know them. */
  static final String PREFIX = "mcp-live-";

  private static final int CANDIDATES = 4_096;

  /** The hash adds words of four letters: with three of them random it can come near to zero. */
  private static final int RANDOM = 16;

  private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

  private TraceIds() {}

  /** {@return a new ID} */
  static String next(RandomGenerator random) {
    String best = candidate(random);
    for (int made = 1; made < CANDIDATES; made++) {
      String other = candidate(random);
      if (Integer.compareUnsigned(hash(other), hash(best)) < 0) {
        best = other;
      }
    }
    return best;
  }

  private static String candidate(RandomGenerator random) {
    StringBuilder id = new StringBuilder(PREFIX);
    for (int at = 0; at < RANDOM; at++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  /** {@return the hash by which a node sorts an ID, unsigned: OpenSIPS's {@code core_hash}} */
  static int hash(String id) {
    int hash = 0;
    int at = 0;
    for (; at <= id.length() - 4; at += 4) {
      int word =
          (id.charAt(at) << 24)
              + (id.charAt(at + 1) << 16)
              + (id.charAt(at + 2) << 8)
              + id.charAt(at + 3);
      hash += word ^ (word >>> 3);
    }
    int rest = 0;
    for (; at < id.length(); at++) {
      rest = (rest << 8) + id.charAt(at);
    }
    hash += rest ^ (rest >>> 3);
    return hash + (hash >>> 11) + (hash >>> 13) + (hash >>> 23);
  }
}
