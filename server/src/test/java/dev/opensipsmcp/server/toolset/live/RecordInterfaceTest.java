package dev.opensipsmcp.server.toolset.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.config.EvidenceEntry.CaptureEntry;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.sip.capture.CaptureBounds;
import dev.opensipsmcp.sip.capture.CaptureFile;
import dev.opensipsmcp.sip.capture.Recorder;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interface is recorded: by a stand-in that never ends by itself, and by the real tcpdump. */
class RecordInterfaceTest {
  private static final String USUAL = "{\"duration\":300}";

  @TempDir private Path folder;
  private Path captures = Path.of("");

  @BeforeEach
  void makeDirectory() throws IOException {
    captures = Files.createDirectory(folder.resolve("captures"));
  }

  private LiveBench bench(Path program) {
    return LiveBench.of(
        Version.V3_6,
        new CaptureEntry(List.of(captures), Optional.of(program), List.of("lo", "eth0")));
  }

  /** Writes a pcap's header and so many packets of 4 bytes, and half a packet more; then waits. */
  private Path standIn(int packets) throws IOException {
    String header =
        "\\324\\303\\262\\241\\2\\0\\4\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\4\\0\\1\\0\\0\\0";
    String packet = "\\1\\0\\0\\0\\2\\0\\0\\0\\4\\0\\0\\0\\4\\0\\0\\0";
    StringBuilder text = new StringBuilder("#!/bin/sh\necho \"$@\" >&2\nprintf '" + header + "'\n");
    for (int at = 0; at < packets; at++) {
      text.append("printf '").append(packet).append("abcd'\n");
    }
    text.append("printf '").append(packet).append("ab'\nexec tail -f /dev/null\n");
    return program(text.toString());
  }

