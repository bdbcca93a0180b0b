package dev.opensipsmcp.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times the first and the later searches in what is known, each round in a fresh process over
 * stdio. Beside them, as baselines of the same run: the list of tools before, the first {@code
 * cfg_explain} of a fresh process, which reads facts of the same version without an index, and the
 * first {@code tool_search}.
 *
 * <p>Run from the repository's root after {@code mvn package}: {@code java -cp bench/target/classes
 * dev.opensipsmcp.bench.DocsBench [rounds] [launcher...]}. With several launchers, of several
 * builds, they take turns.
 */
public final class DocsBench {
  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
  private static final String DOCS =
      tool("docs_search", "{\"query\":\"calls drop after 32 seconds\",\"version\":\"3.6\"}");
  private static final String OTHER =
      tool("docs_search", "{\"query\":\"fr_inv_timeout\",\"version\":\"4.0\"}");
  private static final String EXPLAIN =
      tool("cfg_explain", "{\"topic\":\"fr_inv_timeout\",\"version\":\"3.6\"}");
  private static final String SEARCH = tool("tool_search", "{\"query\":\"end a call\"}");

  private DocsBench() {}

  /**
   * Runs the bench.
   *
   * @param args the number of rounds, 15 when not given, and launchers, this repository's when none
   *     is given
   * @throws IOException when the product can't be started
   * @throws InterruptedException when the bench is stopped
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    List<String> launchers =
        args.length > 1
            ? List.of(args).subList(1, args.length)
            : List.of(Path.of("opensips-mcp").toAbsolutePath().toString());
    Map<String, List<Double>> taken = new LinkedHashMap<>();
    for (int round = -2; round < rounds; round++) {
      for (String launcher : launchers) {
        Map<String, Double> times = new LinkedHashMap<>();
        run(
            launcher,
            times,
            "first docs_search",
            DOCS,
            "second docs_search",
            DOCS,
            "first of 4.0",
            OTHER);
        run(launcher, times, "first cfg_explain", EXPLAIN);
        run(launcher, times, "first tool_search", SEARCH);
        if (round >= 0) {
          times.forEach((what, millis) ->
              taken.computeIfAbsent(launcher + " " + what, _ -> new ArrayList<>()).add(millis));
        }
      }
    }
    PrintStream out = System.out;
    out.printf("%7s %7s %7s  %s%n", "min ms", "median", "max", "what");
    taken.forEach((what, millis) -> {
      double[] sorted = millis.stream().mapToDouble(one -> one).sorted().toArray();
      out.printf(
          "%7.1f %7.1f %7.1f  %s%n",
          sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1], what);
    });
  }

  private static String tool(String name, String arguments) {
    return "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\""
        + name
        + "\",\"arguments\":"
        + arguments
        + ","
        + META
        + "}}";
  }

  /** One process; {@code steps} are names and requests by turns. */
  private static void run(String launcher, Map<String, Double> times, String... steps)
      throws IOException, InterruptedException {
    Path state = Files.createTempDirectory("docs-bench");
    ProcessBuilder builder = new ProcessBuilder(launcher, "serve");
    builder.environment().keySet().removeIf(name -> name.startsWith("OPENSIPS_MCP_"));
    builder.environment().put("OPENSIPS_MCP_STATE_DIR", state.toString());
    builder.environment().put("OPENSIPS_MCP_MI_URL", "http://127.0.0.1:1/mi");
    long start = System.nanoTime();
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
      ask(
          process,
          answers,
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{" + META + "}}");
      times.put("start to tools/list", (System.nanoTime() - start) / 1e6);
      for (List<String> step : pairs(steps)) {
        start = System.nanoTime();
        ask(process, answers, step.get(1));
        times.put(step.get(0), (System.nanoTime() - start) / 1e6);
      }
    } finally {
      process.getOutputStream().close();
      process.waitFor();
    }
  }

  private static List<List<String>> pairs(String... steps) {
    List<List<String>> pairs = new ArrayList<>();
    for (int at = 0; at < steps.length; at += 2) {
      pairs.add(Arrays.asList(steps[at], steps[at + 1]));
    }
    return pairs;
  }

  private static void ask(Process process, BufferedReader answers, String request)
      throws IOException {
    process.getOutputStream().write((request + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    String answer = answers.readLine();
    if (answer == null || !answer.contains("\"result\"") || answer.contains("\"isError\":true")) {
      throw new IOException("Not answered: " + answer);
    }
  }
}
