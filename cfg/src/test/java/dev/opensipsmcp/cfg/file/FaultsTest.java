package dev.opensipsmcp.cfg.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong does, at each step; the configuration that worked is always there. */
final class FaultsTest {
  private static final String OLD = "log_level=3\n";
  private static final String NEW = "log_level=4\n";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aConfiguration() throws IOException {
    file = Files.writeString(folder.resolve("opensips.cfg"), OLD);
  }

  private ConfigurationFiles files(Disk disk) {
    return new ConfigurationFiles(
        List.of(folder), InstantSource.system(), Retention.EVERYTHING, disk);
  }

  private String hash() throws IOException {
    return Bytes.read(file).hash();
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    }
  }

  /** Copy, fill, copy for the backup, move. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aDiskThatFailsAtAnyStepLeavesTheFileAndNothingElse(int step) throws IOException {
    Written written =
        files(new FailingDisk(step)).write(file, NEW, Optional.of(hash()), FileCheck.none());

    assertThat(written)
        .isInstanceOfSatisfying(
            Written.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.SYSTEM));
    assertThat(file).hasContent(OLD);
    assertThat(all()).containsExactly(file);
  }

  @Test
  void aDirectoryThatTakesNoFilesIsTold() throws IOException {
    // where the kernel shows itself, root can't make a file either
    Path kernel = Path.of("/proc/sys");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
    Path there = Files.isDirectory(kernel) ? kernel : closed;

    Written written =
        new ConfigurationFiles(List.of(there), InstantSource.system())
            .write(there.resolve("opensips-mcp-test.cfg"), NEW, Optional.empty(), FileCheck.none());

    assertThat(written).isInstanceOf(Written.Refused.class);
  }

  @Test
  void anObjectionBeforeLeavesTheFileAlone() throws IOException {
    Written written =
        files(new PosixDisk())
            .write(file, NEW, Optional.of(hash()), _ -> Optional.of("line 1 is wrong"));

    assertThat(written).isEqualTo(new Written.Refused(Refusal.CHECK, "line 1 is wrong"));
    assertThat(file).hasContent(OLD);
    assertThat(all()).containsExactly(file);
  }

  @Test
  void theCheckSeesTheNewTextInTheSameDirectoryFirst() throws IOException {
    files(new PosixDisk())
        .write(
            file,
            NEW,
            Optional.of(hash()),
            looked -> {
              assertThat(looked).hasParent(folder).hasContent(NEW);
              return Optional.empty();
            });

    assertThat(file).hasContent(NEW);
  }

  @Test
  void anObjectionAfterwardsBringsTheFormerFileBack() throws IOException {
    Written written =
        files(new PosixDisk())
            .write(
                file,
                NEW,
                Optional.of(hash()),
                looked -> looked.equals(file) ? Optional.of("no") : Optional.empty());

    assertThat(written)
        .isInstanceOfSatisfying(
            Written.Restored.class, restored -> assertThat(restored.message()).isEqualTo("no"));
    assertThat(file).hasContent(OLD);
  }

  @Test
  void aCheckThatBreaksAfterwardsCountsAsAnObjection() throws IOException {
    Written written =
        files(new PosixDisk())
            .write(
                file,
                NEW,
                Optional.of(hash()),
                looked -> {
                  if (looked.equals(file)) {
                    throw new UncheckedIOException(new IOException("pipe"));
                  }
                  return Optional.empty();
                });

    assertThat(written).isInstanceOf(Written.Restored.class);
    assertThat(file).hasContent(OLD);
  }

  @Test
  void aNewFileWithAnObjectionAfterwardsIsGoneAgain() {
    Path fresh = folder.resolve("new.cfg");

    Written written =
        files(new PosixDisk())
            .write(
                fresh,
                NEW,
                Optional.empty(),
                looked -> looked.equals(fresh) ? Optional.of("no") : Optional.empty());

    assertThat(written).isInstanceOf(Written.Restored.class);
    assertThat(fresh).doesNotExist();
  }

  @Test
  void whatSomebodyElseWritesDuringTheCheckIsNotLost() throws IOException {
    Written written =
        files(new PosixDisk())
            .write(
                file,
                NEW,
                Optional.of(hash()),
                _ -> {
                  try {
                    Files.writeString(file, "log_level=1\n");
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                  return Optional.empty();
                });

    assertThat(written)
        .isInstanceOfSatisfying(
            Written.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.CHANGED));
    assertThat(file).hasContent("log_level=1\n");
    assertThat(all()).containsExactly(file);
  }

  @Test
  void aFileThatCannotBeRestoredIsSaidSoWithItsBackup() throws IOException {
    // copy, fill, copy, move; the fifth step is the copy back
    Written written =
        files(new FailingDisk(5))
            .write(
                file,
                NEW,
                Optional.of(hash()),
                looked -> looked.equals(file) ? Optional.of("no") : Optional.empty());

    assertThat(written)
        .isInstanceOfSatisfying(
            Written.Stuck.class, stuck -> assertThat(stuck.backup().orElseThrow()).hasContent(OLD));
  }

  @Test
  void anOwnerThatCannotBeKeptIsAReasonNotToWrite() throws IOException {
    Written written =
        files(new ForeignDisk()).write(file, NEW, Optional.of(hash()), FileCheck.none());

    assertThat(written)
        .isInstanceOfSatisfying(
            Written.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.OWNER));
    assertThat(file).hasContent(OLD);
    assertThat(all()).containsExactly(file);
  }
}
