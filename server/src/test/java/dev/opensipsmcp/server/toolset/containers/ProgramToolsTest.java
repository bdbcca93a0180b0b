package dev.opensipsmcp.server.toolset.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.binary.OpensipsBinary;
import dev.opensipsmcp.server.config.ProgramsEntry;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.authoring.AuthoringToolset;
import dev.opensipsmcp.server.toolset.config.ConfigDesk;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.server.toolset.testing.StandInPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tools start, with which words, and what they refuse to start. */
class ProgramToolsTest {
  @TempDir Path directory;
  private final NodePorts ports = NodePorts.nowhere();

  @BeforeEach
  void write() throws IOException {
    StandInPrograms.write(directory);
  }

  @AfterEach
  void close() {
    ports.close();
  }

  private static Tool tool(ProgramsEntry settings, String name) {
    return Stream.concat(
            ContainersToolset.make(settings).tools().stream(),
            AuthoringToolset.make(ConfigDesk.none().with(settings)).tools().stream())
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Tool tool(String name) {
    return tool(StandInPrograms.below(directory), name);
  }

  private Outcome run(String name, String arguments) {
    return ports.run(tool(name), arguments);
  }

  private JsonObject object(String name, String arguments) {
    return Outcomes.object(tool(name), run(name, arguments));
  }

  private String code(String name, String arguments) {
    return Outcomes.failure(run(name, arguments)).code();
  }

  /** {@return the words of each call of docker} */
  private List<String> calls() throws IOException {
    Path words = directory.resolve("docker.words");
    return Files.exists(words)
        ? List.of(Files.readString(words).replace("\n", " ").split(" -- ", -1))
        : List.of();
  }

  private String compose() {
    return "compose -f " + directory.resolve("compose/docker-compose.yml") + " ";
  }

  @Test
  void onlyAllowedServicesAreShown() throws IOException {
    List<JsonObject> rows = Outcomes.rows(tool("docker_status"), run("docker_status", "{}"));

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().get("state").getAsString()).isEqualTo("running");
    assertThat(calls()).contains(compose() + "ps --all --format json");
  }

  @Test
  void logsAreAskedForWithoutAShell() throws IOException {
    JsonObject log = object("docker_logs", "{\"lines\":50}");

    assertThat(log.getAsJsonArray("lines")).hasSize(2);
    assertThat(calls()).contains(compose() + "logs --no-color --no-log-prefix --tail 50 opensips");
    for (String service : List.of("secret", "--help", "a;b", "$(reboot)", "../x")) {
      assertThat(code("docker_logs", "{\"service\":\"" + service + "\"}"))
          .as(service)
          .isEqualTo("ARGUMENTS_WRONG");
    }
    assertThat(calls()).hasSize(2);
  }

  @Test
  void aRestartIsOneCallForOneService() throws IOException {
    JsonObject done = object("docker_restart", "{}");

    assertThat(done.get("service").getAsString()).isEqualTo("opensips");
    assertThat(calls()).contains(compose() + "restart opensips");
    assertThat(code("docker_restart", "{\"service\":\"secret\"}")).isEqualTo("ARGUMENTS_WRONG");
  }

  @Test
  void nothingIsStartedUntilSomebodyAllowsIt() {
    for (String name : List.of("docker_status", "docker_logs", "docker_restart")) {
      assertThat(Outcomes.failure(ports.run(tool(ProgramsEntry.NONE, name), "{}")).code())
          .as(name)
          .isEqualTo("BINARY_MISSING");
    }
    assertThat(
            Outcomes.failure(
                    ports.run(
                        tool(ProgramsEntry.NONE, "module_compile"), "{\"module_name\":\"mine\"}"))
                .code())
        .isEqualTo("BINARY_MISSING");
    assertThat(code("module_validate", "{\"module_name\":\"mine\"}")).isEqualTo("BINARY_MISSING");
  }

  @Test
  void aDeploymentIsTold() {
    assertThat(object("docker_deploy_scenario", "{\"scenario\":\"load-balancer\"}").toString())
        .contains("observability_generate_bundle", "--detach");
    assertThat(code("docker_deploy_scenario", "{\"scenario\":\"nothing\"}"))
        .isEqualTo("ARGUMENTS_WRONG");
  }

  @Test
  void aModuleIsBuiltInItsTree() {
    JsonObject mine = object("module_compile", "{\"module_name\":\"mine\"}");
    JsonObject bad = object("module_compile", "{\"module_name\":\"bad\"}");

    assertThat(mine.get("built").getAsBoolean()).isTrue();
    assertThat(Path.of(mine.get("path").getAsString())).exists();
    assertThat(bad.get("built").getAsBoolean()).isFalse();
    assertThat(bad.get("said").getAsString()).contains("error: broken");
  }

  @Test
  void aModuleThatWasBuiltIsTried() throws IOException {
    Path binary = directory.resolve("opensips");
    Files.writeString(
        binary,
        """
        #!/bin/sh
        for last in "$@"; do :; done
        grep -q tree/modules/mine/mine.so "$last" && echo fine
        """);
    Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwx------"));
    ConfigDesk desk =
        ConfigDesk.of(
                List.of(),
                "3.6",
                Optional.of(new OpensipsBinary(binary, Optional.empty())),
                InstantSource.system())
            .with(StandInPrograms.below(directory));
    Tool validate =
        AuthoringToolset.make(desk).tools().stream()
            .filter(tool -> tool.name().equals("module_validate"))
            .findFirst()
            .orElseThrow();
    String mine = "{\"module_name\":\"mine\"}";

    assertThat(Outcomes.failure(ports.run(validate, mine)).code()).isEqualTo("CONFIG_UNFIT");
    object("module_compile", mine);
    JsonObject verdict = Outcomes.object(validate, ports.run(validate, mine));

    assertThat(verdict.get("loads").getAsBoolean()).isTrue();
    assertThat(verdict.get("said").getAsString()).contains("fine");
  }

  @Test
  void nothingIsBuiltOutsideOfTheTrees() throws IOException {
    Path outside = Files.createDirectories(directory.resolve("outside"));
    Files.createSymbolicLink(directory.resolve("tree/modules/led"), outside);

    assertThat(code("module_compile", "{\"module_name\":\"led\"}")).isEqualTo("ARGUMENTS_WRONG");
    assertThat(code("module_compile", "{\"module_name\":\"absent\"}")).isEqualTo("ARGUMENTS_WRONG");
    for (String tree : List.of("/", "/etc", directory + "/tree/..", "x\\u0000")) {
      assertThat(
              code("module_compile", "{\"module_name\":\"mine\",\"source_path\":\"" + tree + "\"}"))
          .as(tree)
          .isEqualTo("ARGUMENTS_WRONG");
    }
    assertThat(outside).isEmptyDirectory();
  }
}
