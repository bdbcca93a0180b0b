package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The official inspector and clients find no fault with the whole program, over both transports.
 */
class OfficialProgramsTest {
  private static final Path PROGRAMS = Path.of("").toAbsolutePath().resolveSibling("conformance");

  @TempDir Path folder;

  @BeforeAll
  static void theProgramsAreInstalled() {
    boolean installed = Files.isDirectory(PROGRAMS.resolve("node_modules"));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed).as("npm ci --prefix conformance was run").isTrue();
    }
    Assumptions.assumeTrue(
        installed, "left out: npm ci --prefix conformance installs the official programs");
  }

  @Test
  void the_inspector_finds_every_definition_portable_in_both_eras() throws Exception {
    assertThat(overBoth("inspector.mjs")).contains("4 of 4 passed");
  }

  @Test
  void both_generations_of_the_official_client_list_and_call_tools() throws Exception {
    assertThat(overBoth("clients.mjs", "--tool", "whoami")).contains("8 of 8 passed");
  }

  private String overBoth(String script, String... options) throws Exception {
    Product product =
        new Product(folder).with("OPENSIPS_MCP_PORT", "0").with("OPENSIPS_MCP_TOOLSETS", "all");
    Process server = product.start("serve", "--demo", "--transport", "streamable-http");
    try (BufferedReader err = server.errorReader(StandardCharsets.UTF_8)) {
      String url =
          err.lines().filter(line -> line.contains("listens on")).findFirst().orElseThrow();
      List<String> command = new ArrayList<>();
      command.add(PROGRAMS.resolve("run").toString());
      command.add(script);
      command.add("--url");
      command.add(url.substring(url.indexOf("http://")));
      command.addAll(List.of(options));
      command.add("--");
      // The clients hand their server few variables; this one keeps it out of the home directory.
      command.add("env");
      command.add("OPENSIPS_MCP_STATE_DIR=" + product.stateDirectory());
      command.addAll(product.command("serve", "--demo"));
      return run(command);
    } finally {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private String run(List<String> command) throws Exception {
    Path out = Files.createTempFile(folder, "out", "");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    Process process = builder.start();
    if (!process.waitFor(180, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(out);
  }
}
