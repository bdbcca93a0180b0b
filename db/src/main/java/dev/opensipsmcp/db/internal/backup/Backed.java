package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.backup.Backup;
import dev.opensipsmcp.db.backup.BackupHead;
import dev.opensipsmcp.db.backup.BackupHead.TableHead;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Reads backups, and ends the work where one is not whole. */
final class Backed {
  private Backed() {}

  static BackupHead head(BackupStore store, String name) {
    try (BackupReader reader = BackupReader.open(file(store, name))) {
      return reader.head();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** {@return the backup, after all of it was read and found right} */
  static Backup verified(BackupStore store, String name, Pace pace) throws SQLException {
    try (BackupReader reader = BackupReader.open(file(store, name))) {
      return reader.each(
          new BackupReader.Taker() {
            private String table = "";

            @Override
            public void table(TableHead head) {
              table = head.name();
            }

            @Override
            public void row(Value[] cells, long number) {
              pace.row(table);
            }

            @Override
            public void end(TableHead head) {}
          });
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Gives the rows of a backup to a taker, if it is still the one that was found right. */
  static void each(BackupStore store, Backup expected, BackupReader.Taker taker)
      throws SQLException {
    try (BackupReader reader = BackupReader.open(file(store, expected.name()))) {
      Backup now = reader.each(taker);
      if (!now.sha256().equals(expected.sha256())) {
        throw new IOException("It was exchanged meanwhile");
      }
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static Path file(BackupStore store, String name) {
    return store.find(name).orElseThrow(() -> new Ended(store.missing()));
  }

  private static Ended broken(IOException why) {
    return new Ended(
        new DbError(
            Kind.FILE,
            "The backup can't be used: " + why.getMessage() + ".",
            "Take another one of db_backup_list."));
  }
}
