package dev.opensipsmcp.sip.hep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Transport;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Agents send over UDP and TCP; what is no SIP, or comes from a stranger, is not kept. */
class HepReceiverTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final HepStore store = new HepStore("received", 1 << 20);
  private final BlockingQueue<HepPacket> taken = new LinkedBlockingQueue<>();

  private HepReceiver open(Predicate<InetAddress> welcome) throws IOException {
    return HepReceiver.open(
        ANY_PORT,
        packet -> {
          store.add(packet);
          taken.add(packet);
        },
        welcome,
        InstantSource.fixed(NOW));
  }

  @Test
  void messagesOverUdpAndTcpAreOneCall() throws Exception {
    try (HepReceiver receiver = open(_ -> true);
        DatagramSocket udp = new DatagramSocket();
        Socket tcp = new Socket(InetAddress.getLoopbackAddress(), receiver.address().getPort())) {
      udp.send(datagram(Hep.write(packet("INVITE sip:bob@b SIP/2.0", 0)), receiver));
      await();
      byte[] ringing = Hep.write(packet("SIP/2.0 180 Ringing", 1));
      byte[] busy = Hep.write(packet("SIP/2.0 486 Busy Here", 2));
      tcp.getOutputStream().write(ringing, 0, 10);
      tcp.getOutputStream().flush();
      tcp.getOutputStream().write(ringing, 10, ringing.length - 10);
      tcp.getOutputStream().write(busy);
      await();
      await();
      assertThat(receiver.counts()).isEqualTo(new HepReceiver.Counts(3, 0, 0));
    }
    List<CallSummary> calls = value(store.calls(CallSearch.of(TimeWindow.ALWAYS, 10), Watch.NONE));
    assertThat(calls).hasSize(1);
    CallSummary call = calls.getFirst();
    assertThat(call.callId()).isEqualTo("one@a");
    assertThat(call.from()).isEqualTo("alice");
    assertThat(call.method()).isEqualTo("INVITE");
    assertThat(call.code()).hasValue(486);
    assertThat(call.messages()).isEqualTo(3);
    List<CapturedMessage> messages =
        value(store.messages(List.of("one@a"), TimeWindow.ALWAYS, Watch.NONE));
    assertThat(messages).extracting(CapturedMessage::transport).containsOnly(Transport.UDP);
    assertThat(messages).extracting(CapturedMessage::origin).containsOnly("edge");
  }

  @Test
  void strangersAreNotHeard() throws Exception {
    try (HepReceiver receiver = open(_ -> false);
        DatagramSocket udp = new DatagramSocket();
        Socket tcp = new Socket(InetAddress.getLoopbackAddress(), receiver.address().getPort())) {
      udp.send(datagram(Hep.write(packet("INVITE sip:bob@b SIP/2.0", 0)), receiver));
      assertThat(tcp.getInputStream().read()).isEqualTo(-1);
      while (receiver.counts().refused() < 2) {
        Thread.onSpinWait();
      }
      assertThat(store.kept()).isZero();
    }
  }

  @Test
  void aConnectionThatBringsNoHepIsEnded() throws Exception {
    try (HepReceiver receiver = open(_ -> true);
        Socket tcp = new Socket(InetAddress.getLoopbackAddress(), receiver.address().getPort())) {
      tcp.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(ended(tcp)).isTrue();
      assertThat(receiver.counts().damaged()).isEqualTo(1);
    }
  }

  @Test
  void theOldestMessagesGoWhenTheMemoryIsFull() {
    HepStore small = new HepStore("small", 3_000);
    for (int at = 0; at < 10; at++) {
      small.add(packet("OPTIONS sip:b SIP/2.0", at));
    }
    assertThat(small.kept()).isBetween(1, 9);
    assertThat(small.dropped()).isEqualTo(10 - small.kept());
    Found<List<CapturedMessage>> found =
        small.messages(List.of("one@a"), TimeWindow.ALWAYS, Watch.NONE);
    assertThat(((Found.Value<?>) found).notes().toString()).contains("older ones were dropped");
    assertThat(value(found).getLast().time()).isEqualTo(NOW.plusSeconds(9));
  }

  /** A peer that closes while bytes are unread resets the connection. */
  private static boolean ended(Socket tcp) {
    try {
      return tcp.getInputStream().read() == -1;
    } catch (IOException e) {
      return true;
    }
  }

  private void await() throws InterruptedException {
    assertThat(taken.poll(20, TimeUnit.SECONDS)).isNotNull();
  }

  private static <T> T value(Found<T> found) {
    return ((Found.Value<T>) found).value();
  }

  private static DatagramPacket datagram(byte[] bytes, HepReceiver receiver) {
    return new DatagramPacket(bytes, bytes.length, receiver.address());
  }

  private static HepPacket packet(String first, int second) {
    String message =
        first
            + "\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nFrom: <sip:alice@a>;tag=1\r\n"
            + "To: <sip:bob@b>\r\nCall-ID: one@a\r\nCSeq: 1 "
            + (first.startsWith("OPTIONS") ? "OPTIONS" : "INVITE")
            + "\r\nContent-Length: 0\r\n\r\n";
    return new HepPacket(
        3,
        17,
        new Endpoint("192.0.2.1", 5060),
        new Endpoint("192.0.2.2", 5060),
        NOW.plusSeconds(second),
        PayloadType.SIP,
        message.getBytes(StandardCharsets.US_ASCII),
        1,
        Optional.of("edge"),
        Optional.empty());
  }
}
