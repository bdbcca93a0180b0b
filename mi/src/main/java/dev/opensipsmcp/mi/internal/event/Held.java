package dev.opensipsmcp.mi.internal.event;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.event.EventSubscription;
import dev.opensipsmcp.mi.event.SubscriptionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A subscription and when it is due.
 *
 * @param state what can be told about it
 * @param due when it is to be renewed, as {@link System#nanoTime} counts
 * @param failures how many renewals failed since the last that did not
 */
record Held(EventSubscription state, long due, int failures) {
  private static final int MOST_DOUBLINGS = 20;

  static Held made(String event, String socket, SubscriptionSettings settings, Instant now) {
    return new Held(
        new EventSubscription(
            event,
            socket,
            now,
            now,
            now.plus(settings.expiry()),
            0,
            Optional.empty(),
            Optional.empty()),
        in(settings.renewal()),
        0);
  }

  Held renewed(SubscriptionSettings settings, Instant now, boolean forgotten) {
    return new Held(
        new EventSubscription(
            state.event(),
            state.socket(),
            state.since(),
            now,
            now.plus(settings.expiry()),
            state.gaps() + (forgotten ? 1 : 0),
            forgotten ? Optional.of(now) : state.lastGap(),
            Optional.empty()),
        in(settings.renewal()),
        0);
  }

  Held failed(SubscriptionSettings settings, MiError error) {
    long factor = 1L << Math.min(failures, MOST_DOUBLINGS);
    Duration wanted = settings.firstRetry().multipliedBy(factor);
    Duration longest = settings.longestRetry();
    return new Held(
        new EventSubscription(
            state.event(),
            state.socket(),
            state.since(),
            state.renewed(),
            state.expires(),
            state.gaps(),
            state.lastGap(),
            Optional.of(error)),
        in(wanted.compareTo(longest) < 0 ? wanted : longest),
        failures + 1);
  }

  private static long in(Duration pause) {
    return System.nanoTime() + pause.toNanos();
  }
}
