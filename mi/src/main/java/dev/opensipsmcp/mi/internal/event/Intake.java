package dev.opensipsmcp.mi.internal.event;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What every transport hands its bytes to: looks at the sender, decodes, keeps and counts. */
final class Intake {
  private final Ring ring;
  private final Set<InetAddress> senders;
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();
  private final AtomicLong undecodable = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  Intake(Ring ring, Set<InetAddress> senders) {
    this.ring = ring;
    this.senders = senders;
  }

  /** {@return whether bytes of this sender are taken; counts it when they are not} */
  boolean admits(InetAddress sender) {
    boolean known = senders.isEmpty() || senders.contains(sender);
    if (!known) {
      refuse();
    }
    return known;
  }

  void refuse() {
    refused.incrementAndGet();
  }

  /** Takes one notification; {@return it, when it is one} */
  Optional<Notification> take(byte[] bytes, int from, int length) {
    Optional<Notification> notification = Notification.decode(bytes, from, length);
    if (notification.isPresent()) {
      ring.add(
          Instant.now(),
          notification.get().method(),
          Arrays.copyOfRange(bytes, from, from + length));
      actions.forEach(Runnable::run);
    } else {
      stray();
    }
    return notification;
  }

  void stray() {
    undecodable.incrementAndGet();
  }

  void onArrival(Runnable action) {
    actions.add(action);
  }

  long undecodable() {
    return undecodable.get();
  }

  long refused() {
    return refused.get();
  }
}
