package dev.opensipsmcp.cfg.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a file don't pile up, and none goes that somebody needs. */
class RetentionTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration LONG = Duration.ofDays(1_000);

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private Path file = Path.of("");

  @BeforeEach
  void aFile() throws IOException {
    file = Files.writeString(folder.resolve("opensips.cfg"), "log_level=0\n");
  }

  private ConfigurationFiles files(Retention retention, Disk disk) {
    InstantSource clock = now::get;
    return new ConfigurationFiles(List.of(folder), clock, retention, disk);
  }

  private ConfigurationFiles files(int keep, Duration age) {
    return files(new Retention(keep, age, (_, _) -> Set.of()), Disk.posix());
  }

  private String hash() throws IOException {
    return Bytes.read(file).hash();
  }

  /** Writes {@code log_level=FROM} to {@code log_level=TO}, one hour after the other. */
  private Pruned write(ConfigurationFiles files, int from, int to) throws IOException {
    Pruned last = Pruned.NOTHING;
    for (int level = from; level <= to; level++) {
      now.set(now.get().plus(Duration.ofHours(1)));
      Written written =
          files.write(file, "log_level=" + level + "\n", Optional.of(hash()), FileCheck.none());
      assertThat(written).isInstanceOf(Written.Saved.class);
      last = ((Written.Saved) written).pruned();
    }
    return last;
  }

  private List<String> copies(ConfigurationFiles files) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Backup backup : files.backups(file)) {
      texts.add(Files.readString(backup.file()).strip().replace("log_level=", ""));
    }
    return texts;
  }

  @Test
  void onlyTheNewestStay() throws IOException {
    ConfigurationFiles files = files(3, LONG);

    Pruned last = write(files, 1, 6);

    assertThat(copies(files)).containsExactly("5", "4", "3");
    assertThat(last.gone()).hasSize(1);
    assertThat(last.problem()).isEmpty();
  }

  @Test
  void oldOnesGoButNeverTheNewest() throws IOException {
    ConfigurationFiles files = files(100, Duration.ofDays(10));
    write(files, 1, 4);
    now.set(now.get().plus(Duration.ofDays(11)));

    write(files, 5, 5);

    assertThat(copies(files)).containsExactly("4");
    now.set(now.get().plus(Duration.ofDays(400)));
    assertThat(files.backup(file)).isInstanceOf(Written.Saved.class);
    assertThat(copies(files)).containsExactly("5");
  }

  @Test
  void whatSomebodyClaimsStaysHoweverOldItIs() throws IOException {
    String first = hash();
    ConfigurationFiles files =
        files(
            new Retention(2, LONG, (_, _) -> Set.of(first.toUpperCase(Locale.ROOT))), Disk.posix());

    write(files, 1, 6);

    assertThat(copies(files)).containsExactly("5", "4", "0");
  }

  @Test
  void whoClaimsIsToldTheFileAsItIsNow() throws IOException {
    List<String> told = new ArrayList<>();
    ConfigurationFiles files =
        files(
            new Retention(
                1,
                LONG,
                (_, now) -> {
                  told.add(now);
                  return Set.of();
                }),
            Disk.posix());

    write(files, 1, 2);

    assertThat(told).containsExactly(hash());
  }

  @Test
  void claimsThatCanNotBeReadKeepEverythingAndTheWriteIsDone() throws IOException {
    ConfigurationFiles files =
        files(
            new Retention(
                1,
                LONG,
                (_, _) -> {
                  throw new IOException("the journal is gone");
                }),
            Disk.posix());

    Pruned last = write(files, 1, 3);

    assertThat(file).hasContent("log_level=3\n");
    assertThat(copies(files)).containsExactly("2", "1", "0");
    assertThat(last.problem().orElseThrow()).contains("the journal is gone");
  }

  @Test
  void aCopyThatCanNotBeTakenAwayDoesNotFailTheWrite() throws IOException {
    Disk stubborn =
        new ForwardingDisk() {
          @Override
          public void delete(Path path) throws IOException {
            if (path.toString().endsWith(".bak")) {
              throw new IOException("Operation not permitted");
            }
            super.delete(path);
          }
        };
    ConfigurationFiles files = files(new Retention(1, LONG, (_, _) -> Set.of()), stubborn);

    Pruned last = write(files, 1, 3);

    assertThat(file).hasContent("log_level=3\n");
    assertThat(last.gone()).isEmpty();
    assertThat(last.problem().orElseThrow()).contains("Operation not permitted");
  }

  @Test
  void otherFilesAndTheirCopiesAreLeftAlone() throws IOException {
    Path other = Files.writeString(folder.resolve("opensips.cfg.mine.bak"), "mine\n");
    Path neighbour = folder.resolve("opensips.cfg.inc.20200101T000000000Z.bak");
    Files.writeString(neighbour, "old\n");

    write(files(1, Duration.ofHours(1)), 1, 5);

    assertThat(other).exists();
    assertThat(neighbour).exists();
  }

  @Test
  void atLeastOneCopyStaysForSomeTime() {
    assertThatThrownBy(() -> new Retention(0, LONG, (_, _) -> Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Retention(1, Duration.ZERO, (_, _) -> Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
