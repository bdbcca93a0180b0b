package dev.opensipsmcp.sip.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.testing.RealProgram;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real RTPEngine in user space relays a call while packets come from one side, then from both.
 */
class RtpEngineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String CALL = "one@a";

  @TempDir Path directory;

  @Test
  void itTellsWhoIsHeard() throws IOException {
    Path program = RealProgram.find("rtpengine", "rtpengine-daemon");
    int udp = freePort();
    int tcp = freePort();
    try (RealProgram relay = start(program, udp, tcp);
        DatagramSocket alice = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DatagramSocket bob = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      RtpEngine engine = started(relay, "udp:127.0.0.1:" + udp);
      assertThat(value(engine.list(10))).isEmpty();
      String offered = sdp(engine, "offer", alice, Map.of());
      RelayedCall unanswered = RelayedCalls.read(value(engine.query(CALL)));
      assertThat(AudioJudge.judge(unanswered, later(unanswered)).kind())
          .isEqualTo(AudioVerdict.Kind.NOT_ANSWERED);
      String answered = sdp(engine, "answer", bob, Map.of("to-tag", new Bencode.Text("bob")));
      assertThat(value(engine.list(10))).containsExactly(CALL);

      // What bob's side is told to send to is in the offer that went on to him.
      speak(alice, port(answered));
      RelayedCall call = heard(engine, 1);
      AudioVerdict oneWay = AudioJudge.judge(call, call.created().plusSeconds(3));
      assertThat(oneWay.kind()).isEqualTo(AudioVerdict.Kind.UNKNOWN);
      AudioVerdict.Direction silent =
          oneWay.directions().stream()
              .filter(one -> one.flow() == AudioVerdict.Flow.NEVER_CAME)
              .findFirst()
              .orElseThrow();
      assertThat(silent.tag()).isEqualTo("bob");

      speak(bob, port(offered));
      RelayedCall both = heard(engine, 2);
      assertThat(AudioJudge.judge(both, both.created()).kind())
          .isEqualTo(AudioVerdict.Kind.BOTH_WAYS);

      RtpEngine overTcp = new RtpEngine(address("tcp:127.0.0.1:" + tcp), PATIENCE);
      assertThat(value(overTcp.statistics()).dictionary("statistics").values())
          .containsKey("currentstatistics");
      assertThat(value(overTcp.delete(CALL)).text("result")).isEqualTo("ok");
      assertThat(engine.query(CALL))
          .isInstanceOfSatisfying(
              RelayAnswer.Failure.class,
              failure -> assertThat(failure.error().kind()).isEqualTo(RelayError.Kind.NOT_FOUND));
    }
  }

  private RealProgram start(Path program, int udp, int tcp) {
    return RealProgram.start(
        directory,
        List.of(
            program.toString(),
            "--config-file=none",
            "--interface=127.0.0.1",
            "--listen-ng=127.0.0.1:" + udp,
            "--listen-tcp-ng=127.0.0.1:" + tcp,
            "--table=-1",
            "--foreground",
            "--log-stderr"));
  }

  private static RtpEngine started(RealProgram relay, String url) {
    RtpEngine engine = new RtpEngine(address(url), Duration.ofMillis(500));
    while (!(engine.ping() instanceof RelayAnswer.Value<Bencode.Dictionary>)) {
      assertThat(relay.isAlive()).as(relay.output()).isTrue();
    }
    return new RtpEngine(address(url), PATIENCE);
  }

  private static String sdp(
      RtpEngine engine, String command, DatagramSocket socket, Map<String, Bencode> more) {
    String sdp =
        """
        v=0
        o=- 1 1 IN IP4 127.0.0.1
        s=-
        c=IN IP4 127.0.0.1
        t=0 0
        m=audio %d RTP/AVP 8
        """
            .formatted(socket.getLocalPort());
    Map<String, Bencode> values = new HashMap<>(more);
    values.put("call-id", new Bencode.Text(CALL));
    values.put("from-tag", new Bencode.Text("alice"));
    values.put("sdp", new Bencode.Text(sdp.replace("\n", "\r\n")));
    return value(engine.command(command, values)).text("sdp");
  }

  private static int port(String sdp) {
    return Integer.parseInt(sdp.replaceAll("(?s).*m=audio ([0-9]+) .*", "$1"));
  }

  /** Silence of G.711: a header of 12 bytes and 160 samples. */
  private static void speak(DatagramSocket socket, int port) throws IOException {
    byte[] packet = new byte[172];
    packet[0] = (byte) 0x80;
    packet[1] = 8;
    for (int number = 0; number < 5; number++) {
      packet[3] = (byte) number;
      packet[7] = (byte) (160 * number);
      socket.send(
          new DatagramPacket(
              packet,
              packet.length,
              new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }
  }

  private static RelayedCall heard(RtpEngine engine, int sides) {
    while (true) {
      RelayedCall call = RelayedCalls.read(value(engine.query(CALL)));
      long heard =
          call.sides().stream()
              .filter(side -> side.medias().getFirst().rtp().orElseThrow().packets() == 5)
              .count();
      if (heard == sides) {
        return call;
      }
    }
  }

  private static Instant later(RelayedCall call) {
    return call.created().plusSeconds(30);
  }

  private static RelayAddress address(String url) {
    return RelayAddress.parse(url).orElseThrow();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static <T> T value(RelayAnswer<T> answer) {
    assertThat(answer).isInstanceOf(RelayAnswer.Value.class);
    return ((RelayAnswer.Value<T>) answer).value();
  }
}
