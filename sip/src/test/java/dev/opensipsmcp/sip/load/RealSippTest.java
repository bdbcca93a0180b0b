package dev.opensipsmcp.sip.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.testing.RealProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The real SIPp runs what is written for it, within its bounds, and stops when told. */
class RealSippTest {
  private static final int CALLS = 40;

  @TempDir private Path directory;

  static Stream<Arguments> scenarios() {
    return Stream.of(ScenarioKind.values())
        .filter(kind -> !kind.waits())
        .flatMap(kind ->
            Stream.of(LoadTransport.values())
                .flatMap(transport ->
                    Stream.of(true, false)
                        .map(credentials -> Arguments.of(kind, transport, credentials))));
  }

  @ParameterizedTest(name = "{0} over {1}, credentials {2}")
  @MethodSource("scenarios")
  void everyCallSucceedsAgainstAnOwnScenario(
      ScenarioKind kind, LoadTransport transport, boolean credentials) throws Exception {
    SippBench bench = new SippBench(directory);
    try (SippRun answering = bench.waiting(ScenarioKind.UAS, transport);
        SippRun sending =
            bench.run(
                SippBench.scenario(kind, credentials),
                SippBench.port(answering),
                transport,
                SippBench.limits(CALLS))) {
      succeeded(SippBench.ended(sending));
      assertThat(sending.ended()).isEqualTo(SippRun.Ended.BY_ITSELF);
    }
    assertThat(directory).as("runs leave nothing behind").isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("transports")
  void everyCallSucceedsThatRingsFirst(LoadTransport transport) throws Exception {
    SippBench bench = new SippBench(directory);
    try (SippRun answering = bench.waiting(ScenarioKind.INVITE_UAS_RINGING, transport);
        SippRun sending =
            bench.run(
                SippBench.scenario(ScenarioKind.INVITE, false),
                SippBench.port(answering),
                transport,
                SippBench.limits(CALLS))) {
      LoadFigures figures = SippBench.ended(sending);
      succeeded(figures);
      assertThat(figures.p50().orElseThrow()).as("it rang for 50 ms").isGreaterThanOrEqualTo(49);
    }
  }

  @ParameterizedTest
  @MethodSource("transports")
  void everyCallSucceedsAgainstTheScenarioThatSippBrings(LoadTransport transport) throws Exception {
    SippBench bench = new SippBench(directory);
    String builtIn = builtIn();
    assertThat(ScenarioCheck.check(builtIn.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ScenarioCheck.Verdict.Fit.class);
    try (SippRun answering = bench.waitingFor(builtIn, transport);
        SippRun sending =
            bench.run(
                SippBench.scenario(ScenarioKind.INVITE, false),
                SippBench.port(answering),
                transport,
                SippBench.limits(CALLS))) {
      succeeded(SippBench.ended(sending));
    }
  }

  /** SIPp prints it, and ends with a status that says that no call was made. */
  private String builtIn() {
    Path sipp = RealProgram.find("sipp", "sip-tester");
    try (RealProgram program =
        RealProgram.start(directory, List.of(sipp.toString(), "-sd", "uas"))) {
      assertThat(program.status()).isEqualTo(99);
      return program.output();
    }
  }

  static Stream<LoadTransport> transports() {
    return Stream.of(LoadTransport.values());
  }

  private static void succeeded(LoadFigures figures) {
    assertThat(figures.errors()).isEmpty();
    assertThat(figures.failures()).isEmpty();
    assertThat(figures.created()).isEqualTo(CALLS);
    assertThat(figures.successful()).isEqualTo(CALLS);
    assertThat(figures.success()).hasValue(1);
    assertThat(figures.timed()).isEqualTo(CALLS);
    assertThat(figures.p99().orElseThrow()).isGreaterThanOrEqualTo(figures.p50().orElseThrow());
  }

  @Test
  void whatWasAnsweredInsteadIsCountedByKind() throws Exception {
    SippBench bench = new SippBench(directory);
    String refusing =
        ScenarioWriter.xml(SippBench.scenario(ScenarioKind.UAS, false))
            .replace("200 OK", "404 Not Found");
    try (SippRun answering = bench.waitingFor(refusing, LoadTransport.UDP);
        SippRun sending =
            bench.run(
                SippBench.scenario(ScenarioKind.OPTIONS, false),
                SippBench.port(answering),
                LoadTransport.UDP,
                SippBench.limits(CALLS))) {
      LoadFigures figures = SippBench.ended(sending);
      assertThat(figures.failed()).isEqualTo(CALLS);
      assertThat(figures.success()).hasValue(0);
      assertThat(figures.failures()).containsEntry("UnexpectedMessage", (long) CALLS);
      assertThat(figures.errors())
          .containsExactly(new ErrorLog.Kind("received SIP/2.0 404 Not Found", CALLS));
    }
  }

  @Test
  void noMoreCallsAreMadeThanAllowed() throws Exception {
    SippBench bench = new SippBench(directory);
    try (SippRun answering = bench.waiting(ScenarioKind.UAS, LoadTransport.UDP);
        SippRun sending =
            bench.run(
                SippBench.scenario(ScenarioKind.OPTIONS, false),
                SippBench.port(answering),
                LoadTransport.UDP,
                new LoadLimits(20, 2, 30, 60))) {
      assertThat(SippBench.ended(sending).created()).isEqualTo(30);
    }
  }

  @Test
  void timeEndsARunThatNobodyAnswers() throws Exception {
    SippBench bench = new SippBench(directory);
    // Nobody listens on port 9 of loopback, so that each request is sent again and again.
    try (SippRun sending =
        bench.run(
            SippBench.scenario(ScenarioKind.OPTIONS, false),
            9,
            LoadTransport.UDP,
            new LoadLimits(5, 5, 1_000, 1))) {
      LoadFigures figures = SippBench.ended(sending);
      assertThat(sending.ended()).isEqualTo(SippRun.Ended.TIME);
      assertThat(figures.success()).isEmpty();
      assertThat(figures.unfinished()).isPositive();
      assertThat(figures.retransmissions()).isPositive();
    }
  }

  @Test
  void stopStops() throws Exception {
    SippBench bench = new SippBench(directory);
    SippRun answering = bench.waiting(ScenarioKind.UAS, LoadTransport.UDP);
    long pid = answering.pid();
    assertThat(ProcessHandle.of(pid)).isPresent();

    answering.stop(Duration.ofSeconds(5));

    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(answering.ended()).isEqualTo(SippRun.Ended.STOPPED);
    answering.stop(Duration.ZERO);
    answering.close();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aProgramThatDoesNotListenIsStoppedByForceWithItsChildren() throws Exception {
    Path program = directory.resolve("deaf");
    Files.writeString(
        program, "#!/bin/sh\ntrap '' TERM\nsleep 600 &\necho $! > child\nwhile :; do wait; done\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    SippRunner.Started started = new SippRunner(program, directory).start(order());
    SippRun run = ((SippRunner.Started.Running) started).run();
    long child = child();

    run.close();

    assertThat(run.isAlive()).isFalse();
    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private long child() throws IOException, InterruptedException {
    while (true) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.filter(it -> it.endsWith("child")).toList()) {
          String text = Files.readString(file).strip();
          if (!text.isEmpty()) {
            return Long.parseLong(text);
          }
        }
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  @Test
  void whatSippSaysWhenItCantStartIsTold() throws Exception {
    SippBench bench = new SippBench(directory);
    try (SippRun run =
        bench.run("<scenario><send>", "", false, 9, LoadTransport.UDP, SippBench.limits(1))) {
      assertThat(run.await(Duration.ofSeconds(60))).isTrue();
      assertThatThrownBy(run::figures)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("SIPp counted nothing");
    }
    assertThat(new SippRunner(Path.of("/no/such/sipp"), directory).start(order()))
        .isInstanceOfSatisfying(
            SippRunner.Started.Failed.class,
            failed -> assertThat(failed.reason()).contains("/no/such/sipp"));
    assertThat(directory).isEmptyDirectory();
  }

  private static SippOrder order() throws IOException {
    return new SippOrder(
        "<scenario/>",
        "",
        false,
        new LoadTarget(IpAddress.of("127.0.0.1").orElseThrow(), 9),
        LoadTransport.UDP,
        SippBench.limits(1),
        OptionalInt.empty(),
        List.of());
  }
}
