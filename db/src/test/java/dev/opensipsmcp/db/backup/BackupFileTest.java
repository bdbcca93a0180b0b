package dev.opensipsmcp.db.backup;

import static dev.opensipsmcp.db.testing.TestDatabase.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup's file: whole or not there, for its owner only, and found by its name alone. */
class BackupFileTest {
  private final TestDatabase test = TestDatabase.of(DatabaseKind.SQLITE);
  private BackedUp here;

  @BeforeEach
  void makeRows(@TempDir Path directory) {
    test.withGroups(Version.V3_6, "dispatcher");
    here = BackedUp.of(test, directory.resolve("state").resolve("backups"), false);
    new Invented(Version.V3_6, 7).fill(here.database(), "dispatcher", 1, 20);
  }

  @AfterEach
  void close() {
    here.close();
    test.close();
  }

  @Test
  void isForItsOwnerOnlyAndLeavesNothingBesideIt() throws IOException {
    Backup backup = here.create("dispatcher");

    try (var files = Files.list(here.directory())) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactly(backup.name());
    }
    assertThat(rights(here.directory())).isEqualTo("rwx------");
    assertThat(rights(here.directory().resolve(backup.name()))).isEqualTo("rw-------");
  }

  @Test
  void isSmallerWhenCompressedAndReadsTheSame() {
    Backups backups = here.database().reads().backups();
    Backup plain = here.create("dispatcher");
    Backup small =
        require(
            backups.create(
                new BackupOrder(List.of("dispatcher"), "Nightly Run!", "why", true), Watcher.NONE));

    assertThat(small.name()).startsWith("nightly-run--").endsWith(".jsonl.gz");
    assertThat(small.bytes()).isLessThan(plain.bytes());
    assertThat(small.head().reason()).isEqualTo("why");
    assertThat(here.lines(small.name()).stream().filter(line -> line.startsWith("[")))
        .containsExactlyElementsOf(
            here.lines(plain.name()).stream().filter(line -> line.startsWith("[")).toList());
    assertThat(require(backups.check(small.name(), Watcher.NONE)).backup().rows())
        .containsEntry("dispatcher", 20L);
    assertThat(require(backups.list())).extracting(BackupListing::name).hasSize(2);
  }

  @Test
  void isNotUsedWhenAnythingInItIsOtherThanWritten() throws IOException {
    Backup backup = here.create("dispatcher");
    Path file = here.directory().resolve(backup.name());
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 97) {
      byte[] bent = whole.clone();
      bent[at] ^= 1;
      Files.write(file, bent);
      assertThat(check(backup.name())).as("byte " + at).isInstanceOf(DbResult.Failure.class);
    }
    for (int length = 0; length < whole.length; length += 97) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(check(backup.name())).as("cut at " + length).isInstanceOf(DbResult.Failure.class);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertThat(check(backup.name())).isInstanceOf(DbResult.Failure.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.jsonl",
        "/etc/passwd",
        "..",
        "",
        "a/b.jsonl",
        "a\\b.jsonl",
        "secret.jsonl\0.jsonl",
        ".hidden.jsonl",
        "link.jsonl",
        "x.json",
        "%2e%2e%2fsecret.jsonl"
      })
  void isNotFoundByAnythingOfAPath(String name) throws IOException {
    Backup backup = here.create("dispatcher");
    Path outside = here.directory().resolveSibling("secret.jsonl");
    Files.copy(here.directory().resolve(backup.name()), outside);
    Files.copy(outside, here.directory().resolve(".hidden.jsonl"));
    Files.createSymbolicLink(here.directory().resolve("link.jsonl"), outside);

    DbResult<BackupCheck> result = check(name);
    require(here.database().reads().backups().delete(List.of(name)));

    assertThat(result).isInstanceOf(DbResult.Failure.class);
    assertThat(result.toString()).doesNotContain(outside.toString());
    assertThat(Files.exists(outside)).isTrue();
    assertThat(Files.exists(here.directory().resolve(".hidden.jsonl"))).isTrue();
  }

  @Test
  void isListedNewestFirstEvenWhenItCantBeRead() throws IOException {
    Backup first = here.create("dispatcher");
    Backup second = here.create("dispatcher");
    Files.writeString(here.directory().resolve("broken-1.jsonl"), "no\n", StandardCharsets.UTF_8);

    List<BackupListing> all = require(here.database().reads().backups().list());

    assertThat(all).extracting(BackupListing::name).contains(first.name(), second.name());
    assertThat(all.getFirst().name()).isEqualTo("broken-1.jsonl");
    assertThat(all.getFirst().head()).isEmpty();
  }

  @Test
  void isMadeOfThoseTablesThatAreThereBeforeAChange() {
    Backup backup =
        require(here.database().reads().backups().before("migration", List.of("dispatcher", "x")));

    assertThat(backup.name()).startsWith("before-migration-");
    assertThat(backup.rows()).containsOnlyKeys("dispatcher");
  }

  @Test
  void saysWhatWouldNotFit() {
    Backup backup = here.create("dispatcher");
    test.execute("ALTER TABLE dispatcher RENAME COLUMN attrs TO attributes");

    assertThat(require(check(backup.name())).misfits())
        .containsExactly("Table dispatcher here has no column attrs: left out.");
  }

  private DbResult<BackupCheck> check(String name) {
    return here.database().reads().backups().check(name, Watcher.NONE);
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
