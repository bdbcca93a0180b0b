package dev.opensipsmcp.sip.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opensipsmcp.sip.trace.Endpoint;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Packets of HEP, written and read again, and read from bytes that were laid out by hand. */
class HepTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final byte[] OPTIONS =
      "OPTIONS sip:a SIP/2.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  @Example
  void aPacketOfVersion3IsChunksInAnyOrder() {
    byte[] bytes =
        HexFormat.of()
            .parseHex(
                // HEP3, length 91
                "48455033005b"
                    + "0000000f000b68656c6c6f" // payload "hello"
                    + "000000010007"
                    + "02"
                    + "000000020007"
                    + "11"
                    + "00000003000ac0000201"
                    + "00000004000ac0000202"
                    + "0000000700081388" // 5000
                    + "00000008000813c4" // 5060
                    + "00000009000a"
                    + "00000064"
                    + "0000000b0007"
                    + "01");
    bytes[5] = (byte) bytes.length;
    HepPacket packet = packet(bytes);
    assertThat(packet.source()).isEqualTo(new Endpoint("192.0.2.1", 5000));
    assertThat(packet.destination()).isEqualTo(new Endpoint("192.0.2.2", 5060));
    assertThat(packet.protocol()).isEqualTo(17);
    assertThat(packet.time()).isEqualTo(Instant.ofEpochSecond(100));
    assertThat(packet.type()).isEqualTo(PayloadType.SIP);
    assertThat(new String(packet.payload(), StandardCharsets.US_ASCII)).isEqualTo("hello");
  }

  @Example
  void aPacketOfVersion2HasItsTimeInTheSendersByteOrder() {
    HepPacket sent = packet(2, "192.0.2.1", "192.0.2.2");
    byte[] little = Hep.write(sent);
    assertThat(packet(little).time()).isEqualTo(NOW);
    byte[] big = little.clone();
    reverse(big, 16, 4);
    reverse(big, 20, 4);
    reverse(big, 24, 2);
    assertThat(packet(big).time()).isEqualTo(NOW);
    assertThat(packet(big).agent()).isEqualTo(7);
  }

  @Example
  void aPacketOfVersion1HasNoTimeOfItsOwn() {
    HepPacket read = packet(Hep.write(packet(1, "2001:db8::1", "2001:db8::2")));
    assertThat(read.time()).isEqualTo(NOW);
    assertThat(read.source()).isEqualTo(new Endpoint("2001:db8::1", 5060));
  }

  @Property
  void whatIsWrittenIsReadAgain(
      @ForAll @IntRange(min = 1, max = 3) int version,
      @ForAll boolean six,
      @ForAll @Size(max = 2_000) byte[] payload) {
    HepPacket sent =
        new HepPacket(
            version,
            6,
            new Endpoint(six ? "2001:db8::1" : "192.0.2.1", 1),
            new Endpoint(six ? "2001:db8::2" : "192.0.2.2", 65_535),
            NOW,
            PayloadType.SIP,
            payload,
            version == 1 ? 0 : 65_535,
            version == 3 ? Optional.of("edge-1") : Optional.empty(),
            version == 3 ? Optional.of("a@b") : Optional.empty());
    byte[] bytes = Hep.write(sent);
    assertThat(Hep.begins(ByteBuffer.wrap(bytes))).isTrue();
    HepPacket read = packet(bytes);
    assertThat(read.payload()).isEqualTo(payload);
    assertThat(read).usingRecursiveComparison().ignoringFields("payload").isEqualTo(sent);
  }

  @Property
  void damagedBytesAreToldAndNeverThrow(
      @ForAll @IntRange(min = 1, max = 3) int version,
      @ForAll @IntRange(max = 200) int cut,
      @ForAll @IntRange(max = 200) int at,
      @ForAll byte value) {
    byte[] bytes = Hep.write(packet(version, "192.0.2.1", "192.0.2.2"));
    bytes[at % bytes.length] = value;
    byte[] shorter = Arrays.copyOf(bytes, Math.max(0, bytes.length - cut));
    assertThat(Hep.read(ByteBuffer.wrap(shorter), NOW)).isNotNull();
  }

  @Property
  void anyBytesAreToldAndNeverThrow(@ForAll @Size(max = 300) byte[] bytes) {
    assertThat(Hep.read(ByteBuffer.wrap(bytes), NOW)).isNotNull();
  }

  @Example
  void aCompressedPayloadIsInflatedUpToAMessagesLength() throws Exception {
    assertThat(packet(compressed(OPTIONS)).payload()).isEqualTo(OPTIONS);
    assertThat(Hep.read(ByteBuffer.wrap(compressed(new byte[1_000_000])), NOW))
        .isEqualTo(new HepRead.Damaged("Its compressed payload can't be read."));
  }

  @Example
  void aKeepAliveIsNoPacket() {
    byte[] bytes = HexFormat.of().parseHex("48455033000e" + "0000000d0008003c");
    assertThat(Hep.read(ByteBuffer.wrap(bytes), NOW)).isEqualTo(new HepRead.KeepAlive());
  }

  @Example
  void whatIsTooLongIsRefused() {
    HepPacket longer =
        new HepPacket(
            3,
            17,
            new Endpoint("192.0.2.1", 1),
            new Endpoint("192.0.2.2", 2),
            NOW,
            PayloadType.SIP,
            new byte[65_530],
            0,
            Optional.empty(),
            Optional.empty());
    assertThatIllegalArgumentException().isThrownBy(() -> Hep.write(longer));
  }

  private static byte[] compressed(byte[] payload) throws Exception {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream stream = new DeflaterOutputStream(deflated)) {
      stream.write(payload);
    }
    int length = 6 + 6 + deflated.size();
    return ByteBuffer.allocate(length)
        .put("HEP3".getBytes(StandardCharsets.US_ASCII))
        .putShort((short) length)
        .putShort((short) 0)
        .putShort((short) 16)
        .putShort((short) (6 + deflated.size()))
        .put(deflated.toByteArray())
        .array();
  }

  private static void reverse(byte[] bytes, int from, int count) {
    for (int at = 0; at < count / 2; at++) {
      byte kept = bytes[from + at];
      bytes[from + at] = bytes[from + count - 1 - at];
      bytes[from + count - 1 - at] = kept;
    }
  }

  private static HepPacket packet(byte[] bytes) {
    return ((HepRead.Packet) Hep.read(ByteBuffer.wrap(bytes), NOW)).packet();
  }

  private static HepPacket packet(int version, String source, String destination) {
    return new HepPacket(
        version,
        17,
        new Endpoint(source, 5060),
        new Endpoint(destination, 5080),
        NOW,
        PayloadType.SIP,
        OPTIONS,
        7,
        Optional.empty(),
        Optional.empty());
  }
}
