package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherTransportsTest {
  private static final String UPTIME = "{\"jsonrpc\":\"2.0\",\"method\":\"uptime\",\"id\":1}";
  private static final String BATCH = "[" + UPTIME + "," + UPTIME + "]";

  @Test
  void answersADatagramWithADatagram() throws IOException {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      assertThat(udp(node, UPTIME))
          .hasValueSatisfying(text -> assertThat(text).contains("Up time"));
      assertThat(udp(node, "\n" + UPTIME + "\n")).isPresent();
      assertThat(udp(node, "{\"jsonrpc\":")).hasValue("400 Parse_error");
      assertThat(udp(node, ":uptime:\n")).hasValue("400 Parse_error");
      assertThat(udp(node, "", 400)).isEmpty();
      assertThat(udp(node, "{\"jsonrpc\":\"2.0\",\"method\":\"uptime\"}", 400)).isEmpty();
      assertThat(udp(node, call("x".repeat(60_000))))
          .hasValueSatisfying(text -> assertThat(text).contains("No such dialog"));
      assertThat(node.received().getFirst().transport()).isEqualTo(Received.Transport.UDP);
    }
  }

  @Test
  void givesNoDatagramForAnAnswerThatIsTooLarge() throws IOException {
    try (LabNode node = LabNode.of(LabSettings.of(Version.V3_6).dialogs(1000))) {
      assertThat(udp(node, "{\"jsonrpc\":\"2.0\",\"method\":\"dlg_list\",\"id\":1}", 400))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"V3_6, true", "V4_0, false"})
  void survivesABatchInADatagramOnlyUpTo36(Version version, boolean survives) throws IOException {
    try (LabNode node = LabNode.start(version)) {
      Optional<String> answer = udp(node, BATCH, survives ? 20_000 : 1000);

      assertThat(answer.isPresent()).isEqualTo(survives);
      assertThat(survives ? node.running() : !ended(node)).isEqualTo(survives);
      assertThat(answer.orElse("-32600")).contains("-32600");
    }
  }

  @Test
  void answersOnTheReplyFifo(@TempDir Path directory) throws Exception {
    LabSettings settings = LabSettings.of(Version.V4_0).withFifo(directory);
    try (LabNode node = LabNode.of(settings)) {
      assertThat(fifo(node, "reply1", ":reply1:" + UPTIME)).contains("Up since");
      assertThat(fifo(node, "reply2", ":reply2:\n" + UPTIME + "\n")).contains("Up since");
      assertThat(fifo(node, "reply3", ":reply3:" + call("nope"))).contains("No such dialog");
      assertThat(silentFifo(node, "reply4", ":reply4:{\"jsonrpc\":")).isEmpty();
      assertThat(silentFifo(node, "reply5", "::" + UPTIME)).isEmpty();
      assertThat(silentFifo(node, "reply6", UPTIME)).isEmpty();
      assertThat(silentFifo(node, "reply7", ":" + directory + "/reply7:" + UPTIME)).isEmpty();
      assertThat(fifo(node, "reply8", ":reply8:" + UPTIME)).contains("Up since");
      assertThat(node.fifo()).hasValueSatisfying(path -> assertThat(path).exists());
    }
    assertThat(directory.resolve("opensips_fifo")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"V3_6", "V4_0"})
  void endsAfterABatchOnTheFifo(Version version, @TempDir Path directory) throws Exception {
    try (LabNode node = LabNode.of(LabSettings.of(version).withFifo(directory))) {
      assertThat(fifo(node, "reply", ":reply:" + BATCH, 1500)).isEmpty();
      assertThat(ended(node)).isTrue();
    }
  }

  private static boolean ended(LabNode node) {
    long giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (node.running() && System.nanoTime() < giveUp) {
      Thread.onSpinWait();
    }
    return !node.running();
  }

  private static String call(String callid) {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"dlg_list\",\"params\":{\"callid\":\""
        + callid
        + "\"},\"id\":1}";
  }

  private static Optional<String> udp(LabNode node, String text) throws IOException {
    return udp(node, text, 20_000);
  }

  private static Optional<String> udp(LabNode node, String text, int millis) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      socket.send(
          new DatagramPacket(
              bytes, bytes.length, InetAddress.getLoopbackAddress(), node.udpPort()));
      socket.setSoTimeout(millis);
      DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
      socket.receive(answer);
      return Optional.of(
          new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8));
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    }
  }

  /** Makes a reply FIFO, writes the request, and reads what comes within the time. */
  private static String fifo(LabNode node, String name, String request) throws Exception {
    return fifo(node, name, request, 20_000);
  }

  private static String silentFifo(LabNode node, String name, String request) throws Exception {
    return fifo(node, name, request, 600);
  }

  private static String fifo(LabNode node, String name, String request, int millis)
      throws Exception {
    Path command = node.fifo().orElseThrow();
    Path reply = command.resolveSibling(name);
    assertThat(new ProcessBuilder("mkfifo", reply.toString()).start().waitFor()).isZero();
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    // Opened for both, so that the test ends when no answer comes.
    try (RandomAccessFile in = new RandomAccessFile(reply.toFile(), "rw")) {
      Thread reader = Thread.ofPlatform().daemon().start(() -> answer.complete(read(in)));
      try (RandomAccessFile out = new RandomAccessFile(command.toFile(), "rw")) {
        out.write(request.getBytes(StandardCharsets.UTF_8));
      }
      byte[] nothing = new byte[0];
      byte[] bytes = answer.completeOnTimeout(nothing, millis, TimeUnit.MILLISECONDS).get();
      if (bytes.length == 0) {
        in.write('\n');
      }
      reader.join(1000);
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } finally {
      Files.deleteIfExists(reply);
    }
  }

  private static byte[] read(RandomAccessFile in) {
    try {
      byte[] buffer = new byte[65_536];
      int count = in.read(buffer);
      return Arrays.copyOf(buffer, Math.max(0, count));
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
