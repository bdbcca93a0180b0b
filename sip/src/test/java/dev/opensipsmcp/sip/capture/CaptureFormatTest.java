package dev.opensipsmcp.sip.capture;

import static dev.opensipsmcp.sip.capture.Traffic.ethernet;
import static dev.opensipsmcp.sip.capture.Traffic.invite;
import static dev.opensipsmcp.sip.capture.Traffic.ipv4;
import static dev.opensipsmcp.sip.capture.Traffic.ipv6;
import static dev.opensipsmcp.sip.capture.Traffic.join;
import static dev.opensipsmcp.sip.capture.Traffic.pcap;
import static dev.opensipsmcp.sip.capture.Traffic.udp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.Transport;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format of a file and every link type says the same. */
class CaptureFormatTest {
  private static final byte[] IP = ipv4(17, udp(invite("one", 10)));

  private static void isTheInvite(Reads reads, String time) {
    assertThat(reads.callIds()).containsExactly("one");
    CapturedMessage message = reads.messages().getFirst();
    assertThat(message.time()).isEqualTo(Instant.parse(time));
    assertThat(message.source()).isEqualTo(new Endpoint("10.0.0.1", 5070));
    assertThat(message.destination()).isEqualTo(new Endpoint("10.0.0.2", 5080));
    assertThat(message.transport()).isEqualTo(Transport.UDP);
    assertThat(message.message().bytes()).isEqualTo(invite("one", 10));
    assertThat(reads.report().damages()).isZero();
    assertThat(reads.report().ended()).isEqualTo(CaptureReport.Ended.WHOLE);
  }

