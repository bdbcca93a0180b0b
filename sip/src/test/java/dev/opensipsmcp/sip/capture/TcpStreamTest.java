package dev.opensipsmcp.sip.capture;

import static dev.opensipsmcp.sip.capture.Traffic.ascii;
import static dev.opensipsmcp.sip.capture.Traffic.invite;
import static dev.opensipsmcp.sip.capture.Traffic.ipv4;
import static dev.opensipsmcp.sip.capture.Traffic.join;
import static dev.opensipsmcp.sip.capture.Traffic.pcap;
import static dev.opensipsmcp.sip.capture.Traffic.response;
import static dev.opensipsmcp.sip.capture.Traffic.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.trace.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Messages in TCP streams, however the streams are cut. */
class TcpStreamTest {
  private static final int SYN = 2;
  private static final int ACK = 16;

  private static byte[] segment(int sequence, byte[] bytes) {
    return ipv4(6, tcp(true, sequence, 0, ACK, bytes));
  }

  private static Reads read(List<byte[]> packets) {
    return Reads.of(pcap(101, packets.toArray(new byte[0][])));
  }

  @Property(tries = 60)
  void segmentsOfAnySizeInAnyOrderTwiceAndOverlapping(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed,
      @ForAll @IntRange(min = 1, max = 700) int largest,
      @ForAll int begin) {
    Random random = new Random(seed);
    byte[] stream =
        join(
            invite("a", 900),
            ascii("\r\n\r\n"),
            invite("b", 0),
            response("a", 200),
            invite("c", 5));
    List<byte[]> segments = new ArrayList<>();
    int at = 0;
    while (at < stream.length) {
      int end = Math.min(stream.length, at + 1 + random.nextInt(largest));
      int from = Math.max(0, at - random.nextInt(20));
      segments.add(segment(begin + 1 + from, Arrays.copyOfRange(stream, from, end)));
      if (random.nextInt(5) == 0) {
        segments.add(segments.getLast());
      }
      at = end;
    }
    // Only neighbours change places: what waits is bounded.
    for (int i = 0; i + 1 < segments.size(); i += 2) {
      if (random.nextBoolean()) {
        Collections.swap(segments, i, i + 1);
      }
    }
    segments.addFirst(ipv4(6, tcp(true, begin, 0, SYN, new byte[0])));

    Reads reads = read(segments);

    assertThat(reads.callIds()).containsExactly("a", "b", "a", "c");
    assertThat(reads.report().messages()).containsEntry(Transport.TCP, 4L);
    assertThat(reads.report().traffic().lost()).isZero();
  }

  @Test
  void aStreamThatIsSeenFromItsMiddle() {
    byte[] tail = ascii("half a body\r\n");

    Reads reads = read(List.of(segment(5000, join(tail, invite("next", 4)))));

    assertThat(reads.callIds()).containsExactly("next");
  }

  @Test
  void whatTheCaptureLostIsToldAndTheNextMessageIsFound() {
    byte[] first = invite("first", 3000);
    byte[] second = invite("second", 8);
    Reads reads =
        read(
            List.of(
                segment(1, Arrays.copyOfRange(first, 0, 1000)),
                segment(2001, Arrays.copyOfRange(first, 2000, first.length)),
                segment(1 + first.length, second),
                ipv4(
                    Traffic.B,
                    Traffic.A,
                    6,
                    1,
                    0,
                    tcp(false, 1, 1 + first.length + second.length, ACK, new byte[0]))));

    assertThat(reads.callIds()).containsExactly("first", "second");
    assertThat(reads.messages().getFirst().message().bytes()).hasSize(1000);
    assertThat(reads.report().traffic().lost()).isEqualTo(1000);
    assertThat(reads.report().notes()).anyMatch(note -> note.startsWith("1000 bytes of TCP"));
  }

  @Test
  void webSocketAfterTheHandshakeMaskedFragmentedAndPinged() {
    byte[] handshake =
        ascii(
            "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: sip\r\n\r\n");
    byte[] message = invite("ws", 200);
    byte[] stream =
        join(
            handshake,
            frame(1, false, Arrays.copyOfRange(message, 0, 50)),
            frame(9, true, ascii("ping")),
            frame(0, true, Arrays.copyOfRange(message, 50, message.length)));

    Reads whole = read(List.of(segment(1, stream)));
    List<byte[]> bytes = new ArrayList<>();
    for (int i = 0; i < stream.length; i++) {
      bytes.add(segment(1 + i, new byte[] {stream[i]}));
    }

    assertThat(whole.callIds()).containsExactly("ws");
    assertThat(whole.messages().getFirst().transport()).isEqualTo(Transport.WS);
    assertThat(whole.messages().getFirst().message().bytes()).isEqualTo(message);
    assertThat(read(bytes).callIds()).containsExactly("ws");
  }

  private static byte[] frame(int opcode, boolean last, byte[] payload) {
    byte[] mask = {1, 2, 3, 4};
    byte[] masked = payload.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= mask[i & 3];
    }
    byte[] length =
        payload.length < 126
            ? new byte[] {(byte) (0x80 | payload.length)}
            : new byte[] {(byte) 0xfe, (byte) (payload.length >> 8), (byte) payload.length};
    return join(new byte[] {(byte) ((last ? 0x80 : 0) | opcode)}, length, mask, masked);
  }

  @Test
  void tlsIsCountedAndLeftAlone() {
    byte[] hello = {22, 3, 1, 0, 100, 1, 0, 0, 96};

    Reads reads = read(List.of(segment(1, hello), segment(10, invite("never seen", 0))));

    assertThat(reads.report().traffic().encrypted()).isOne();
  }
}
