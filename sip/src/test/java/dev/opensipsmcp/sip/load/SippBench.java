package dev.opensipsmcp.sip.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.testing.RealProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Runs the real SIPp on loopback. */
final class SippBench {
  static final String PASSWORD = "s3cret-of-load";

  private final SippRunner runner;

  SippBench(Path directory) {
    runner = new SippRunner(RealProgram.find("sipp", "sip-tester"), directory);
  }

  static LoadLimits limits(int calls) {
    return new LoadLimits(50, 50, calls, 60);
  }

  static ScenarioOrder scenario(ScenarioKind kind, boolean authenticates) {
    return new ScenarioOrder(
        kind,
        "caller",
        "callee",
        Optional.empty(),
        authenticates ? 5 : 1,
        authenticates,
        100,
        50,
        60);
  }

  /** A run towards a port of loopback, or one that waits there when the port is 0. */
  SippRun run(ScenarioOrder scenario, int port, LoadTransport transport, LoadLimits limits)
      throws IOException {
    String users =
        scenario.hasList() && !scenario.kind().waits() ? UserList.text(scenario, PASSWORD) : "";
    return run(
        ScenarioWriter.xml(scenario), users, scenario.kind().waits(), port, transport, limits);
  }

  SippRun run(
      String xml, String users, boolean waits, int port, LoadTransport transport, LoadLimits limits)
      throws IOException {
    IpAddress loopback = IpAddress.of("127.0.0.1").orElseThrow();
    SippOrder order =
        new SippOrder(
            xml,
            users,
            waits,
            new LoadTarget(loopback, waits ? 9 : port),
            transport,
            limits,
            OptionalInt.empty(),
            List.of());
    SippRunner.Started started = runner.start(order);
    assertThat(started).isInstanceOf(SippRunner.Started.Running.class);
    return ((SippRunner.Started.Running) started).run();
  }

  /** {@return one that waits for calls, and does already} */
  SippRun waiting(ScenarioKind kind, LoadTransport transport)
      throws IOException, InterruptedException {
    return waitingFor(ScenarioWriter.xml(scenario(kind, false)), transport);
  }

  /** {@return one that waits for calls by this scenario, and does already} */
  SippRun waitingFor(String xml, LoadTransport transport) throws IOException, InterruptedException {
    SippRun run = run(xml, "", true, 0, transport, limits(10_000));
    awaitListener(transport, port(run), run);
    return run;
  }

  static int port(SippRun run) {
    return Integer.parseInt(run.own().substring(run.own().lastIndexOf(':') + 1));
  }

  static LoadFigures ended(SippRun run) throws IOException, InterruptedException {
    assertThat(run.await(Duration.ofSeconds(120))).as("SIPp ends").isTrue();
    return run.figures();
  }

  private static void awaitListener(LoadTransport transport, int port, SippRun run)
      throws IOException, InterruptedException {
    String local = String.format(Locale.ROOT, ":%04X ", port);
    Path table = Path.of("/proc/net/" + transport.name().toLowerCase(Locale.ROOT));
    while (Files.readAllLines(table).stream().noneMatch(line -> line.contains(local))) {
      assertThat(run.isAlive()).as("SIPp runs: %s", run.said()).isTrue();
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
