package dev.opensipsmcp.server.toolset.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.file.Disk;
import dev.opensipsmcp.cfg.file.Retention;
import dev.opensipsmcp.server.tool.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worst that can happen to a file: it was written, somebody broke what it includes in that
 * moment, and the disk then takes nothing more.
 */
class StuckFileTest {
  private static final String PART = "route[more] {\n\texit;\n}\n";
  private static final String WANTED = AtDesk.GOOD + "include_file \"part.inc\"\n";

  @TempDir Path folder;

  /** Breaks the part once the file is in its place, and is full from then on. */
  private final class Failing implements Disk {
    private final Disk real = Disk.posix();
    private boolean full;

    private void room() throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void copy(Path file, Path copy) throws IOException {
      room();
      real.copy(file, copy);
    }

    @Override
    public void create(Path file) throws IOException {
      room();
      real.create(file);
    }

    @Override
    public void fill(Path file, byte[] bytes) throws IOException {
      room();
      real.fill(file, bytes);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      room();
      real.move(from, to);
      Files.writeString(folder.resolve("part.inc"), "route[more] {\n\tno_such_function();\n}\n");
      full = true;
    }

    @Override
    public void delete(Path file) throws IOException {
      room();
      real.delete(file);
    }

    @Override
    public boolean sameOwner(Path one, Path other) throws IOException {
      return real.sameOwner(one, other);
    }
  }

  private AtDesk desk() throws IOException {
    Files.writeString(folder.resolve("part.inc"), PART);
    return new AtDesk(
        ConfigDesk.of(List.of(folder), "3.6", Optional.empty(), InstantSource.system())
            .with(Retention.EVERYTHING, new Failing()));
  }

  @Test
  void aFileThatCanNotBePutBackIsToldWithTheReasonAndTheCopyToTake() throws IOException {
    Path file = Files.writeString(folder.resolve("opensips.cfg"), AtDesk.GOOD);
    try (AtDesk desk = desk()) {
      String now = desk.object("cfg_file_read", "path", file).get("sha256").getAsString();

      Outcome.Failure stuck =
          desk.failure(
              "cfg_file_write", "path", file, "expected_hash", now, "config_content", WANTED);

      Path copy = desk.copies(file).getFirst();
      assertThat(stuck.code()).isEqualTo("CONFIG_STUCK");
      assertThat(stuck.mayHaveRun()).isTrue();
      assertThat(stuck.cause())
          .contains("would not start", "part.inc:2", "no_such_function")
          .contains("former text could not be put back", "No space left on device");
      assertThat(stuck.nextStep()).isEqualTo("Copy " + copy + " over the file by hand.");
      assertThat(Files.readString(copy)).isEqualTo(AtDesk.GOOD);
      assertThat(Files.readString(file)).isEqualTo(WANTED);
    }
  }

  @Test
  void aNewFileThatCanNotBeTakenAwayIsToldSo() throws IOException {
    Path fresh = folder.resolve("new.cfg");
    try (AtDesk desk = desk()) {
      Outcome.Failure stuck =
          desk.failure("cfg_file_write", "path", fresh, "config_content", WANTED);

      assertThat(stuck.code()).isEqualTo("CONFIG_STUCK");
      assertThat(stuck.cause()).contains("no_such_function", "No space left on device");
      assertThat(stuck.nextStep()).isEqualTo("Take the file away by hand.");
      assertThat(Files.readString(fresh)).isEqualTo(WANTED);
    }
  }
}
