package dev.opensipsmcp.sip.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SIPp wrote is read, whole or broken. */
class LoadReadersTest {
  private static final String HEADER =
      "StartTime;TargetRate;CallRate(C);TotalCallCreated;CurrentCall;SuccessfulCall(C);"
          + "FailedCall(C);FailedTcpConnect(P);FailedTcpConnect(C);FailedUnexpectedMessage(C);"
          + "Retransmissions(C);";

  @TempDir private Path directory;

  @Property(tries = 200)
  void theLastWholeRowCounts(
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long created,
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long good,
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long bad,
      @ForAll String broken) {
    String row = "t;10;9.5;" + created + ";1;" + good + ';' + bad + ";7;0;" + bad + ";3;";
    String torn = row.substring(0, row.length() / 2);
    SippStatistics read =
        SippStatistics.of(List.of(HEADER, "t;1;1;1;1;1;1;1;1;1;1;", row, torn, ";" + broken))
            .orElseThrow();
    assertThat(read.created()).isEqualTo(created);
    assertThat(read.successful()).isEqualTo(good);
    assertThat(read.failed()).isEqualTo(bad);
    assertThat(read.retransmissions()).isEqualTo(3);
    assertThat(read.rate()).isEqualTo(9.5);
    assertThat(read.failures()).isEqualTo(bad == 0 ? Map.of() : Map.of("UnexpectedMessage", bad));
  }

  @Property(tries = 300)
  void anyLinesAreRead(@ForAll @Size(max = 20) List<String> lines) {
    List<String> all = new ArrayList<>(lines);
    all.add(0, HEADER);
    assertThat(SippStatistics.of(lines)).isEmpty();
    SippStatistics.of(all);
    ResponseTimes.of(lines, "1");
    ErrorLog.of(lines).forEach(kind -> assertThat(kind.text().length()).isLessThanOrEqualTo(120));
  }

  @Property(tries = 200)
  void percentilesAreThoseOfTheSortedTimes(
      @ForAll @Size(min = 1, max = 500) List<@IntRange(max = 60_000) Integer> times,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    List<String> lines = new ArrayList<>(List.of("Date_ms;response_time_ms;rtd_no"));
    times.forEach(time -> lines.add("1.5;" + time + ";1"));
    lines.add("1.5;99999999;2");
    lines.add("1.5;-4;1");
    lines.add("1.5;NaN;1");
    lines.add("1.5;;1");
    ResponseTimes read = ResponseTimes.of(lines, "1");
    List<Integer> sorted = times.stream().sorted().toList();
    double found = read.percentile(percent).orElseThrow();
    assertThat(read.count()).isEqualTo(times.size());
    long within = sorted.stream().filter(time -> time <= found).count();
    long below = sorted.stream().filter(time -> time < found).count();
    assertThat(100.0 * within / sorted.size()).isGreaterThanOrEqualTo(percent - 1e-9);
    assertThat(100.0 * below / sorted.size()).isLessThan(percent + 1e-9);
  }

  @Test
  void noTimesHaveNoPercentile() {
    assertThat(ResponseTimes.of(List.of(), "1").percentile(50)).isEmpty();
  }

  @Test
  void aTornAndAnEndlessLineDoNoHarm() throws IOException {
    Path file = directory.resolve("broken.csv");
    String endless = "9;".repeat(200_000);
    Files.writeString(
        file,
        HEADER + '\n' + endless + "\nt;10;9;4;0;3;1;0;0;1;0;\nt;10;9;9;0;9",
        StandardCharsets.UTF_8);
    SippStatistics read = SippStatistics.read(file).orElseThrow();
    assertThat(read.created()).isEqualTo(4);
    Files.write(file, new byte[300_000]);
    assertThat(SippStatistics.read(file)).isEmpty();
    assertThat(ResponseTimes.read(file, "1").count()).isZero();
  }

  @Test
  void millionsOfTimesAreReadInBoundedMemory() throws IOException {
    Path file = directory.resolve("rtt.csv");
    StringBuilder text = new StringBuilder("Date_ms;response_time_ms;rtd_no\n");
    for (int at = 0; at < 300_000; at++) {
      text.append(String.format(Locale.ROOT, "%d;%d;1%n", at, at % 1_000));
    }
    Files.writeString(file, text);
    ResponseTimes read = ResponseTimes.read(file, "1");
    assertThat(read.count()).isEqualTo(300_000);
    assertThat(read.percentile(95).orElseThrow()).isCloseTo(949, within(1.0));
  }

  @Test
  void errorsAreCountedByKindAndTheirWordsAreTame() {
    String line =
        "2026-11-28\t07:12:54.6\t1795849974.698571: Aborting call on unexpected message for Call-Id"
            + " '%d-7998@127.0.0.1': while expecting '100' (index 1), received 'SIP/2.0 404 Not\u0001"
            + "\u202e Found";
    List<String> lines = new ArrayList<>();
    for (int call = 0; call < 5; call++) {
      lines.add(line.formatted(call));
    }
    lines.add("x 1795849994.986385: Error on TCP connection: Connection refused");
    for (int kind = 0; kind < 100; kind++) {
      lines.add("received 'SIP/2.0 6" + kind + " x");
    }
    List<ErrorLog.Kind> kinds = ErrorLog.of(lines);
    assertThat(kinds).hasSize(21);
    assertThat(kinds.getFirst()).isEqualTo(new ErrorLog.Kind("received SIP/2.0 404 Not Found", 5));
    assertThat(kinds)
        .contains(new ErrorLog.Kind("Error on TCP connection: Connection refused", 1))
        .last()
        .isEqualTo(new ErrorLog.Kind("others", 82));
  }
}
