package dev.opensipsmcp.mcp.internal.state;

import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Remembers what was used until it would have expired anyway. When it is full it refuses everything
 * new, rather than forget something that could then be used again.
 */
final class UsedNonces {
  private record Used(String nonce, long expiry) implements Comparable<Used> {
    @Override
    public int compareTo(Used other) {
      return Long.compare(expiry, other.expiry);
    }
  }

  private final int most;
  private final Set<String> nonces = new HashSet<>();
  private final PriorityQueue<Used> byExpiry = new PriorityQueue<>();

  UsedNonces(int most) {
    this.most = most;
  }

  /**
   * Uses a nonce.
   *
   * @param nonce the nonce
   * @param expiry when it becomes worthless, in milliseconds
   * @param now the time, in milliseconds
   * @return whether this is its first use and there was room to note it
   */
  synchronized boolean use(String nonce, long expiry, long now) {
    while (!byExpiry.isEmpty() && byExpiry.peek().expiry() < now) {
      nonces.remove(byExpiry.remove().nonce());
    }
    if (nonces.size() >= most || !nonces.add(nonce)) {
      return false;
    }
    byExpiry.add(new Used(nonce, expiry));
    return true;
  }
}
