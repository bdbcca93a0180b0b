package dev.opensipsmcp.mi.event;

import java.time.Duration;

/**
 * How subscriptions are kept alive. A node that restarts forgets them, and they are made again at
 * the next renewal: the shorter the renewal, the shorter such a gap.
 *
 * @param expiry what the node is told: it ends a subscription that was not renewed for so long; at
 *     least one second
 * @param renewal how often they are renewed, shorter than the expiry
 * @param firstRetry how soon a failed renewal is tried again; doubled with each failure
 * @param longestRetry the longest pause between tries
 */
public record SubscriptionSettings(
    Duration expiry, Duration renewal, Duration firstRetry, Duration longestRetry) {
  public SubscriptionSettings {
    if (expiry.toSeconds() < 1 || renewal.compareTo(expiry) >= 0 || renewal.isNegative()) {
      throw new IllegalArgumentException(
          "an expiry of at least 1 s and a shorter renewal, not " + expiry + " and " + renewal);
    }
  }

  /** {@return 90 s, renewed every 30 s; failures tried again after 1 s to 30 s} */
  public static SubscriptionSettings defaults() {
    return new SubscriptionSettings(
        Duration.ofSeconds(90),
        Duration.ofSeconds(30),
        Duration.ofSeconds(1),
        Duration.ofSeconds(30));
  }
}
