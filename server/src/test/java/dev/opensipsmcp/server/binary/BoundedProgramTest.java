package dev.opensipsmcp.server.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.binary.BoundedProgram.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedProgramTest {
  @TempDir Path directory;

  private BoundedProgram within(Duration limit, int bytes) {
    return new BoundedProgram(directory, Map.of("OWN", "1"), limit, bytes);
  }

  @Test
  void theEndOfALongOutputIsKept() {
    Result result =
        within(Duration.ofMinutes(1), 1_000)
            .run(List.of("/bin/sh", "-c", "yes abcdefgh | head -c 3000000; echo the end; exit 7"));

    assertThat(result).isInstanceOf(Result.Ended.class);
    Result.Ended ended = (Result.Ended) result;
    assertThat(ended.status()).isEqualTo(7);
    assertThat(ended.output()).hasSize(1_000).endsWith("the end\n");
  }

  @Test
  void whatDoesNotEndIsEndedWithAllThatItStarted() {
    assertThat(
            within(Duration.ofMillis(300), 1_000)
                .run(List.of("/bin/sh", "-c", "sleep 600 & sleep 600")))
        .isInstanceOf(Result.Late.class);
  }

  @Test
  void itHasNoEnvironmentButItsOwn() {
    Result result = within(Duration.ofMinutes(1), 10_000).run(List.of("/usr/bin/env"));

    assertThat(((Result.Ended) result).output()).contains("OWN=1").doesNotContain("HOME=");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(within(Duration.ofMinutes(1), 1_000).run(List.of("/no/such/program")))
        .isInstanceOf(Result.Failed.class);
  }
}
