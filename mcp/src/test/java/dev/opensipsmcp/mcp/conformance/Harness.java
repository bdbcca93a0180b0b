package dev.opensipsmcp.mcp.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The official test programs, as {@code npm ci} installs them in the folder {@code conformance} at
 * the top of the repository, or in the one that {@code OPENSIPS_MCP_CONFORMANCE} names.
 *
 * @param folder where they are
 */
record Harness(Path folder) {

  /** What a program came to. */
  record Outcome(int status, String output) {}

  /** {@return the harness; without one the test is skipped, or fails where {@code CI=true}} */
  static Harness installed() {
    String named = System.getenv("OPENSIPS_MCP_CONFORMANCE");
    Path folder = named == null ? Path.of("..", "conformance") : Path.of(named);
    if (!Files.isExecutable(folder.resolve("node_modules/node/bin/node"))) {
      String message = "Run 'npm ci' in " + folder.normalize() + " to have this tested.";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      Assumptions.abort(message);
    }
    return new Harness(folder.toAbsolutePath().normalize());
  }

  /** {@return the command that serves the fixture over stdio} */
  static List<String> stdioCommand() {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classes,
        ConformanceServer.class.getName(),
        "stdio");
  }

  /** Runs one of our scripts to its end. */
  Outcome run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("run").toString());
    command.addAll(arguments);
    File output = File.createTempFile("conformance", ".txt");
    try {
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return new Outcome(-1, "timed out\n" + Files.readString(output.toPath()));
      }
      return new Outcome(process.exitValue(), Files.readString(output.toPath()));
    } finally {
      Files.delete(output.toPath());
    }
  }
}
