package dev.opensipsmcp.db.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.backup.BackupHead.TableHead;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in a backup comes back the same, in whatever kind of database. */
class RoundTripTest {
  private static final Map<DatabaseKind, TestDatabase> DATABASES = new LinkedHashMap<>();

  @TempDir Path directory;

  static List<DatabaseKind> kinds() {
    return DatabaseKind.available();
  }

  @BeforeAll
  static void makeTables() {
    kinds().forEach(kind -> DATABASES.put(kind, TestDatabase.of(kind).withSchema(Version.V3_6)));
  }

  @AfterAll
  static void dropThem() {
    DATABASES.values().forEach(TestDatabase::close);
    DATABASES.clear();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyTableOfAVersionComesBackTheSameEverywhere(DatabaseKind from) {
    try (BackedUp there = BackedUp.of(DATABASES.get(from), directory, true)) {
      String[] all = names();
      for (String table : all) {
        DATABASES.get(from).execute("DELETE FROM " + table);
      }
      new Invented(Version.V3_6, 4711).fill(there.database(), 4);

      Backup backup = there.create(all);

      assertThat(backup.head().opensips()).contains("3.6");
      assertThat(backup.head().tables()).extracting(TableHead::leftOut).allMatch(List::isEmpty);
      for (TestDatabase to : DATABASES.values()) {
        try (BackedUp here = BackedUp.of(to, directory, true)) {
          here.restore(backup.name(), RestoreMode.EXACT);

          assertSame(rows(there, backup), rows(here, here.create(all)), from + " to " + to);
          assertThat(here.plan(backup.name(), RestoreMode.REPLACE).tables())
              .allMatch(table -> table.added() == 0 && table.replaced() == 0);
        }
      }
    }
  }

  private static String[] names() {
    return Facts.of(Version.V3_6).tables().stream().map(Table::name).toArray(String[]::new);
  }

  private static void assertSame(List<String> before, List<String> after, String way) {
    assertThat(after).as(way).hasSameSizeAs(before);
    for (int at = 0; at < before.size(); at++) {
      assertThat(after.get(at)).as(way).isEqualTo(before.get(at));
    }
  }

  /** Numbers with a fraction are written as each kind of database prints them. */
  private static List<String> rows(BackedUp database, Backup backup) {
    return database.lines(backup.name()).stream()
        .filter(line -> line.startsWith("["))
        .map(line -> line.replaceAll("(?<=[,\\[])(\\d+)\\.(\\d*?)0*(?=[,\\]])", "$1.$2"))
        .map(line -> line.replaceAll("(\\d)\\.(?=[,\\]])", "$1"))
        .toList();
  }
}