  private Path program(String text) throws IOException {
    Path file = folder.resolve("tcpdump-stand-in");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(captures)) {
      return all.toList();
    }
  }

  @Test
  void aBoundEndsTheProgramAndTheFileIsWhole() throws IOException {
    try (LiveBench bench = bench(standIn(5))) {
      JsonObject done = bench.object("live_record_interface", "{\"duration\":300,\"packets\":3}");
      assertThat(Json.text(done, "ended")).isEqualTo("packets");
      assertThat(done.get("packets").getAsInt()).isEqualTo(3);
      assertThat(done.get("bytes").getAsInt()).isEqualTo(24 + 3 * 20);
      Path file = Path.of(Json.text(done, "path"));
      assertThat(files()).containsExactly(file);
      assertThat(Files.size(file)).isEqualTo(24 + 3 * 20);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Json.text(done, "said")).isEqualTo("-i lo -n -U -s 0 -w - port 5060");
    }
  }

  @Test
  void timeEndsItAndHalfAPacketIsLeftOut() throws IOException {
    try (LiveBench bench = bench(standIn(2))) {
      JsonObject done = bench.object("live_record_interface", "{\"duration\":1}");
      assertThat(Json.text(done, "ended")).isEqualTo("time");
      assertThat(Files.size(Path.of(Json.text(done, "path"))))
          .isEqualTo(24 + 20 * done.get("packets").getAsLong());
    }
  }

  @Test
  void aCallerWhoWithdrawsEndsIt() throws IOException {
    AtomicBoolean withdrawn = new AtomicBoolean();
    Path file = captures.resolve("one.pcap");
    Recorder.Result result =
        new Recorder(standIn(2))
            .run(
                new Recorder.Order("lo", "port 5060", Duration.ofMinutes(5), 100, 1 << 20),
                file,
                withdrawn::get,
                (_, _) -> withdrawn.set(true));
    assertThat(result)
        .isInstanceOfSatisfying(
            Recorder.Result.Done.class, done -> assertThat(done.ended()).isEqualTo("withdrawn"));
  }

  @Test
  void whatTheProgramSaysOfItsFailureIsToldAndNoFileStays() throws IOException {
    Path program = program("#!/bin/sh\necho 'lo: no permission to capture' >&2\nexit 1\n");
    try (LiveBench bench = bench(program)) {
      Outcome.Failure failure = Outcomes.failure(bench.run("live_record_interface", USUAL));
      assertThat(failure.code()).isEqualTo("RECORDING_FAILED");
      assertThat(failure.cause()).contains("no permission to capture");
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void onlyWhatIsConfiguredIsRecorded() throws IOException {
    try (LiveBench bench = bench(standIn(0));
        LiveBench bare = LiveBench.of(Version.V3_6, captures)) {
      assertThat(bench.code("live_record_interface", "{\"interface\":\"eth1\"}"))
          .isEqualTo("RECORDING_NOT_ALLOWED");
      assertThat(bench.code("live_record_interface", "{\"filter_expr\":\"-w /tmp/x\"}"))
          .isEqualTo("ARGUMENTS_WRONG");
      assertThat(bare.code("live_record_interface", "{}")).isEqualTo("RECORDING_NOT_ALLOWED");
    }
  }

  @Test
  void dumpcapIsToldInItsOwnWords() {
    Recorder.Order order =
        new Recorder.Order("eth0", "port 5060", Duration.ofSeconds(1), 1, 1 << 20);
    assertThat(new Recorder(Path.of("/usr/bin/dumpcap")).command(order))
        .containsExactly(
            "/usr/bin/dumpcap", "-i", "eth0", "-q", "-P", "-w", "-", "-f", "port 5060");
  }

  @Test
  void theRealTcpdumpRecordsACallOnLoopback() throws Exception {
    Path tcpdump = real();
    AtomicBoolean over = new AtomicBoolean();
    try (LiveBench bench = bench(tcpdump);
        DatagramSocket to = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DatagramSocket from = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      byte[] message =
          ("OPTIONS sip:bob@example.net SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK1\r\n"
                  + "From: <sip:alice@example.org>;tag=1\r\nTo: <sip:bob@example.net>\r\n"
                  + "Call-ID: real@a\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8);
      // When the program has begun to listen nobody can tell, so that they come until it ended.
      Thread sender =
          Thread.ofPlatform()
              .start(() -> {
                while (!over.get()) {
                  try {
                    from.send(
                        new DatagramPacket(message, message.length, to.getLocalSocketAddress()));
                  } catch (IOException _) {
                    return;
                  }
                  Thread.yield();
                }
              });
      Outcome outcome =
          bench.run(
              "live_record_interface",
              "{\"duration\":60,\"packets\":5,\"filter_expr\":\"udp and port %d\"}"
                  .formatted(to.getLocalPort()));
      over.set(true);
      sender.join();
      allowed(outcome);
      JsonObject done = Outcomes.object(bench.tool("live_record_interface"), outcome);
      assertThat(Json.text(done, "ended")).isEqualTo("packets");
      CaptureFile file = new CaptureFile(Path.of(Json.text(done, "path")), CaptureBounds.USUAL);
      assertThat(file.calls(CallSearch.of(TimeWindow.ALWAYS, 10), Watch.NONE))
          .isInstanceOfSatisfying(
              Found.Value.class,
              found -> assertThat(found.value().toString()).contains("real@a", "messages=5"));
    }
  }

  private static Path real() {
    Optional<Path> tcpdump =
        Stream.of("/usr/bin/tcpdump", "/usr/sbin/tcpdump")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (tcpdump.isEmpty() && "true".equals(System.getenv("CI"))) {
      Assertions.fail("tcpdump is not installed, and CI=true wants every test.");
    }
    Assumptions.assumeTrue(tcpdump.isPresent(), "Left out: tcpdump is not installed.");
    return tcpdump.get();
  }

  /** Whether this user may record is the host's affair, not the product's. */
  private static void allowed(Outcome outcome) {
    boolean forbidden =
        outcome instanceof Outcome.Failure failure
            && failure.cause().matches("(?s).*(permission|not permitted).*");
    Assumptions.assumeFalse(forbidden, "Left out: this user may not record.");
  }
}
