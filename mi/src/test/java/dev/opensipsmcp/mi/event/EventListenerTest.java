package dev.opensipsmcp.mi.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a listener makes of what arrives. */
class EventListenerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MANY = 10_000;

  @ParameterizedTest
  @EnumSource(EventTransport.class)
  void tenThousandEventsArriveInOrderOrTheirLossIsCounted(EventTransport transport)
      throws Exception {
    try (EventListener listener = Senders.listener(transport)) {
      send(listener, MANY);
      long settled = settled(listener, MANY);
      List<ReceivedEvent> seen = Senders.collect(listener, (int) listener.latest(), PATIENCE);

      assertThat(settled).as("received, or counted as dropped").isEqualTo(MANY);
      assertThat(seen).hasSize((int) listener.latest());
      assertThat(seen).extracting(Numbered::of).isSorted().doesNotHaveDuplicates();
      if (transport == EventTransport.TCP) {
        assertThat(seen).hasSize(MANY);
      }
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems do not tell what they dropped")
  void datagramsThatTheSystemDropsAreCounted() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    try (EventListener listener = Senders.listener(EventTransport.UDP)) {
      // Holds the receiver at the first event, so that the system's buffer overflows.
      listener.onArrival(() -> {
        if (first.getAndSet(false)) {
          awaitQuietly(open);
        }
      });
      int sent = 50_000;
      send(listener, sent);
      open.countDown();
      assertThat(settled(listener, sent)).isEqualTo(sent);
      assertThat(listener.counts().lost())
          .isEqualTo(sent - listener.latest() + overwritten(listener));
    }
  }

  @Test
  void theOldestMakeRoomAndAReaderIsToldHowManyItMissed() throws Exception {
    ListenerSettings small =
        new ListenerSettings(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            EventTransport.TCP,
            10,
            Set.of());
    try (EventListener listener = EventListener.open(small)) {
      send(listener, 25);
      settled(listener, 25);

      EventPage page = listener.await(EventFilter.any(), 3, 100, PATIENCE);
      assertThat(page.missed()).isEqualTo(12);
      assertThat(page.events())
          .extracting(Numbered::of)
          .containsExactly(16, 17, 18, 19, 20, 21, 22, 23, 24, 25);
      assertThat(listener.counts().overwritten()).isEqualTo(15);
      assertThat(listener.counts().lost()).isEqualTo(15);
      assertThat(listener.await(EventFilter.any(), 20, 100, PATIENCE).missed()).isZero();
    }
  }

  @Test
  void aFilterTakesNamesAndValuesAndTheReaderGoesOnAfterAllThatWasLookedAt() throws Exception {
    try (EventListener listener = Senders.listener(EventTransport.TCP);
        Senders.Tcp node = Senders.tcp(listener.port())) {
      node.send(Senders.event("E_DISPATCHER_STATUS", 1));
      node.send(Senders.event("E_DLG_STATE_CHANGED", 2));
      node.send(Senders.event("E_DLG_STATE_CHANGED", 3));
      node.send(Senders.event("E_DISPATCHER_STATUS", 4));
      settled(listener, 4);

      EventFilter calls = EventFilter.named("E_DLG_STATE_CHANGED");
      EventPage one = listener.await(calls, 0, 1, PATIENCE);
      assertThat(one.events()).extracting(Numbered::of).containsExactly(2);
      assertThat(one.next()).isEqualTo(2);
      EventPage rest = listener.await(calls, one.next(), 10, PATIENCE);
      assertThat(rest.events()).extracting(Numbered::of).containsExactly(3);
      assertThat(rest.next()).isEqualTo(4);

      EventFilter third = new EventFilter(Set.of(), Map.of("n", "3"));
      assertThat(listener.await(third, 0, 10, PATIENCE).events())
          .extracting(Numbered::of)
          .containsExactly(3);
      EventFilter none = new EventFilter(Set.of(), Map.of("m", "3"));
      assertThat(listener.await(none, 0, 10, Duration.ZERO).events()).isEmpty();
    }
  }

  @Test
  void aReaderThatWaitsGetsTheNextEvent() throws Exception {
    try (EventListener listener = Senders.listener(EventTransport.UDP);
        Senders.Udp node = Senders.udp(listener.port())) {
      CountDownLatch waits = new CountDownLatch(1);
      Thread.ofVirtual()
          .start(() -> {
            awaitQuietly(waits);
            sendQuietly(node, Senders.event("E_UL_AOR_INSERT", 1));
          });
      waits.countDown();
      EventPage page = listener.await(EventFilter.any(), 0, 10, PATIENCE);
      assertThat(page.events()).extracting(ReceivedEvent::name).containsExactly("E_UL_AOR_INSERT");
    }
  }

  @Test
  void aReaderCanBeCancelledAndClosingSendsReadersHome() throws Exception {
    EventListener listener = Senders.listener(EventTransport.UDP);
    CountDownLatch cancelled = new CountDownLatch(1);
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                listener.await(EventFilter.any(), 0, 1, Duration.ofHours(1));
              } catch (InterruptedException e) {
                cancelled.countDown();
              }
            });
    reader.interrupt();
    assertThat(cancelled.await(20, TimeUnit.SECONDS)).isTrue();

    Thread.ofVirtual().start(listener::close);
    assertThat(listener.await(EventFilter.any(), 0, 1, Duration.ofHours(1)).events()).isEmpty();
  }

  @Test
  void onlyTheNodesAddressMaySend() throws Exception {
    InetAddress other = InetAddress.getByName("127.0.0.2");
    for (EventTransport transport : EventTransport.values()) {
      ListenerSettings strict =
          new ListenerSettings(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
              transport,
              10,
              Set.of(other));
      try (EventListener listener = EventListener.open(strict)) {
        send(listener, 1);
        while (listener.counts().refused() == 0) {
          Thread.onSpinWait();
        }
        assertThat(listener.latest()).isZero();
      }
    }
  }

  @Test
  void whatIsNoNotificationIsCountedApart() throws Exception {
    try (EventListener listener = Senders.listener(EventTransport.UDP);
        Senders.Udp node = Senders.udp(listener.port())) {
      for (String text :
          List.of(
              "", "hello", "[]", "{}", "{\"method\":7x}", "{\"params\":{}}", "{\"method\":\"E\"")) {
        node.send(text.getBytes(StandardCharsets.UTF_8));
      }
      node.send(Senders.event("E_UL_AOR_INSERT", 1));
      assertThat(Senders.collect(listener, 1, PATIENCE)).hasSize(1);
      assertThat(listener.counts().undecodable()).isEqualTo(7);
      assertThat(listener.counts().lost()).isZero();
    }
  }

  @Test
  void aNodeInReliableModeGetsAnAnswer() throws Exception {
    try (EventListener listener = Senders.listener(EventTransport.TCP);
        Senders.Tcp node = Senders.tcp(listener.port())) {
      node.send(
          "{\"jsonrpc\":\"2.0\",\"method\":\"E_UL_AOR_INSERT\",\"params\":{},\"id\":42}"
              .getBytes(StandardCharsets.UTF_8));
      byte[] answer =
          "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":42}".getBytes(StandardCharsets.UTF_8);
      assertThat(node.socket().getInputStream().readNBytes(answer.length)).isEqualTo(answer);
    }
  }

  @Test
  void theAddressForANodeNamesTransportAndPort() throws Exception {
    try (EventListener listener = Senders.listener(EventTransport.UDP)) {
      assertThat(listener.socket("192.0.2.1")).isEqualTo("udp:192.0.2.1:" + listener.port());
    }
  }

  private static void send(EventListener listener, int count) throws IOException {
    if (listener.transport() == EventTransport.UDP) {
      try (Senders.Udp node = Senders.udp(listener.port())) {
        for (int i = 1; i <= count; i++) {
          node.send(Senders.event("E_DLG_STATE_CHANGED", i));
        }
      }
      return;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 1; i <= count; i++) {
      all.writeBytes(Senders.event("E_DLG_STATE_CHANGED", i));
    }
    try (Senders.Tcp node = Senders.tcp(listener.port())) {
      node.send(all.toByteArray());
    }
  }

  /** {@return how many were received or dropped, once that are as many as were sent} */
  private static long settled(EventListener listener, int sent) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long known = 0;
    while (known < sent && System.nanoTime() < end) {
      EventCounts counts = listener.counts();
      known = counts.received() + counts.systemDrops().orElse(0);
      Thread.sleep(5);
    }
    return known;
  }

  private static long overwritten(EventListener listener) {
    return listener.counts().overwritten();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void sendQuietly(Senders.Udp node, byte[] bytes) {
    try {
      node.send(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads the number that the test put into an event. */
  private static final class Numbered {
    static int of(ReceivedEvent event) {
      return event.params().getAsJsonObject().get("n").getAsInt();
    }
  }
}
