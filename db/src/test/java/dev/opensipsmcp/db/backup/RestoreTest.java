package dev.opensipsmcp.db.backup;

import static dev.opensipsmcp.db.testing.TestDatabase.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.backup.RestorePlan.TablePlan;
import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/** What a plan shows is what a restoration does, all of it or nothing. */
class RestoreTest {
  private static final String ALIASES =
      "SELECT id, alias_username, username FROM dbaliases ORDER BY id";

  @TempDir Path directory;

  /** Alias a1 was changed, a2 deleted, a3 is as it was, a9 is new and has the number of a2. */
  private static Backup moved(TestDatabase test, BackedUp here) {
    test.withGroups(Version.V3_6, "alias_db");
    test.execute(
        "INSERT INTO dbaliases (id, alias_username, alias_domain, username, domain) VALUES"
            + " (1, 'a1', 'd', 'one', 'd'), (2, 'a2', 'd', 'two', 'd'), (3, 'a3', 'd', 'three',"
            + " 'd')");
    Backup backup = here.create("dbaliases");
    test.execute(
        "UPDATE dbaliases SET username = 'changed' WHERE id = 1",
        "DELETE FROM dbaliases WHERE id = 2",
        "INSERT INTO dbaliases (id, alias_username, alias_domain, username, domain) VALUES"
            + " (2, 'a9', 'd', 'nine', 'd')");
    return backup;
  }

  @EachDatabase
  void addingLeavesRowsThatAreThereAlone(TestDatabase test) {
    try (BackedUp here = BackedUp.of(test, directory, false)) {
      Backup backup = moved(test, here);

      TablePlan plan = here.plan(backup.name(), RestoreMode.ADD).tables().getFirst();
      Restored restored = here.restore(backup.name(), RestoreMode.ADD);

      assertThat(plan).isEqualTo(restored.done().tables().getFirst());
      assertThat(List.of(plan.added(), plan.replaced(), plan.kept(), plan.skipped()))
          .containsExactly(1L, 0L, 1L, 1L);
      assertThat(plan.renumbered()).isEqualTo(1);
      assertThat(test.query("SELECT alias_username, username FROM dbaliases ORDER BY 1"))
          .containsExactly("a1|changed", "a2|two", "a3|three", "a9|nine");
    }
  }

  @EachDatabase
  void replacingFindsRowsByTheirNaturalKey(TestDatabase test) {
    try (BackedUp here = BackedUp.of(test, directory, false)) {
      Backup backup = moved(test, here);
      test.execute("UPDATE dbaliases SET id = 77 WHERE alias_username = 'a1'");

      Restored restored = here.restore(backup.name(), RestoreMode.REPLACE);

      assertThat(restored.done().tables().getFirst().replaced()).isEqualTo(1);
      assertThat(test.query("SELECT alias_username, username FROM dbaliases ORDER BY 1"))
          .containsExactly("a1|one", "a2|two", "a3|three", "a9|nine");
      assertThat(test.query("SELECT id FROM dbaliases WHERE alias_username = 'a1'"))
          .containsExactly("77");
    }
  }

  @EachDatabase
  void exactlyMeansNothingElseAndTheBackupBeforeBringsItAllBack(TestDatabase test) {
    try (BackedUp here = BackedUp.of(test, directory, false)) {
      Backup backup = moved(test, here);
      List<String> before = test.query(ALIASES);

      TablePlan plan = here.plan(backup.name(), RestoreMode.EXACT).tables().getFirst();
      Restored restored = here.restore(backup.name(), RestoreMode.EXACT);

      assertThat(List.of(plan.added(), plan.replaced(), plan.kept(), plan.deleted()))
          .containsExactly(1L, 1L, 1L, 1L);
      assertThat(plan).isEqualTo(restored.done().tables().getFirst());
      assertThat(test.query(ALIASES)).containsExactly("1|a1|one", "2|a2|two", "3|a3|three");
      here.restore(restored.before().name(), RestoreMode.EXACT);
      assertThat(test.query(ALIASES)).isEqualTo(before);
    }
  }

  @EachDatabase
  void numbersGoOnBehindTheHighest(TestDatabase test) {
    try (BackedUp here = BackedUp.of(test, directory, false)) {
      Backup backup = moved(test, here);
      test.execute("DELETE FROM dbaliases", "UPDATE dbaliases SET id = 1 WHERE id = 1");

      here.restore(backup.name(), RestoreMode.ADD);
      test.execute(
          "INSERT INTO dbaliases (alias_username, alias_domain, username, domain) VALUES"
              + " ('new', 'd', 'new', 'd')");

      assertThat(test.query("SELECT MAX(id) FROM dbaliases WHERE alias_username <> 'new'"))
          .containsExactly("3");
      assertThat(test.query("SELECT id FROM dbaliases WHERE alias_username = 'new'"))
          .allMatch(number -> Long.parseLong(number) > 3);
    }
  }

