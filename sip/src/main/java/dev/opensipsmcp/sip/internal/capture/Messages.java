package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.Sighting;
import java.util.function.Consumer;

/** Where the messages that are found go. */
final class Messages {
  private final Sighting sighting = new Sighting();
  private final Counts counts;
  private final Consumer<Sighting> listener;

  Messages(Counts counts, Consumer<Sighting> listener) {
    this.counts = counts;
    this.listener = listener;
  }

  /** {@return the one that tells of the next message} */
  Sighting sighting() {
    return sighting;
  }

  /** Hands on what {@link #sighting} tells. */
  void seen() {
    counts.message(sighting.transport());
    listener.accept(sighting);
  }
}
