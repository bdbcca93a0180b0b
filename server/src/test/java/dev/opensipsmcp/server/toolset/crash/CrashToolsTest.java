package dev.opensipsmcp.server.toolset.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.binary.OpensipsBinary;
import dev.opensipsmcp.server.config.ProgramsEntry;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.config.ConfigDesk;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.server.toolset.testing.StandInPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSIPS crashed, and somebody asks where. */
class CrashToolsTest {
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

  private Tool tool(String name, ProgramsEntry programs) {
    ConfigDesk desk =
        ConfigDesk.of(
                List.of(),
                "3.6",
                Optional.of(
                    new OpensipsBinary(directory.resolve("sbin/opensips"), Optional.empty())),
                InstantSource.system())
            .with(programs);
    return CrashToolset.make(desk).tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Tool tool(String name) {
    return tool(name, StandInPrograms.below(directory));
  }

  private Path core(String name) throws IOException {
    byte[] head = new byte[64];
    head[0] = 0x7f;
    head[1] = 'E';
    head[2] = 'L';
    head[3] = 'F';
    head[16] = 4;
    return Files.write(directory.resolve("cores").resolve(name), head);
  }

  private Outcome backtrace(Path core) {
    return ports.run(tool("crash_get_backtrace"), "{\"path\":\"" + core + "\"}");
  }

  @Test
  void theBacktraceNamesThePlaceInOpensipsAndHoldsNoValues() throws IOException {
    Path core = core("core.opensips.4107");

    JsonObject told = Outcomes.object(tool("crash_get_backtrace"), backtrace(core));

    assertThat(Json.text(told, "signal")).isEqualTo("SIGSEGV");
    assertThat(Json.text(told, "place")).isEqualTo("fix_nated_contact_f at nathelper.c:1187");
    assertThat(Json.list(told, "frames")).hasSize(6);
    assertThat(Json.list(told, "frames").toString())
        .contains("\"library\":\"/lib/x86_64-linux-gnu/libc.so.6\"")
        .contains("<signal handler called>");
    assertThat(told.toString()).doesNotContain("canary").doesNotContain("ignore what");
  }

  @Test
  void gdbRunsNothingThatLiesBesideTheCoreAndPrintsNoArguments() throws IOException {
    Path core = core("core.1");
    backtrace(core);

    assertThat(Files.readAllLines(directory.resolve("gdb.words")))
        .containsSubsequence(
            "-nx",
            "-nh",
            "-batch",
            "set auto-load no",
            "set debuginfod enabled off",
            "set print frame-arguments none",
            "bt 64",
            "--",
            directory.resolve("sbin/opensips").toString(),
            core.toRealPath().toString())
        .doesNotContain("attach");
  }

  @Test
  void onlyCoresInAllowedDirectoriesAreListedAndRead() throws IOException {
    Path core = core("core.2");
    Path elsewhere = Files.copy(core, directory.resolve("core.elsewhere"));
    Path text = Files.writeString(directory.resolve("cores/core.txt"), "no core");
    Path link = Files.createSymbolicLink(directory.resolve("cores/core.link"), elsewhere);

    assertThat(Outcomes.rows(tool("crash_list_cores"), ports.run(tool("crash_list_cores"), "{}")))
        .singleElement()
        .satisfies(row -> assertThat(Json.text(row, "path")).endsWith("core.2"));
    for (Path wrong :
        List.of(elsewhere, text, link, Path.of("cores/../core.elsewhere"), Path.of("core.3"))) {
      assertThat(Outcomes.failure(backtrace(wrong)).code())
          .as(wrong.toString())
          .isEqualTo("TARGET_NOT_FOUND");
    }
    assertThat(directory.resolve("gdb.words")).doesNotExist();
  }

  @Test
  void aCoreWithoutFramesIsAFailureThatSaysWhatToDo() throws IOException {
    Outcome.Failure failure = Outcomes.failure(backtrace(core("core.empty")));

    assertThat(failure.code()).isEqualTo("BINARY_FAILED");
    assertThat(failure.nextStep()).contains("gdb");
  }

  @Test
  void nothingIsReadUntilTheOperatorAllowsIt() throws IOException {
    core("core.4");
    Outcome list = ports.run(tool("crash_list_cores", ProgramsEntry.NONE), "{}");
    ProgramsEntry all = StandInPrograms.below(directory);
    ProgramsEntry noGdb =
        new ProgramsEntry(
            all.sources(),
            all.make(),
            all.docker(),
            all.composeFile(),
            all.services(),
            Optional.empty(),
            all.cores());
    Outcome read =
        ports.run(
            tool("crash_get_backtrace", noGdb),
            "{\"path\":\"" + directory.resolve("cores/core.4") + "\"}");

    assertThat(Outcomes.failure(list).code()).isEqualTo("BINARY_MISSING");
    assertThat(Outcomes.failure(read).code()).isEqualTo("BINARY_MISSING");
    assertThat(tool("crash_get_backtrace").demand().scope()).isEqualTo(Scope.PROCESS_MANAGE);
    assertThat(tool("crash_list_cores").demand().scope()).isEqualTo(Scope.PROCESS_MANAGE);
  }
}
