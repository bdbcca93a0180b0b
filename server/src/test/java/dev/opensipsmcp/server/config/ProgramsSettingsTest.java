package dev.opensipsmcp.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which programs callers may have started stands in the file, or in variables. */
class ProgramsSettingsTest {
  @TempDir Path directory;

  private Loaded load(String yaml, Map<String, String> more) throws Exception {
    Path file = Files.writeString(directory.resolve("config.yaml"), yaml);
    Map<String, String> variables = new HashMap<>(more);
    variables.put("OPENSIPS_MCP_CONFIG", file.toString());
    return new SettingsLoader(variables).load();
  }

  @Test
  void noneMayBeStartedUntilItIsSaid() throws Exception {
    assertThat(load("role: viewer\n", Map.of()))
        .isInstanceOfSatisfying(
            Loaded.Ready.class,
            ready -> assertThat(ready.settings().programs()).isEqualTo(ProgramsEntry.NONE));
  }

  @Test
  void variablesWinOverTheFile() throws Exception {
    String yaml =
        "programs: {sources: [/src/a, /src/b], make: /usr/bin/make, docker: /usr/bin/docker,"
            + " compose_file: /srv/c.yml, services: [opensips, grafana]}\n";

    assertThat(load(yaml, Map.of("OPENSIPS_MCP_PROGRAMS_SERVICES", "opensips")))
        .isInstanceOfSatisfying(
            Loaded.Ready.class,
            ready -> {
              ProgramsEntry programs = ready.settings().programs();
              assertThat(programs.sources()).containsExactly(Path.of("/src/a"), Path.of("/src/b"));
              assertThat(programs.make()).contains(Path.of("/usr/bin/make"));
              assertThat(programs.composeFile()).contains(Path.of("/srv/c.yml"));
              assertThat(programs.services()).containsExactly("opensips");
            });
  }

  @Test
  void aRelativePathIsAFault() throws Exception {
    assertThat(load("programs: {docker: docker}\n", Map.of()))
        .isInstanceOfSatisfying(
            Loaded.Wrong.class,
            wrong -> assertThat(wrong.faults().toString()).contains("programs.docker"));
  }
}
