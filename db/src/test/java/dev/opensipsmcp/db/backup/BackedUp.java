package dev.opensipsmcp.db.backup;

import static dev.opensipsmcp.db.testing.TestDatabase.require;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A test's database whose backups lie in a directory of the test. */
record BackedUp(Database database, Path directory) implements AutoCloseable {

  static BackedUp of(TestDatabase test, Path directory, boolean secrets) {
    return new BackedUp(
        new Database(test.settings(), new BackupSettings(directory, secrets, "test")), directory);
  }

  Backup create(String... tables) {
    return require(
        database
            .reads()
            .backups()
            .create(new BackupOrder(List.of(tables), "", "", false), Watcher.NONE));
  }

  RestorePlan plan(String backup, RestoreMode mode, String... tables) {
    return require(
        database
            .reads()
            .backups()
            .plan(new RestoreOrder(backup, List.of(tables), mode), Watcher.NONE));
  }

  /** Restores what a plan of this moment shows. */
  Restored restore(String backup, RestoreMode mode, String... tables) {
    return require(tryRestore(backup, mode, plan(backup, mode, tables), Watcher.NONE, tables));
  }

  DbResult<Restored> tryRestore(
      String backup, RestoreMode mode, RestorePlan shown, Watcher watcher, String... tables) {
    Restores restores = database.writes().restores();
    return restores.restore(
        new RestoreOrder(backup, List.of(tables), mode),
        shown,
        database.reads().backups().nameBefore(),
        watcher);
  }

  /** {@return the backup's lines} */
  List<String> lines(String backup) {
    Path file = directory.resolve(backup);
    try (InputStream plain = Files.newInputStream(file);
        InputStream in = backup.endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