  @EachDatabase
  void aTableThatMovedSinceThePlanIsNotTouched(TestDatabase test) {
    try (BackedUp here = BackedUp.of(test, directory, false)) {
      Backup backup = moved(test, here);
      RestorePlan shown = here.plan(backup.name(), RestoreMode.EXACT);
      test.execute("UPDATE dbaliases SET username = 'again' WHERE id = 1");
      List<String> before = test.query(ALIASES);

      DbResult<Restored> result =
          here.tryRestore(backup.name(), RestoreMode.EXACT, shown, Watcher.NONE);

      assertThat(error(result).kind()).isEqualTo(DbError.Kind.ROWS_MOVED);
      assertThat(test.query(ALIASES)).isEqualTo(before);
      assertThat(require(here.database().reads().backups().list())).hasSize(1);
    }
  }

  @EachDatabase
  void whoeverWithdrawsItBeforeTheEndLeavesAllAsItWas(TestDatabase test) {
    test.withGroups(Version.V3_6, "dispatcher");
    try (BackedUp here = BackedUp.of(test, directory, false)) {
      new Invented(Version.V3_6, 1).fill(here.database(), "dispatcher", 1, 3_000);
      Backup backup = here.create("dispatcher");
      test.execute("UPDATE dispatcher SET weight = 'moved'");
      RestorePlan shown = here.plan(backup.name(), RestoreMode.EXACT);
      AtomicInteger seen = new AtomicInteger();
      Watcher impatient =
          new Watcher() {
            @Override
            public void at(String table, long rows, long of) {
              seen.incrementAndGet();
            }

            @Override
            public boolean enough() {
              return seen.get() >= 5;
            }
          };

      DbResult<Restored> result =
          here.tryRestore(backup.name(), RestoreMode.EXACT, shown, impatient);

      assertThat(error(result).kind()).isEqualTo(DbError.Kind.CANCELLED);
      assertThat(test.query("SELECT COUNT(*) FROM dispatcher WHERE weight = 'moved'"))
          .containsExactly("3000");
      assertThat(require(here.database().reads().backups().list())).hasSize(1);
    }
  }

  @EachDatabase
  void aValueThatDoesNotFitUndoesEverything(TestDatabase test) {
    test.withGroups(Version.V3_6, "dispatcher");
    test.execute("CREATE TABLE other (id INTEGER NOT NULL PRIMARY KEY, n VARCHAR(20))");
    test.execute("INSERT INTO other VALUES (1, '5'), (2, 'five')");
    test.execute("INSERT INTO dispatcher (id, setid, destination) VALUES (1, 1, 'sip:192.0.2.1')");
    try (BackedUp here = BackedUp.of(test, directory, false)) {
      Backup backup = here.create("other", "dispatcher");
      test.execute(
          "DELETE FROM dispatcher",
          "DROP TABLE other",
          "CREATE TABLE other (id INTEGER NOT NULL PRIMARY KEY, n INTEGER)");

      DbError error =
          error(
              here.tryRestore(
                  backup.name(),
                  RestoreMode.ADD,
                  new RestorePlan(backup, RestoreMode.ADD, List.of(), List.of()),
                  Watcher.NONE));
      DbResult<RestorePlan> plan =
          here.database()
              .reads()
              .backups()
              .plan(new RestoreOrder(backup.name(), List.of(), RestoreMode.ADD), Watcher.NONE);

      assertThat(error.mayHaveRun()).isFalse();
      assertThat(plan).isInstanceOf(DbResult.Failure.class);
      assertThat(plan.toString()).contains("Row 2 of table other").doesNotContain("five");
      assertThat(test.query("SELECT COUNT(*) FROM dispatcher")).containsExactly("0");
    }
  }

  @EachDatabase
  void wholeNumbersReachToSixtyFourBitsWithoutASign(TestDatabase test) {
    if (test.dialect() != Dialect.MARIADB) {
      return;
    }
    test.withGroups(Version.V3_6, "usrloc");
    test.execute(
        "INSERT INTO location (contact_id, username, contact, callid, user_agent, expires) VALUES"
            + " (18446744073709551615, 'u', 'sip:x', 'c', 'a', 1)");
    try (BackedUp here = BackedUp.of(test, directory, false)) {
      Backup backup = here.create("location");
      test.execute("DELETE FROM location");

      here.restore(backup.name(), RestoreMode.ADD);

      assertThat(test.query("SELECT contact_id FROM location"))
          .containsExactly("18446744073709551615");
    }
  }

  private static DbError error(DbResult<?> result) {
    return switch (result) {
      case DbResult.Failure<?>(DbError error) -> error;
      case DbResult.Success<?> success -> throw new AssertionError(success.toString());
    };
  }
}
