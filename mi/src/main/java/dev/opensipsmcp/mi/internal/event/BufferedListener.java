package dev.opensipsmcp.mi.internal.event;

import dev.opensipsmcp.mi.event.EventCounts;
import dev.opensipsmcp.mi.event.EventFilter;
import dev.opensipsmcp.mi.event.EventListener;
import dev.opensipsmcp.mi.event.EventPage;
import dev.opensipsmcp.mi.event.EventTransport;
import dev.opensipsmcp.mi.event.ListenerSettings;
import java.io.IOException;
import java.time.Duration;

/** A receiver with its buffer. */
public final class BufferedListener implements EventListener {
  /** Whatever the number of events: so much of them is kept, in bytes. */
  private static final long MOST_BYTES = 8 << 20;

  private final EventTransport transport;
  private final Ring ring;
  private final Intake intake;
  private final Receiver receiver;

  private BufferedListener(EventTransport transport, Ring ring, Intake intake, Receiver receiver) {
    this.transport = transport;
    this.ring = ring;
    this.intake = intake;
    this.receiver = receiver;
  }

  /**
   * Starts to listen.
   *
   * @param settings where and from whom
   * @return the running listener
   * @throws IOException when the address can't be had
   */
  public static EventListener open(ListenerSettings settings) throws IOException {
    Ring ring = new Ring(settings.capacity(), MOST_BYTES);
    Intake intake = new Intake(ring, settings.senders());
    Receiver receiver =
        switch (settings.transport()) {
          case UDP -> DatagramReceiver.open(settings.bind(), intake);
          case TCP -> StreamReceiver.open(settings.bind(), intake);
        };
    return new BufferedListener(settings.transport(), ring, intake, receiver);
  }

  @Override
  public EventTransport transport() {
    return transport;
  }

  @Override
  public int port() {
    return receiver.port();
  }

  @Override
  public long latest() {
    return ring.latest();
  }

  @Override
  public EventCounts counts() {
    return new EventCounts(
        ring.latest(),
        ring.overwritten(),
        intake.undecodable(),
        intake.refused(),
        receiver.systemDrops());
  }

  @Override
  public EventPage await(EventFilter filter, long after, int most, Duration patience)
      throws InterruptedException {
    return ring.await(filter, after, most, patience);
  }

  @Override
  public void onArrival(Runnable action) {
    intake.onArrival(action);
  }

  @Override
  public void close() {
    receiver.close();
    ring.close();
  }
}
