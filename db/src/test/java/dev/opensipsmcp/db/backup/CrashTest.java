package dev.opensipsmcp.db.backup;

import static dev.opensipsmcp.db.testing.TestDatabase.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed leaves the tables as they were or as they shall be, never between. */
class CrashTest {
  /** More of them with {@code -Dcrash.rounds=100}, for a night. */
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 5);

  private final long seed = Long.getLong("crash.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir Path directory;

  @EachDatabase
  void inTheMiddleOfARestoration(TestDatabase test) throws IOException, InterruptedException {
    test.withGroups(Version.V3_6, "dispatcher", "permissions");
    try (BackedUp here = BackedUp.of(test, directory, false)) {
      Invented invented = new Invented(Version.V3_6, seed);
      invented.fill(here.database(), "dispatcher", 1, 3_000);
      invented.fill(here.database(), "address", 1, 3_000);
      String first = here.create("dispatcher", "address").name();
      test.execute("UPDATE dispatcher SET attrs = 'moved'", "DELETE FROM address WHERE id > 6000");
      invented.fill(here.database(), "address", 5_000, 2_000);
      String second = here.create("dispatcher", "address").name();
      List<Backups.TableState> asInSecond = states(here, second);
      here.restore(first, RestoreMode.EXACT);
      List<Backups.TableState> asInFirst = states(here, first);
      // It tells of each thousand rows that it saves and puts in, and once before the end.
      int steps = 12;

      for (int round = 0; round < ROUNDS; round++) {
        boolean isFirst = states(here, first).equals(asInFirst);
        String wanted = isFirst ? second : first;
        int after = round == 0 ? steps + 1 : 1 + random.nextInt(steps + 1);
        int spins = random.nextInt(2_000_000);
        Victim.End end = Victim.run(test.url(), directory, "restore", wanted, after, spins);

        List<Backups.TableState> now = states(here, first);
        String told = told(round, after, spins, end);
        if (end == Victim.End.DONE) {
          assertThat(now).as(told).isEqualTo(isFirst ? asInSecond : asInFirst);
        } else {
          assertThat(now).as(told).isIn(asInFirst, asInSecond);
        }
        assertThat(names()).as(told).noneMatch(name -> name.endsWith(".jsonl") && cut(here, name));
      }
      here.restore(first, RestoreMode.EXACT);
      assertThat(states(here, first)).isEqualTo(asInFirst);
    }
  }

  @EachDatabase
  void inTheMiddleOfAChangeOfManyRows(TestDatabase test) throws IOException, InterruptedException {
    test.withGroups(Version.V3_6, "dispatcher");
    try (BackedUp here = BackedUp.of(test, directory, false)) {
      new Invented(Version.V3_6, seed).fill(here.database(), "dispatcher", 1, Victim.ROWS);
      int steps = 24;

      for (int round = 0; round < ROUNDS; round++) {
        int after = round == 0 ? steps : 1 + random.nextInt(steps);
        int spins = random.nextInt(2_000_000);
        Victim.End end = Victim.run(test.url(), directory, "rows", "round" + round, after, spins);

        String told = told(round, after, spins, end);
        String mine = "SELECT COUNT(*) FROM dispatcher WHERE description = 'round" + round + "'";
        assertThat(test.query("SELECT COUNT(*) FROM dispatcher"))
            .as(told)
            .containsExactly(Integer.toString(Victim.ROWS));
        if (end == Victim.End.DONE) {
          assertThat(test.query(mine)).as(told).containsExactly(Integer.toString(Victim.ROWS));
        } else {
          assertThat(test.query(mine).getFirst()).as(told).isIn("0", Integer.toString(Victim.ROWS));
        }
      }
      require(here.database().writes().rows().apply(Victim.changes(here.database(), "last")));
    }
  }

  /** The seed is printed, so that a failure can be had again. */
  private String told(int round, int after, int spins, Victim.End end) {
    String text =
        "seed %d, round %d, step %d, spins %d, %s".formatted(seed, round, after, spins, end);
    System.out.println(text);
    return text;
  }

  private static List<Backups.TableState> states(BackedUp here, String backup) {
    return require(here.database().reads().backups().states(backup, List.of(), Watcher.NONE));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static boolean cut(BackedUp here, String name) {
    return here.database().reads().backups().check(name, Watcher.NONE)
        instanceof dev.opensipsmcp.db.DbResult.Failure;
  }
}
