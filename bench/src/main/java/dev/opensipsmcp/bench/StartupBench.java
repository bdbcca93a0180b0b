package dev.opensipsmcp.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times process start to {@code tools/list} answered on stdio: the product, a bare JVM, and an
 * official TypeScript SDK hello world, in turn in the same run, so that the ratios hold when the
 * machine's speed drifts.
 *
 * <p>Run from the repository's root, after {@code mvn package} and {@code npm ci --prefix
 * conformance}: {@code java -cp bench/target/classes dev.opensipsmcp.bench.StartupBench [rounds]}.
 */
public final class StartupBench {
  private static final String MODERN =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"_meta\":"
          + "{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
  private static final List<String> LEGACY =
      List.of(
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
              + "\"2025-11-25\",\"capabilities\":{},"
              + "\"clientInfo\":{\"name\":\"bench\",\"version\":\"1\"}}}",
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
          "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/list\",\"params\":{}}");
  private static final List<String> LEAN = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private StartupBench() {}

  /**
   * Runs the bench.
   *
   * @param args the number of rounds, 15 when not given
   * @throws IOException when a contender can't be started
   * @throws InterruptedException when the bench is stopped
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    Map<Contender, List<Sample>> samples = new LinkedHashMap<>();
    contenders(Path.of("").toAbsolutePath()).forEach(c -> samples.put(c, new ArrayList<>()));
    for (int round = -2; round < rounds; round++) {
      for (Map.Entry<Contender, List<Sample>> entry : samples.entrySet()) {
        Sample sample = Sample.take(entry.getKey());
        if (round >= 0) {
          entry.getValue().add(sample);
        }
      }
    }
    PrintStream out = System.out;
    out.printf(
        "%-30s %7s %7s %7s %8s%n", "process start to answer", "min ms", "median", "max", "RSS MiB");
    samples.forEach((contender, taken) -> print(out, contender, taken));
  }

  private static List<Contender> contenders(Path root) {
    Path app = root.resolve("server/target/app");
    List<Contender> all = new ArrayList<>();
    all.add(
        new Contender(
            "bare JVM",
            java(root.resolve("bench/target/classes").toString(), BareJvm.class.getName()),
            Map.of(),
            List.of("{}")));
    all.add(
        new Contender(
            "opensips-mcp, plain",
            java(
                app.resolve("opensips-mcp.jar") + ":" + app.resolve("lib") + "/*",
                "dev.opensipsmcp.server.Main",
                "serve"),
            Map.of(),
            List.of(MODERN)));
    all.add(
        new Contender(
            "opensips-mcp, launcher",
            List.of(root.resolve("opensips-mcp").toString(), "serve"),
            Map.of(),
            List.of(MODERN)));
    Path node = root.resolve("conformance/node_modules/node/bin/node");
    Path hello = root.resolve("conformance/hello-server.mjs");
    if (Files.isExecutable(node) && Files.exists(hello)) {
      all.add(
          new Contender(
              "TypeScript SDK, hello world",
              List.of(node.toString(), hello.toString()),
              Map.of(),
              LEGACY));
    }
    return all;
  }

  private static List<String> java(String classPath, String... main) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(LEAN);
    command.add("-cp");
    command.add(classPath);
    command.addAll(List.of(main));
    return command;
  }

  private static void print(PrintStream out, Contender contender, List<Sample> samples) {
    double[] millis = samples.stream().mapToDouble(Sample::millis).sorted().toArray();
    long[] resident = samples.stream().mapToLong(Sample::residentKb).sorted().toArray();
    out.printf(
        "%-30s %7.0f %7.0f %7.0f %8.0f%n",
        contender.name(),
        millis[0],
        millis[millis.length / 2],
        millis[millis.length - 1],
        resident[resident.length / 2] / 1024.0);
  }
}
