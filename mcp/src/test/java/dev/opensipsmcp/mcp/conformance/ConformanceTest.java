package dev.opensipsmcp.mcp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mcp.HttpListener;
import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.McpServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official conformance suite, inspector and clients, put to the fixture. */
class ConformanceTest {
  private static Harness harness;
  private static McpServer server;
  private static HttpListener listener;

  @BeforeAll
  static void start() {
    harness = Harness.installed();
    server = Fixture.server(Limits.defaults());
    listener = server.serveHttp(ConformanceServer.openSettings(0));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"2026-07-28, 37", "2025-11-25, 30"})
  void everyScenarioThatARevisionRequiresPasses(String revision, int scenarios) throws Exception {
    passes(
        revision + ": " + scenarios + " of " + scenarios + " required scenarios pass",
        List.of("conformance.mjs", "--url", url(), "--requirements", revision));
  }

  @Test
  void theInspectorFindsNoFaultWithTheToolsInBothErasOverBothTransports() throws Exception {
    passes("8 of 8 passed", overBoth("inspector.mjs", "--tool", "test_simple_text"));
  }

  @Test
  void bothGenerationsOfTheTypeScriptClientListAndCallToolsOverBothTransports() throws Exception {
    passes(
        "8 of 8 passed",
        overBoth("clients.mjs", "--tool", "test_simple_text", "--expect", "simple text response"));
  }

  private static void passes(String summary, List<String> arguments) throws Exception {
    Harness.Outcome outcome = harness.run(arguments);
    assertThat(outcome.output()).contains(summary);
    assertThat(outcome.status()).as(outcome.output()).isZero();
  }

  private static List<String> overBoth(String... script) {
    List<String> arguments = new ArrayList<>(List.of(script));
    arguments.addAll(List.of("--url", url(), "--"));
    arguments.addAll(Harness.stdioCommand());
    return arguments;
  }

  private static String url() {
    return listener.uri().toString();
  }
}
