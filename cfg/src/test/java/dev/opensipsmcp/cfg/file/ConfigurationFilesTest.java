package dev.opensipsmcp.cfg.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationFilesTest {
  private static final Instant NOW = Instant.parse("2026-11-27T23:05:01.123Z");

  @TempDir Path folder;
  private Path allowed;
  private Path file;
  private ConfigurationFiles files;

  @BeforeEach
  void aNodeWithAConfiguration() throws IOException {
    allowed = Files.createDirectory(folder.resolve("etc"));
    file = Files.writeString(allowed.resolve("opensips.cfg"), "log_level=3\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    files = new ConfigurationFiles(List.of(allowed), InstantSource.fixed(NOW));
  }

  private Stored stored(Path path) {
    assertThat(files.read(path)).isInstanceOf(Opened.Read.class);
    return ((Opened.Read) files.read(path)).stored();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(allowed)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileIsReplacedAndWhatItHeldStaysBesideIt() throws IOException {
    Written written =
        files.write(file, "log_level=4\n", Optional.of(stored(file).hash()), FileCheck.none());

    assertThat(written).isInstanceOf(Written.Saved.class);
    assertThat(file).hasContent("log_level=4\n");
    assertThat(names()).containsExactly("opensips.cfg", "opensips.cfg.20261127T230501123Z.bak");
    assertThat(files.backups(file))
        .singleElement()
        .satisfies(backup -> assertThat(backup.file()).hasContent("log_level=3\n"))
        .satisfies(backup -> assertThat(backup.taken()).isEqualTo(NOW));
  }

  @Test
  void modeAndOwnerStayAsTheyWereForFileAndBackup() throws IOException {
    Object owner = Files.getAttribute(file, "posix:owner");

    files.write(file, "log_level=4\n", Optional.of(stored(file).hash()), FileCheck.none());

    for (Path path : List.of(file, files.backups(file).getFirst().file())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-r-----");
      assertThat(Files.getAttribute(path, "posix:owner")).isEqualTo(owner);
    }
  }

  @Test
  void aFileWithoutAWriteBitIsReplacedAndKeepsItsMode() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));

    Written written =
        files.write(file, "log_level=4\n", Optional.of(stored(file).hash()), FileCheck.none());

    assertThat(written).isInstanceOf(Written.Saved.class);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("r--r-----");
  }

  @Test
  void aNewFileCanBeReadByItsOwnerOnlyAndIsNeverWrittenOverAnother() throws IOException {
    Path fresh = allowed.resolve("new.cfg");

    assertThat(files.write(fresh, "a", Optional.empty(), FileCheck.none()))
        .isInstanceOf(Written.Saved.class);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
        .isEqualTo("rw-------");
    assertThat(files.write(fresh, "b", Optional.empty(), FileCheck.none()))
        .isEqualTo(new Written.Refused(Refusal.CHANGED, fresh + " exists already."));
    assertThat(fresh).hasContent("a");
  }

  @Test
  void aFileThatChangedSinceItWasReadIsLeftAlone() throws IOException {
    String seen = stored(file).hash();
    Files.writeString(file, "log_level=1\n");

    assertThat(files.write(file, "log_level=4\n", Optional.of(seen), FileCheck.none()))
        .isInstanceOfSatisfying(
            Written.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.CHANGED));
    assertThat(file).hasContent("log_level=1\n");
  }

  @Test
  void theSameTextTouchesNothing() throws IOException {
    assertThat(
            files.write(file, "log_level=3\n", Optional.of(stored(file).hash()), FileCheck.none()))
        .isInstanceOf(Written.Same.class);
    assertThat(names()).containsExactly("opensips.cfg");
  }

  @Test
  void aPathOutsideIsRefusedWhicheverWayItIsSpelled() throws IOException {
    Path outside = Files.writeString(folder.resolve("passwd"), "secret");
    Path link = Files.createSymbolicLink(allowed.resolve("link.cfg"), outside);
    Path tunnel = Files.createSymbolicLink(allowed.resolve("tunnel"), folder);

    for (Path path :
        List.of(
            outside,
            link,
            tunnel.resolve("passwd"),
            allowed.resolve("../passwd"),
            folder.resolve("nowhere/passwd"),
            allowed,
            allowed.resolve(".."))) {
      assertThat(files.read(path))
          .as(path.toString())
          .isInstanceOfSatisfying(
              Opened.Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(Refusal.OUTSIDE));
      assertThat(files.write(path, "x", Optional.of("0"), FileCheck.none()))
          .isInstanceOfSatisfying(
              Written.Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(Refusal.OUTSIDE));
    }
    assertThat(outside).hasContent("secret");
  }

  @Test
  void aLinkThatStaysInsideIsFollowedAndStaysALink() throws IOException {
    Path link = Files.createSymbolicLink(allowed.resolve("current.cfg"), file);

    files.write(link, "log_level=4\n", Optional.of(stored(link).hash()), FileCheck.none());

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("log_level=4\n");
  }

  @Test
  void bytesThatAreNotUtf8SurviveAnEdit() throws IOException {
    byte[] latin = "# caf\u00e9\nlog_level=3\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, latin);
    Stored stored = stored(file);

    files.write(
        file, stored.text().replace('3', '4'), Optional.of(stored.hash()), FileCheck.none());

    assertThat(Files.readAllBytes(file))
        .isEqualTo("# caf\u00e9\nlog_level=4\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(files.write(file, "\u20ac", Optional.of(stored(file).hash()), FileCheck.none()))
        .isInstanceOf(Written.Refused.class);
  }

  @Test
  void aBackupComesBackByteForByteAndTheFailedOneIsKeptToo() throws IOException {
    byte[] latin = {'#', ' ', (byte) 0xe9, '\n'};
    Files.write(file, latin);
    files.write(file, "log_level=4\n", Optional.of(stored(file).hash()), FileCheck.none());
    Path backup = files.backups(file).getFirst().file();

    Written back = files.rollback(file, backup, Optional.of(stored(file).hash()), FileCheck.none());

    assertThat(back).isInstanceOf(Written.Saved.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(latin);
    assertThat(files.backups(file)).hasSize(2);
  }

  @Test
  void onlyABackupOfTheFileCanComeBack() throws IOException {
    Path other = Files.writeString(allowed.resolve("other.cfg"), "x");

    assertThat(files.rollback(file, other, Optional.of(stored(file).hash()), FileCheck.none()))
        .isInstanceOfSatisfying(
            Written.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.MISSING));
  }

  @Test
  void directoriesAndWhatIsNotThereAreTold() {
    assertThat(files.read(allowed.resolve("none.cfg")))
        .isInstanceOfSatisfying(
            Opened.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.MISSING));
    assertThat(files.read(allowed.resolve("no/none.cfg")))
        .isInstanceOfSatisfying(
            Opened.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.MISSING));
  }
}
