package dev.opensipsmcp.server.toolset.live;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Chooses the IDs of traces that this server starts.
 *
 * <p>A node keeps dynamic traces sorted by a hash of their IDs, and its {@code trace_stop} answers
 * OK but stops nothing unless the trace is the first of them (seen on 3.6.8 and 4.0.1; 3.5 has the
 * same code). So an ID is made whose hash is so small that it comes first, whatever other traces
 * run; only IDs of a single letter have smaller ones.
 */
final class TraceIds {
  /** What all IDs begin with, by which a person and another server know them. */
  static final String PREFIX = "mcp-live-";

  /** Less than the hash of any ID of two letters. */
  private static final int SMALL = 1 << 13;

  private static final int WORD = 4;

  /** With the prefix these make whole words; one more word is computed. */
  private static final int RANDOM = 11;

  private static final int TRIES = 10_000_000;
  private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

  private TraceIds() {}

  /** {@return a new ID} */
  static String next(RandomGenerator random) {
    for (int left = TRIES; left > 0; left--) {
      StringBuilder id = new StringBuilder(PREFIX);
      for (int at = 0; at < RANDOM; at++) {
        id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      Optional<String> last = word(unmixed(random.nextInt(1, SMALL) - sum(id.toString())));
      if (last.isPresent()) {
        return id + last.get();
      }
    }
    throw new IllegalStateException("of ten million words one is of letters");
  }

  /** {@return a word as text, when it has letters and digits only} */
  private static Optional<String> word(int bits) {
    StringBuilder text = new StringBuilder(WORD);
    for (int shift = 24; shift >= 0; shift -= 8) {
      char letter = (char) (bits >>> shift & 0xff);
      if (LETTERS.indexOf(letter) < 0) {
        return Optional.empty();
      }
      text.append(letter);
    }
    return Optional.of(text.toString());
  }

  /** {@return the hash by which a node sorts an ID, unsigned: OpenSIPS's {@code core_hash}} */
  static int hash(String id) {
    int sum = sum(id);
    return sum + (sum >>> 11) + (sum >>> 13) + (sum >>> 23);
  }

  private static int sum(String id) {
    int sum = 0;
    for (int at = 0; at < id.length(); at += WORD) {
      int word = 0;
      for (int letter = at; letter < Math.min(at + WORD, id.length()); letter++) {
        word = (word << 8) + id.charAt(letter);
      }
      sum += word ^ (word >>> 3);
    }
    return sum;
  }

  /** {@return the word that {@link #sum} adds as this value} */
  private static int unmixed(int value) {
    int word = value;
    for (int shift = 3; shift < Integer.SIZE; shift += 3) {
      word = value ^ (word >>> 3);
    }
    return word;
  }
}
