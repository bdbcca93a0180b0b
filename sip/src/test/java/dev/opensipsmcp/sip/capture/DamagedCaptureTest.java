package dev.opensipsmcp.sip.capture;

import static dev.opensipsmcp.sip.capture.Traffic.ethernet;
import static dev.opensipsmcp.sip.capture.Traffic.invite;
import static dev.opensipsmcp.sip.capture.Traffic.ipv4;
import static dev.opensipsmcp.sip.capture.Traffic.join;
import static dev.opensipsmcp.sip.capture.Traffic.pcap;
import static dev.opensipsmcp.sip.capture.Traffic.response;
import static dev.opensipsmcp.sip.capture.Traffic.tcp;
import static dev.opensipsmcp.sip.capture.Traffic.udp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Files that are cut, changed or made of noise are read as far as they can be. */
class DamagedCaptureTest {

  private static byte[] classic() {
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      frames.add(ethernet(ipv4(17, udp(invite("u" + i, 100)))));
      frames.add(ethernet(ipv4(6, tcp(true, 1 + 1000 * i, 0, 16, join(response("t" + i, 200))))));
    }
    return pcap(1, frames.toArray(new byte[0][]));
  }

  private static byte[] next() {
    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    byte[] file = join(Traffic.section(order), Traffic.described(order, 1, 6, 0));
    for (int i = 0; i < 40; i++) {
      byte[] frame = ethernet(ipv4(17, udp(invite("n" + i, i))));
      file = join(file, Traffic.packet(order, 0, 1_700_000_000_000_000L + i, frame));
    }
    return file;
  }

  private static void survives(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("damaged", ".pcap");
    try {
      Files.write(file, bytes);
      List<Integer> sizes = new ArrayList<>();
      Found<CaptureReport> found =
          CaptureReader.read(
              file,
              CaptureBounds.USUAL,
              Payloads.NONE,
              Watch.NONE,
              seen -> sizes.add(seen.message().bytes().length));
      assertThat(found).isNotNull();
      // No byte is told twice, so that no more can come out than went in.
      assertThat(sizes.stream().mapToLong(Integer::longValue).sum())
          .isLessThanOrEqualTo(bytes.length);
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 150)
  void cutAnywhere(@ForAll @IntRange(min = 0, max = 30_000) int length, @ForAll boolean classic)
      throws IOException {
    byte[] whole = classic ? classic() : next();

    survives(Arrays.copyOf(whole, Math.min(length, whole.length)));
  }

  @Property(tries = 300)
  void bitsTurnedAnywhere(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int bits, @ForAll boolean classic)
      throws IOException {
    Random random = new Random(seed);
    byte[] bytes = classic ? classic() : next();
    for (int i = 0; i < bits; i++) {
      bytes[8 + random.nextInt(bytes.length - 8)] ^= (byte) (1 << random.nextInt(8));
    }

    survives(bytes);
  }

  @Property(tries = 150)
  void partsTakenOutAndPutIn(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 5_000) int size, @ForAll boolean classic)
      throws IOException {
    Random random = new Random(seed);
    byte[] whole = classic ? classic() : next();
    int at = 24 + random.nextInt(whole.length - 24);
    byte[] noise = new byte[size];
    random.nextBytes(noise);
    byte[] rest =
        Arrays.copyOfRange(whole, Math.min(whole.length, at + random.nextInt(500)), whole.length);

    survives(join(Arrays.copyOf(whole, at), noise, rest));
  }

  @Test
  void whatFollowsDamageIsFoundAgainAndTheDamageIsTold() {
    byte[] whole = classic();
    byte[] header = Arrays.copyOf(whole, whole.length);
    int length = ethernet(ipv4(17, udp(invite("u0", 100)))).length;
    Arrays.fill(header, 24, 24 + 16, (byte) 0xff);

    Reads reads = Reads.of(header);

    assertThat(reads.messages()).hasSize(79);
    assertThat(reads.report().damages()).isOne();
    assertThat(reads.report().damage())
        .containsExactly(new Damage(24, 16 + length, "A packet's header is damaged."));
    assertThat(reads.report().notes()).anyMatch(note -> note.contains("damaged in 1 place"));
  }

  @Test
  void aBlockOfPcapngThatCantBeIsSkipped() {
    byte[] whole = next();
    int second =
        Traffic.section(ByteOrder.LITTLE_ENDIAN).length
            + Traffic.described(ByteOrder.LITTLE_ENDIAN, 1, 6, 0).length;
    whole[second + 4] ^= 0x40;

    Reads reads = Reads.of(whole);

    assertThat(reads.messages()).hasSize(39);
    assertThat(reads.report().damages()).isOne();
    assertThat(reads.report().skipped()).isPositive();
  }

  @Test
  void manyHalfMessagesDoNotFillTheMemory() {
    List<byte[]> frames = new ArrayList<>();
    byte[] begin = Arrays.copyOf(invite("never ends", 1_000_000), 1_200);
    for (int i = 0; i < 20_000; i++) {
      byte[] from = {10, 1, (byte) (i >> 8), (byte) i};
      frames.add(ipv4(from, Traffic.B, 6, 1, 0, tcp(true, 1, 0, 16, begin)));
    }

    Reads reads = Reads.of(pcap(101, frames.toArray(new byte[0][])));

    assertThat(reads.report().traffic().connections()).isEqualTo(20_000);
  }
}
