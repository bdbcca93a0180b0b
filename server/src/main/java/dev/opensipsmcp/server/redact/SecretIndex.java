package dev.opensipsmcp.server.redact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds any of many secrets in one pass over a text: by their first four characters, of which a bit
 * field tells at most positions that none begins there. Secrets that overlap are taken out
 * together. Immutable.
 */
final class SecretIndex {
  private static final int PREFIX = 4;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Map<Long, List<String>> byPrefix;
  private final long[] mayBegin;

  private SecretIndex(Map<Long, List<String>> byPrefix, long[] mayBegin) {
    this.byPrefix = byPrefix;
    this.mayBegin = mayBegin;
  }

  /**
   * {@return an index}
   *
   * @param secrets each of at least four characters
   */
  static SecretIndex of(Collection<String> secrets) {
    Map<Long, List<String>> byPrefix = new HashMap<>();
    long[] mayBegin = new long[1024];
    for (String secret : secrets) {
      long key = 0;
      for (int i = 0; i < PREFIX; i++) {
        key = (key << 16) | secret.charAt(i);
      }
      byPrefix.computeIfAbsent(key, _ -> new ArrayList<>()).add(secret);
      int bit = bit(key);
      mayBegin[bit >>> 6] |= 1L << bit;
    }
    return new SecretIndex(byPrefix, mayBegin);
  }

  /** {@return the text with a mark where secrets stood} */
  String without(String text) {
    if (byPrefix.isEmpty() || text.length() < PREFIX) {
      return text;
    }
    StringBuilder clean = new StringBuilder();
    int end = 0;
    long key = 0;
    for (int i = 0; i < text.length(); i++) {
      key = (key << 16) | text.charAt(i);
      int start = i - PREFIX + 1;
      int length = start < 0 ? 0 : longestAt(text, start, key);
      if (length == 0) {
        continue;
      }
      if (start >= end) {
        clean.append(text, end, start).append(Redactor.MARK);
      }
      end = Math.max(end, start + length);
    }
    return end == 0 ? text : clean.append(text, end, text.length()).toString();
  }

  private int longestAt(String text, int start, long key) {
    int bit = bit(key);
    if (((mayBegin[bit >>> 6] >>> bit) & 1) == 0) {
      return 0;
    }
    int longest = 0;
    for (String secret : byPrefix.getOrDefault(key, List.of())) {
      if (secret.length() > longest && text.startsWith(secret, start)) {
        longest = secret.length();
      }
    }
    return longest;
  }

  private static int bit(long key) {
    return (int) ((key * MIX) >>> 48);
  }
}
