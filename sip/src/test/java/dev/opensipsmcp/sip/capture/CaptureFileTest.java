package dev.opensipsmcp.sip.capture;

import static dev.opensipsmcp.sip.capture.RealTrafficTest.value;
import static dev.opensipsmcp.sip.capture.Traffic.invite;
import static dev.opensipsmcp.sip.capture.Traffic.ipv4;
import static dev.opensipsmcp.sip.capture.Traffic.ipv6;
import static dev.opensipsmcp.sip.capture.Traffic.pcap;
import static dev.opensipsmcp.sip.capture.Traffic.response;
import static dev.opensipsmcp.sip.capture.Traffic.udp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.hep.Hep;
import dev.opensipsmcp.sip.hep.HepPacket;
import dev.opensipsmcp.sip.hep.PayloadType;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Transport;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls and messages asked of a file, and written to another one. */
class CaptureFileTest {
  private static final Instant START = Instant.ofEpochSecond(1_700_000_000);

  @TempDir private Path directory;

  private CaptureFile capture(byte[]... packets) throws IOException {
    Path file = directory.resolve("test.pcap");
    Files.write(file, pcap(101, packets));
    return new CaptureFile(file, CaptureBounds.USUAL);
  }

  private CaptureFile three() throws IOException {
    return capture(
        ipv4(17, udp(invite("busy", 0))),
        ipv4(Traffic.B, Traffic.A, 17, 1, 0, udp(response("busy", 100))),
        ipv4(Traffic.B, Traffic.A, 17, 1, 0, udp(response("busy", 486))),
        ipv6(17, udp(invite("six", 0))),
        ipv4(17, udp(invite("late", 0))));
  }

  private static List<String> ids(Found<List<CallSummary>> calls) {
    return value(calls).stream().map(CallSummary::callId).toList();
  }

  @Test
  void callsAreSummedUpNewestFirst() throws IOException {
    List<CallSummary> calls =
        value(three().calls(CallSearch.of(TimeWindow.ALWAYS, 10), Watch.NONE));

    assertThat(calls).extracting(CallSummary::callId).containsExactly("late", "six", "busy");
    CallSummary busy = calls.getLast();
    assertThat(busy.from()).isEqualTo("alice");
    assertThat(busy.to()).isEqualTo("bob");
    assertThat(busy.code()).hasValue(486);
    assertThat(busy.messages()).isEqualTo(3);
    assertThat(Duration.between(busy.first(), busy.last())).isEqualTo(Duration.ofSeconds(2));
    assertThat(busy.source()).isEqualTo(new Endpoint("10.0.0.1", 5070));
  }

  @Test
  void filtersMustFitOneMessage() throws IOException {
    CaptureFile file = three();
    Optional<String> none = Optional.empty();

    assertThat(ids(file.calls(search(none, none, OptionalInt.of(486)), Watch.NONE)))
        .containsExactly("busy");
    assertThat(
            ids(file.calls(search(Optional.of("2001::2"), none, OptionalInt.empty()), Watch.NONE)))
        .containsExactly("six");
    assertThat(ids(file.calls(search(none, Optional.of("bob"), OptionalInt.empty()), Watch.NONE)))
        .hasSize(3);
    assertThat(ids(file.calls(search(none, Optional.of("bo"), OptionalInt.empty()), Watch.NONE)))
        .isEmpty();
    assertThat(file.calls(search(Optional.of("nowhere"), none, OptionalInt.empty()), Watch.NONE))
        .isInstanceOf(Found.Failure.class);
    TimeWindow middle = new TimeWindow(START.plusSeconds(3), START.plusSeconds(4));
    assertThat(ids(file.calls(CallSearch.of(middle, 10), Watch.NONE))).containsExactly("six");
  }

  private static CallSearch search(
      Optional<String> address, Optional<String> toUser, OptionalInt code) {
    return new CallSearch(
        TimeWindow.ALWAYS,
        Optional.empty(),
        Optional.empty(),
        toUser,
        address,
        Optional.empty(),
        code,
        10);
  }

  @Test
  void moreCallsThanAllowedForgetThoseThatWereSilentForLongest() throws IOException {
    List<byte[]> packets = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      packets.add(ipv4(17, udp(invite("call-" + i, 0))));
    }
    CaptureFile file = capture(packets.toArray(new byte[0][]));
    CaptureBounds tight =
        new CaptureBounds(1 << 30, 1 << 30, Duration.ofMinutes(1), 2_000, 10, 10_000);

    Found<List<CallSummary>> calls =
        new CaptureFile(file.file(), tight)
            .calls(CallSearch.of(TimeWindow.ALWAYS, 5_000), Watch.NONE);