  @ParameterizedTest
  @CsvSource({
    "-1582119980, 2023-11-14T22:13:20.000005Z",
    "-1582154675, 2023-11-14T22:13:20.000000005Z",
    "-1582117580, 2023-11-14T22:13:20.000005Z"
  })
  void pcapOfAllKindsInBothOrders(int magic, String time) {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      Reads reads = Reads.of(pcap(magic, order, 1, ethernet(IP)));

      isTheInvite(reads, time);
      assertThat(reads.report().format()).isEqualTo("pcap");
    }
  }

  @Test
  void pcapngWithSeveralInterfacesAndSectionsOfBothOrders() {
    byte[] file =
        join(
            Traffic.section(ByteOrder.LITTLE_ENDIAN),
            Traffic.described(ByteOrder.LITTLE_ENDIAN, 1, 6, 0),
            Traffic.described(ByteOrder.LITTLE_ENDIAN, 101, 9, 0),
            Traffic.packet(
                ByteOrder.LITTLE_ENDIAN,
                1,
                1_700_000_000_000_000_005L,
                ipv4(17, udp(invite("a", 1)))),
            Traffic.block(ByteOrder.LITTLE_ENDIAN, 4, new byte[40]),
            Traffic.packet(
                ByteOrder.LITTLE_ENDIAN,
                0,
                1_700_000_001_000_005L,
                ethernet(ipv4(17, udp(invite("b", 1))))),
            Traffic.section(ByteOrder.BIG_ENDIAN),
            Traffic.described(ByteOrder.BIG_ENDIAN, 1, 0x80 | 10, 1_700_000_000L),
            Traffic.packet(ByteOrder.BIG_ENDIAN, 0, 512, ethernet(ipv4(17, udp(invite("c", 1))))));

    Reads reads = Reads.of(file);

    assertThat(reads.callIds()).containsExactly("a", "b", "c");
    assertThat(reads.messages())
        .extracting(CapturedMessage::time)
        .containsExactly(
            Instant.parse("2023-11-14T22:13:20.000000005Z"),
            Instant.parse("2023-11-14T22:13:21.000005Z"),
            Instant.parse("2023-11-14T22:13:20.500Z"));
    assertThat(reads.report().damages()).isZero();
    assertThat(reads.report().linkTypes()).containsExactly("raw IP", "Ethernet");
  }

  @Test
  void simplePacketsOfPcapngHaveNoTime() {
    byte[] frame = ethernet(IP);
    byte[] body = join(new byte[] {0, 0, 0, (byte) frame.length}, frame);
    byte[] file =
        join(
            Traffic.section(ByteOrder.BIG_ENDIAN),
            Traffic.described(ByteOrder.BIG_ENDIAN, 1, 6, 0),
            Traffic.block(ByteOrder.BIG_ENDIAN, 3, body));

    assertThat(frame.length).isLessThan(256);
    isTheInvite(Reads.of(file), "1970-01-01T00:00:00Z");
  }

  @Test
  void gzipOfEither() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(pcap(1, ethernet(IP)));
    }

    Reads reads = Reads.of(zipped.toByteArray());

    isTheInvite(reads, "2023-11-14T22:13:20.000005Z");
    assertThat(reads.report().compressed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 14, 101, 228})
  void rawIp(int linkType) {
    isTheInvite(Reads.of(pcap(linkType, IP)), "2023-11-14T22:13:20.000005Z");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 108})
  void loopback(int linkType) {
    isTheInvite(
        Reads.of(pcap(linkType, join(new byte[] {2, 0, 0, 0}, IP))), "2023-11-14T22:13:20.000005Z");
  }

  @Test
  void linuxCooked() {
    byte[] one = new byte[16];
    one[14] = 8;
    byte[] two = new byte[20];
    two[0] = 8;

    isTheInvite(Reads.of(pcap(113, join(one, IP))), "2023-11-14T22:13:20.000005Z");
    isTheInvite(Reads.of(pcap(276, join(two, IP))), "2023-11-14T22:13:20.000005Z");
  }

  @Test
  void vlanInVlan() {
    byte[] tagged = join(new byte[] {0, 1, (byte) 0x81, 0, 0, 2, 8, 0}, IP);

    isTheInvite(Reads.of(pcap(1, ethernet(0x88a8, tagged))), "2023-11-14T22:13:20.000005Z");
  }

  @Test
  void ipv6BehindExtensionHeaders() {
    byte[] behind = join(new byte[] {60, 0, 0, 0, 0, 0, 0, 0}, new byte[8]);
    behind[8] = 17;

    Reads reads = Reads.of(pcap(229, ipv6(0, join(behind, udp(invite("six", 3))))));

    assertThat(reads.callIds()).containsExactly("six");
    assertThat(reads.messages().getFirst().source()).isEqualTo(new Endpoint("2001::1", 5070));
  }

  @Test
  void fragmentsInAnyOrderWithOverlaps() {
    byte[] whole = udp(invite("large", 3000));
    byte[] first = Arrays.copyOfRange(whole, 0, 1480);
    byte[] middle = Arrays.copyOfRange(whole, 1400, 2800);
    byte[] last = Arrays.copyOfRange(whole, 2800, whole.length);
    byte[][] four = {
      ipv4(Traffic.A, Traffic.B, 17, 7, 2800 / 8, last),
      ipv4(Traffic.A, Traffic.B, 17, 7, 0x2000, first),
      ipv4(Traffic.A, Traffic.B, 17, 7, 0x2000 | 1400 / 8, middle)
    };

    Reads reads = Reads.of(pcap(101, four));

    assertThat(reads.callIds()).containsExactly("large");
    assertThat(reads.messages().getFirst().message().bytes()).isEqualTo(invite("large", 3000));
    assertThat(Reads.of(pcap(101, four[1], four[2])).report().traffic().incomplete()).isOne();
  }

  @Test
  void fragmentsOfIpv6() {
    byte[] whole = udp(invite("large", 2000));
    byte[] head = {17, 0, 0, 1, 0, 0, 0, 9};
    byte[] rest = {17, 0, (byte) (1448 >> 8), (byte) 1448, 0, 0, 0, 9};

    Reads reads =
        Reads.of(
            pcap(
                101,
                ipv6(44, join(head, Arrays.copyOfRange(whole, 0, 1448))),
                ipv6(44, join(rest, Arrays.copyOfRange(whole, 1448, whole.length)))));

    assertThat(reads.callIds()).containsExactly("large");
  }

  @Test
  void aFileThatIsNoCaptureIsRefused() {
    assertThat(
            CaptureReader.read(
                Path.of("/proc/self/status"),
                CaptureBounds.USUAL,
                Payloads.NONE,
                Watch.NONE,
                _ -> {}))
        .isInstanceOf(Found.Failure.class);
  }
}
