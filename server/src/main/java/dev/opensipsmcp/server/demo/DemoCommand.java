package dev.opensipsmcp.server.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs the demonstration against a server of its own, whose state it throws away afterwards. */
public final class DemoCommand {
  private static final String MAIN = "dev.opensipsmcp.server.Main";
  private static final List<String> LEAN =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

  private DemoCommand() {}

  /**
   * Runs it.
   *
   * @param out where a person reads along
   * @param err where a failure is told
   * @return whether every step worked
   */
  public static boolean run(PrintStream out, PrintStream err) {
    long start = System.nanoTime();
    try {
      Path state = Files.createTempDirectory("opensips-mcp-demo");
      try {
        out.println("A stuck call is ended on an embedded stand-in for OpenSIPS, by an MCP client");
        out.println("over stdio, through the same gate that every call passes.");
        try (StdioClient client = StdioClient.start(server(state, "serve", "--demo"))) {
          new Demo(client, out).perform();
        }
        verify(state, out);
      } finally {
        delete(state);
      }
      out.println();
      out.println("Done in " + (System.nanoTime() - start) / 1_000_000 + " ms.");
      new Connecting(out).print();
      return true;
    } catch (IOException e) {
      err.println("The demonstration stopped: " + e.getMessage());
      return false;
    }
  }

  private static void verify(Path state, PrintStream out) throws IOException {
    Process process =
        server(state, "audit", "verify").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    out.println();
    out.println("8. Verify the trail's chain of hashes");
    out.println("   > opensips-mcp audit verify");
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(line -> out.println("   " + line));
      if (process.waitFor() != 0) {
        throw new IOException("the audit trail is broken");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static ProcessBuilder server(Path state, String... words) {
    ProcessBuilder builder = StdioClient.self(LEAN, MAIN, List.of(words));
    builder.environment().keySet().removeIf(name -> name.startsWith("OPENSIPS_MCP_"));
    builder.environment().put("OPENSIPS_MCP_STATE_DIR", state.toString());
    builder.environment().put("OPENSIPS_MCP_ROLE", "operator");
    return builder;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