    assertThat(value(calls)).hasSize(2_000);
    assertThat(value(calls).getFirst().callId()).isEqualTo("call-2999");
    assertThat(((Found.Value<List<CallSummary>>) calls).notes())
        .anyMatch(note -> note.contains("1000 that were silent"));
  }

  @Test
  void boundsAndWithdrawalEndTheReading() throws IOException {
    CaptureFile file = three();
    CaptureBounds two = new CaptureBounds(1 << 20, 2, Duration.ofMinutes(1), 16, 1, 10_000);

    CaptureReport report = value(new CaptureFile(file.file(), two).report(Watch.NONE));

    assertThat(report.ended()).isEqualTo(CaptureReport.Ended.PACKETS);
    assertThat(report.messageCount()).isEqualTo(2);
    assertThat(file.report(new Gone())).isInstanceOf(Found.Failure.class);
  }

  /** Somebody who withdrew. */
  private static final class Gone implements Watch {
    @Override
    public void progress(double done, double total) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  }

  @Test
  void aMessageThatTwoInterfacesSawIsToldOnce() throws IOException {
    byte[] frame = ipv4(17, udp(invite("twice", 0)));
    byte[] bytes = pcap(101, frame, frame);
    // The second packet a microsecond after the first one.
    bytes[24 + 16 + frame.length] = bytes[24];
    bytes[24 + 16 + frame.length + 4] = 6;
    Path file = directory.resolve("twice.pcap");
    Files.write(file, bytes);

    Found<List<CapturedMessage>> found =
        new CaptureFile(file, CaptureBounds.USUAL)
            .messages(List.of("twice"), TimeWindow.ALWAYS, Watch.NONE);

    assertThat(value(found)).hasSize(1);
    assertThat(((Found.Value<List<CapturedMessage>>) found).notes())
        .anyMatch(note -> note.contains("captured twice"));
  }

  @Test
  void textIsFoundWhateverItsCase() throws IOException {
    CaptureFile.Selection found =
        value(three().containing("sip/2.0 486 REASON", TimeWindow.ALWAYS, Watch.NONE));

    assertThat(found.fitting()).isOne();
    assertThat(found.messages().getFirst().message().callId()).hasValue("busy");
  }

  @Test
  void hepInsideOfACaptureTellsTheEndsThatTheAgentSaw() throws IOException {
    byte[] packet =
        Hep.write(
            new HepPacket(
                3,
                17,
                new Endpoint("192.0.2.1", 5060),
                new Endpoint("192.0.2.2", 5062),
                START.plusMillis(1),
                PayloadType.SIP,
                invite("copied", 0),
                7,
                Optional.empty(),
                Optional.empty()));

    List<CapturedMessage> messages =
        value(
            capture(ipv4(17, udp(packet)))
                .messages(List.of("copied"), TimeWindow.ALWAYS, Watch.NONE));

    assertThat(messages).hasSize(1);
    assertThat(messages.getFirst().source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
    assertThat(messages.getFirst().time()).isEqualTo(START.plusMillis(1));
  }

  @Test
  void whatIsWrittenIsReadBackByUsAndByTshark() throws Exception {
    Programs.need("tshark");
    List<CapturedMessage> messages = new ArrayList<>();
    for (Transport transport : Transport.values()) {
      for (int size : new int[] {0, 1_471, 20_000}) {
        boolean six = size == 1_471;
        messages.add(
            new CapturedMessage(
                START.plusSeconds(messages.size()),
                transport,
                new Endpoint(six ? "2001:db8::1" : "192.0.2.1", 5060),
                new Endpoint(six ? "2001:db8::2" : "192.0.2.2", 5060),
                SipParser.parse(invite(transport + "-" + size, size)),
                "test"));
      }
    }
    Path file = directory.resolve("written.pcap");

    Exported exported =
        new CaptureWriter(new AllowedDirectories(List.of(directory))).write(file, messages);

    assertThat(exported).isInstanceOf(Exported.Done.class);
    Exported.Done done = (Exported.Done) exported;
    assertThat(done.sha256()).hasSize(64);
    assertThat(done.bytes()).isEqualTo(Files.size(file));
    assertThat(done.notes()).anyMatch(note -> note.contains("written as UDP"));
    RealTrafficTest.agreeWithTshark(file, messages);
    assertThat(Reads.of(Files.readAllBytes(file)).messages())
        .extracting(CapturedMessage::message)
        .isEqualTo(messages.stream().map(CapturedMessage::message).toList());
    List<String> wrong =
        Programs.run(
            "tshark",
            "-r",
            file.toString(),
            "-o",
            "ip.check_checksum:TRUE",
            "-o",
            "udp.check_checksum:TRUE",
            "-o",
            "tcp.check_checksum:TRUE",
            "-Y",
            "ip.checksum.status==0 || udp.checksum.status==0 || tcp.checksum.status==0"
                + " || _ws.malformed || tcp.analysis.flags");
    assertThat(wrong).isEmpty();
  }

  @Test
  void aFileThatExistsOrLiesElsewhereIsNeverWritten() throws IOException {
    Path allowed = Files.createDirectory(directory.resolve("allowed"));
    Files.createSymbolicLink(allowed.resolve("way-out"), directory);
    Path there = Files.writeString(allowed.resolve("there.pcap"), "kept");
    CaptureWriter writer = new CaptureWriter(new AllowedDirectories(List.of(allowed)));
    List<CapturedMessage> messages =
        value(three().messages(List.of("busy"), TimeWindow.ALWAYS, Watch.NONE));

    for (Path file :
        List.of(
            there,
            directory.resolve("outside.pcap"),
            allowed.resolve("../outside.pcap"),
            allowed.resolve("way-out/outside.pcap"),
            allowed.resolve("missing/new.pcap"))) {
      assertThat(writer.write(file, messages)).as("%s", file).isInstanceOf(Exported.Refused.class);
    }
    assertThat(there).hasContent("kept");
    assertThat(writer.write(Path.of("new.pcap"), messages)).isInstanceOf(Exported.Done.class);
    assertThat(allowed.resolve("new.pcap")).exists();
    try (var files = Files.list(allowed)) {
      assertThat(files).hasSize(3);
    }
  }
}
