package dev.opensipsmcp.db.backup;

import static dev.opensipsmcp.db.testing.TestDatabase.require;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbSettings;
import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A process of its own that changes tables, says how far it is, and is killed in the middle. */
final class Victim {
  static final Table DISPATCHER = Facts.of(Version.V3_6).table("dispatcher").orElseThrow();

  /** Rows that a round changes, and as many more that it takes out and puts in. */
  static final int ROWS = 1_000;

  private static final int MOVED = 100;

  private Victim() {}

  /**
   * Runs as the victim.
   *
   * @param arguments where the database is, where backups lie, {@code restore} or {@code rows}, and
   *     which backup or round
   */
  static void main(String[] arguments) {
    DbSettings settings = DbSettings.of(DbUrl.parse(arguments[0]));
    BackupSettings backups = new BackupSettings(Path.of(arguments[1]), false, "test");
    try (Database database = new Database(settings, backups)) {
      if (arguments[2].equals("restore")) {
        restore(database, arguments[3]);
      } else {
        require(
            database
                .writes()
                .rows()
                .apply(new Told<>(changes(database, arguments[3]), Victim::say)));
      }
      System.out.println("done");
    }
  }

  private static void say(int step) {
    if (step % 50 == 49) {
      System.out.println("step");
    }
  }

  private static void restore(Database database, String backup) {
    RestoreOrder order = new RestoreOrder(backup, List.of(), RestoreMode.EXACT);
    RestorePlan plan = require(database.reads().backups().plan(order, Watcher.NONE));
    Restores restores = database.writes().restores();
    require(
        restores.restore(
            order,
            plan,
            database.reads().backups().nameBefore(),
            new Watcher() {
              @Override
              public void at(String table, long rows, long of) {}

              @Override
              public boolean enough() {
                System.out.println("step");
                return false;
              }
            }));
  }

  /** {@return a round: every row is changed, some go, some come} */
  static List<RowChange> changes(Database database, String round) {
    List<RowChange> changes = new ArrayList<>();
    List<Row> rows =
        require(
            database
                .reads()
                .rows()
                .list(new Select(DISPATCHER, List.of(), Optional.empty(), 10 * ROWS)));
    Row set = Row.of("description", Value.of(round));
    for (Row row : rows.subList(0, ROWS)) {
      changes.add(new RowChange.Update(DISPATCHER, row, set));
    }
    for (Row row : rows.subList(0, MOVED)) {
      changes.add(new RowChange.Delete(DISPATCHER, row.with(set)));
    }
    for (int number = 0; number < MOVED; number++) {
      changes.add(
          new RowChange.Insert(
              DISPATCHER,
              set.with("destination", Value.of("sip:" + round + "." + number)),
              List.of()));
    }
    return changes;
  }

  /** How a victim's life ended. */
  enum End {
    KILLED,
    DONE
  }

  /**
   * Runs a victim and kills it.
   *
   * @param url where the database is
   * @param directory where backups lie
   * @param work {@code restore} or {@code rows}
   * @param what which backup or round
   * @param after after how many of its steps
   * @param spins how long to wait then, in turns of an empty loop: a moment nobody chose
   */
  static End run(DbUrl url, Path directory, String work, String what, int after, int spins)
      throws IOException, InterruptedException {
    String login =
        url.user().isEmpty() ? "" : url.user().get() + ":" + url.password().orElse("") + "@";
    String place =
        switch (url.dialect()) {
          case SQLITE -> url.toString();
          case MARIADB, POSTGRESQL -> url.toString().replace("://", "://" + login);
        };
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNdatabase.reads().backups().nameBefore()D",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName(),
                place,
                directory.toString(),
                work,
                what)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader news =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int steps = 0;
      for (String line = news.readLine(); line != null; line = news.readLine()) {
        if (line.equals("done")) {
          return End.DONE;
        }
        if (++steps == after) {
          for (int turn = 0; turn < spins; turn++) {
            Thread.onSpinWait();
          }
          // A process's own method would close the stream that is being read.
          process.toHandle().destroyForcibly();
        }
      }
      return process.waitFor() == 0 ? End.DONE : End.KILLED;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
