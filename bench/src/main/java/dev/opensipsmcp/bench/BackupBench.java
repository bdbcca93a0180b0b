package dev.opensipsmcp.bench;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbSettings;
import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.db.backup.Backup;
import dev.opensipsmcp.db.backup.BackupOrder;
import dev.opensipsmcp.db.backup.BackupSettings;
import dev.opensipsmcp.db.backup.RestoreMode;
import dev.opensipsmcp.db.backup.RestoreOrder;
import dev.opensipsmcp.db.backup.RestorePlan;
import dev.opensipsmcp.db.backup.Watcher;
import dev.opensipsmcp.db.schema.StepListener;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Backing up and restoring table {@code subscriber}, beside the database's own tools in the same
 * run. The URL names an empty scratch database; the table is dropped at the end.
 *
 * <p>{@code java -Xmx256m -cp "bench/target/classes:bench/target/lib/*"
 * dev.opensipsmcp.bench.BackupBench URL [rows] [rounds]}.
 */
public final class BackupBench {
  private static final List<String> TABLES = List.of("subscriber");

  private final PrintStream out = System.out;
  private final Database database;
  private final OwnTools own;
  private final Subscribers rows;
  private final int many;

  private BackupBench(Database database, OwnTools own, Subscribers rows, int many) {
    this.database = database;
    this.own = own;
    this.rows = rows;
    this.many = many;
  }

  /**
   * Runs the bench.
   *
   * @param args the database's URL; how many rows, 1,000,000 when not given; how many rounds, 3
   *     when not given
   */
  public static void main(String[] args) throws SQLException, IOException, InterruptedException {
    DbUrl url = DbUrl.parse(args[0]);
    int many = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    Path directory = Files.createTempDirectory("backup-bench");
    try (Database database =
            new Database(DbSettings.of(url), new BackupSettings(directory, true, "bench"));
        Subscribers rows = new Subscribers(url)) {
      must(
          database
              .writes()
              .schema()
              .create(
                  Stream.of("version", "subscriber")
                      .map(table -> Facts.of(Version.V3_6).table(table).orElseThrow())
                      .toList(),
                  StepListener.NONE));
      rows.fill(many);
      BackupBench bench =
          new BackupBench(database, new OwnTools(url, directory.resolve("own")), rows, many);
      for (int round = 1; round <= rounds; round++) {
        System.out.printf("round %d of %s, %,d rows%n", round, url.dialect().label(), many);
        bench.round();
      }
    } finally {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(directory);
    }
  }

  private void round() throws SQLException, IOException, InterruptedException {
    Backup plain = backup(false);
    backup(true);
    time("own tool: dump", own::dump);
    rows.empty();
    restore(plain, "restore into the empty table");
    rows.empty();
    time("own tool: load", own::load);
    restore(plain, "restore over the same rows");
  }

  private Backup backup(boolean compressed) {
    long start = System.nanoTime();
    Backup backup =
        must(
            database
                .reads()
                .backups()
                .create(new BackupOrder(TABLES, "bench", "", compressed), Watcher.NONE));
    tell(compressed ? "backup, compressed" : "backup", System.nanoTime() - start);
    out.printf("  %,d bytes%n", backup.bytes());
    return backup;
  }

  private void restore(Backup backup, String what) {
    RestoreOrder order = new RestoreOrder(backup.name(), List.of(), RestoreMode.EXACT);
    long start = System.nanoTime();
    RestorePlan plan = must(database.reads().backups().plan(order, Watcher.NONE));
    tell(what + ": plan", System.nanoTime() - start);
    long then = System.nanoTime();
    must(
        database
            .writes()
            .restores()
            .restore(order, plan, database.reads().backups().nameBefore(), Watcher.NONE));
    tell(what, System.nanoTime() - then);
  }

  private interface Timed {
    void run() throws IOException, InterruptedException;
  }

  private void time(String what, Timed work) throws IOException, InterruptedException {
    long start = System.nanoTime();
    work.run();
    tell(what, System.nanoTime() - start);
  }

  private void tell(String what, long nanos) {
    double seconds = nanos / 1e9;
    out.printf("  %-38s %7.2f s %,12.0f rows/s%n", what, seconds, many / seconds);
  }

  private static <T> T must(DbResult<T> result) {
    return switch (result) {
      case DbResult.Success<T>(T value) -> value;
      case DbResult.Failure<T>(DbError error) -> throw new IllegalStateException(error.toString());
    };
  }
}
