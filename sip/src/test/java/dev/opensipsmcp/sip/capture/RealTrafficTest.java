package dev.opensipsmcp.sip.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of SIPp, recorded by dumpcap, read by us and by tshark. */
class RealTrafficTest {
  private static final int CALLS = 20;

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"u1, false", "u1, true", "t1, false", "t1, true"})
  void weAndTsharkSeeTheSameMessages(String transport, boolean classic) throws Exception {
    Path file = directory.resolve(classic ? "calls.pcap" : "calls.pcapng");
    SippTraffic.record(file, transport, CALLS, classic);

    List<CapturedMessage> messages = allMessages(file);

    assertThat(messages).hasSize(CALLS * 6);
    agreeWithTshark(file, messages);
    CaptureFile capture = new CaptureFile(file, CaptureBounds.USUAL);
    assertThat(value(capture.calls(CallSearch.of(TimeWindow.ALWAYS, 1000), Watch.NONE)))
        .hasSize(CALLS)
        .allSatisfy(call -> {
          assertThat(call.method()).isEqualTo("INVITE");
          assertThat(call.code()).hasValue(200);
          assertThat(call.messages()).isEqualTo(6);
          assertThat(call.from()).isEqualTo("sipp");
        });
  }

  @ParameterizedTest
  @CsvSource({"u1", "t1"})
  void tsharkReadsWhatWeWriteOfThem(String transport) throws Exception {
    Path file = directory.resolve("calls.pcapng");
    SippTraffic.record(file, transport, CALLS, false);
    List<CapturedMessage> messages = allMessages(file);
    Path copy = directory.resolve("copy.pcap");

    Exported exported =
        new CaptureWriter(new AllowedDirectories(List.of(directory))).write(copy, messages);

    assertThat(exported).isInstanceOf(Exported.Done.class);
    agreeWithTshark(copy, messages);
    assertThat(allMessages(copy))
        .extracting(CapturedMessage::message)
        .isEqualTo(messages.stream().map(CapturedMessage::message).toList());
  }

  @ParameterizedTest
  @CsvSource({"u1", "t1"})
  void sngrepReadsWhatWeWriteOfThem(String transport) throws Exception {
    Programs.need("sngrep");
    Path file = directory.resolve("calls.pcapng");
    SippTraffic.record(file, transport, CALLS, false);
    List<CapturedMessage> messages = allMessages(file);
    Path ours = directory.resolve("ours.pcap");
    Path again = directory.resolve("again.pcap");
    new CaptureWriter(new AllowedDirectories(List.of(directory))).write(ours, messages);

    Programs.run("sngrep", "-N", "-q", "-F", "-I", ours.toString(), "-O", again.toString());

    assertThat(allMessages(again))
        .extracting(CapturedMessage::message)
        .isEqualTo(messages.stream().map(CapturedMessage::message).toList());
  }

  static <T> T value(Found<T> found) {
    assertThat(found).isInstanceOf(Found.Value.class);
    return ((Found.Value<T>) found).value();
  }

  static List<CapturedMessage> allMessages(Path file) {
    CaptureFile capture = new CaptureFile(file, CaptureBounds.USUAL);
    List<String> ids =
        value(capture.calls(CallSearch.of(TimeWindow.ALWAYS, 100_000), Watch.NONE)).stream()
            .map(CallSummary::callId)
            .toList();
    return value(capture.messages(ids, TimeWindow.ALWAYS, Watch.NONE));
  }

  static void agreeWithTshark(Path file, List<CapturedMessage> messages)
      throws IOException, InterruptedException {
    assertThat(Programs.tshark(file, "sip.Call-ID"))
        .isEqualTo(
            messages.stream().map(one -> one.message().callId().orElse("")).sorted().toList());
    assertThat(Programs.tshark(file, "sip.CSeq.method"))
        .isEqualTo(messages.stream().map(one -> one.message().method()).sorted().toList());
    assertThat(Programs.tshark(file, "sip.Status-Code"))
        .isEqualTo(messages.stream().flatMap(one -> code(one).stream()).sorted().toList());
  }

  private static List<String> code(CapturedMessage message) {
    return message.message().start() instanceof StartLine.Status status
        ? List.of(Integer.toString(status.code()))
        : List.of();
  }
}
