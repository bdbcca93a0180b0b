package dev.opensipsmcp.db.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.SecretColumns;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.backup.RestorePlan.TablePlan;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are in a backup only where the person who runs the server wants them there. */
class SecretsTest {
  private static final String CANARY = "cAnArY";

  @TempDir Path directory;

  @EachDatabase
  void noSecretIsInABackupUnlessSettingsSaySo(TestDatabase test) throws IOException {
    plant(test);
    try (BackedUp plain = BackedUp.of(test, directory.resolve("plain"), false);
        BackedUp whole = BackedUp.of(test, directory.resolve("whole"), true)) {
      String[] tables = SecretColumns.tables().toArray(String[]::new);

      Backup without = plain.create(tables);
      Backup with = whole.create(tables);

      assertThat(bytes(plain, without)).doesNotContain(CANARY);
      assertThat(without.head().secrets()).isFalse();
      assertThat(without.head().tables())
          .allSatisfy(table ->
              assertThat(table.leftOut())
                  .containsExactlyInAnyOrderElementsOf(SecretColumns.of(table.name()).keySet()));
      assertThat(bytes(whole, with)).contains(CANARY);
      assertThat(plain.plan(without.name(), RestoreMode.EXACT).toString()).doesNotContain(CANARY);
    }
  }

  @EachDatabase
  void aRestorationWithoutSecretsKeepsThoseOfRowsThatAreThere(TestDatabase test) {
    plant(test);
    try (BackedUp here = BackedUp.of(test, directory, false)) {
      Backup backup = here.create("subscriber");
      test.execute(
          "INSERT INTO subscriber (id, username, domain, ha1) VALUES (90, 'later', 'x', 'h')",
          "DELETE FROM subscriber WHERE id = 2",
          "UPDATE subscriber SET id = 70 WHERE id = 1");

      Restored restored = here.restore(backup.name(), RestoreMode.EXACT);

      assertThat(test.query("SELECT id, username, ha1 FROM subscriber ORDER BY id"))
          .containsExactly("2|u2|", "70|u1|" + CANARY);
      TablePlan done = restored.done().tables().getFirst();
      assertThat(done.added()).isEqualTo(1);
      assertThat(done.deleted()).isEqualTo(1);
      assertThat(done.withoutSecrets()).isEqualTo(1);
      assertThat(done.secretsLost()).isEqualTo(1);
      assertThat(restored.done().warnings())
          .anyMatch(it -> it.contains("1 added rows of subscriber have no secrets"))
          .anyMatch(it -> it.contains("lost for good"));
    }
  }

  @EachDatabase
  void aRowThatWouldLackARequiredSecretIsNotAdded(TestDatabase test) {
    test.withGroups(Version.V3_6, "authjwt");
    test.execute(
        "INSERT INTO jwt_secrets (id, corresponding_tag, secret, start_ts, end_ts)"
            + " VALUES (1, 'a', 'x', 1, 2), (2, 'b', 'y', 1, 2)");
    try (BackedUp here = BackedUp.of(test, directory, false)) {
      Backup backup = here.create("jwt_secrets");
      test.execute(
          "DELETE FROM jwt_secrets WHERE id = 2", "UPDATE jwt_secrets SET end_ts = 9 WHERE id = 1");

      Restored restored = here.restore(backup.name(), RestoreMode.REPLACE);

      assertThat(test.query("SELECT id, secret, end_ts FROM jwt_secrets")).containsExactly("1|x|2");
      assertThat(restored.done().tables().getFirst().skipped()).isEqualTo(1);
      assertThat(restored.done().warnings()).anyMatch(it -> it.contains("requires"));
    }
  }

  @EachDatabase
  void whatIsDifferentInASecretOnlyIsReplacedFromABackupThatHasIt(TestDatabase test) {
    plant(test);
    try (BackedUp here = BackedUp.of(test, directory, true)) {
      Backup backup = here.create("subscriber");
      test.execute("UPDATE subscriber SET ha1 = 'lost' WHERE id = 1");

      Restored restored = here.restore(backup.name(), RestoreMode.REPLACE);

      assertThat(test.query("SELECT ha1 FROM subscriber ORDER BY id"))
          .containsExactly(CANARY, CANARY);
      here.restore(restored.before().name(), RestoreMode.EXACT);
      assertThat(test.query("SELECT ha1 FROM subscriber ORDER BY id"))
          .containsExactly("lost", CANARY);
    }
  }

  private static void plant(TestDatabase test) {
    test.withGroups(
        Version.V3_6,
        Facts.of(Version.V3_6).tables().stream()
            .filter(table -> SecretColumns.tables().contains(table.name()))
            .flatMap(table -> table.groups().stream())
            .toArray(String[]::new));
    for (String name : SecretColumns.tables()) {
      Table table = Facts.of(Version.V3_6).table(name).orElseThrow();
      for (long number = 1; number <= 2; number++) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Column column : table.columns()) {
          if (SecretColumns.hides(name, column.name())) {
            values.put(column.name(), secret(column));
          } else if (column.autoIncrement()) {
            values.put(column.name(), Value.of(number));
          } else if (keyed(table, column)
              || (!column.nullable() && column.defaultValue().isEmpty())) {
            values.put(column.name(), ordinary(column, number));
          }
        }
        TestDatabase.require(
            test.database()
                .writes()
                .rows()
                .apply(List.of(new RowChange.Insert(table, new Row(values), List.of()))));
      }
    }
  }

  private static boolean keyed(Table table, Column column) {
    return table.indexes().stream()
        .anyMatch(it -> it.unique() && it.columns().contains(column.name()));
  }

  private static Value secret(Column column) {
    return column.type() == Column.Type.BINARY
        ? Value.of(CANARY.getBytes(StandardCharsets.UTF_8))
        : Value.of(CANARY);
  }

  private static Value ordinary(Column column, long number) {
    return switch (column.type()) {
      case STRING, TEXT -> Value.of("u" + number);
      case CHAR, SHORT, UNSIGNED_SHORT, INT, UNSIGNED_INT, LONG, UNSIGNED_LONG, FLOAT, DOUBLE ->
          Value.of(number);
      case DATETIME, BINARY -> Value.NULL;
    };
  }

  private static String bytes(BackedUp database, Backup backup) throws IOException {
    String text = Files.readString(database.directory().resolve(backup.name()));
    String encoded =
        java.util.Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
    return text.replace(encoded, CANARY);
  }
}
