package dev.opensipsmcp.db.schema;

import static dev.opensipsmcp.db.testing.TestDatabase.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.db.schema.SchemaDifference.Kind;
import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.SomeRows;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class MigrationTest {

  @EachDatabase
  void aDatabaseOf34Becomes36(TestDatabase db) {
    migrated(db, Version.V3_4, new Target(Version.V3_6, List.of(), false));

    assertThat(kinds(db, Version.V3_6)).containsOnly(Kind.COLUMN_OF_OTHER_VERSION);
    assertThat(require(db.database().reads().schema().fit()).fitting())
        .containsExactly(Version.V3_6);
  }

  @EachDatabase
  void aDatabaseOf34Becomes40WithoutWhat40HasNot(TestDatabase db) {
    migrated(db, Version.V3_4, new Target(Version.V4_0, List.of(), true));

    assertThat(kinds(db, Version.V4_0)).isEmpty();
    assertThat(require(db.database().reads().schema().fit()).best()).contains(Version.V4_0);
  }

  @EachDatabase
  void aDatabaseOf36Becomes40(TestDatabase db) {
    migrated(db, Version.V3_6, new Target(Version.V4_0, List.of(), true));

    assertThat(kinds(db, Version.V4_0)).isEmpty();
  }

  @EachDatabase
  void anOldDatabaseBecomesNewThoughItsColumnsChangeTheirTypes(TestDatabase db) {
    migrated(db, Version.V3_2, new Target(Version.V4_0, List.of(), false));

    assertThat(kinds(db, Version.V4_0)).containsOnly(Kind.COLUMN_OF_OTHER_VERSION);
  }

  @EachDatabase
  void theWayBackIsAPlanLikeAnyOther(TestDatabase db) {
    migrated(db, Version.V4_0, new Target(Version.V3_4, List.of(), true));

    assertThat(kinds(db, Version.V3_4)).containsOnly(Kind.TABLE_OF_OTHER_VERSION);
    assertThat(require(db.database().reads().schema().check(Version.V3_4)).fits()).isTrue();
  }

  @EachDatabase
  void columnsOfOnesOwnComeAlong(TestDatabase db) {
    db.withGroups(Version.V3_4, "dispatcher", "permissions");
    db.execute(
        "ALTER TABLE dispatcher ADD COLUMN site VARCHAR(20) DEFAULT 'north' NOT NULL",
        "ALTER TABLE dispatcher ADD COLUMN cost INTEGER",
        "CREATE INDEX my_site ON dispatcher (site, setid)",
        "INSERT INTO dispatcher (setid, destination, site, cost) VALUES (1, 'sip:a', 'it''s', 7)",
        "INSERT INTO dispatcher (setid, destination) VALUES (2, 'sip:b')");

    require(
        db.database()
            .writes()
            .schema()
            .apply(plan(db, new Target(Version.V4_0, List.of(), true)), StepListener.NONE));

    assertThat(db.query("SELECT setid, destination, site, cost FROM dispatcher ORDER BY id"))
        .containsExactly("1|sip:a|it's|7", "2|sip:b|north|");
    assertThat(kinds(db, Version.V4_0)).contains(Kind.COLUMN_CUSTOM).doesNotContain(Kind.NOT_NULL);
    ActualTable table =
        require(db.database().reads().schema().actual()).table("dispatcher").orElseThrow();
    assertThat(table.indexes())
        .anyMatch(it -> it.name().equals("my_site") && it.serves(List.of("site", "setid"), false));
  }

  @EachDatabase
  void onlyTheSetsOfTablesThatAreUsedGrow(TestDatabase db) {
    db.withGroups(Version.V3_6, "clusterer", "tcp_mgm");

    Plan plan = plan(db, Target.of(Version.V4_0));

    assertThat(plan.steps())
        .extracting(Step::what)
        .contains("create table clusterer_bridge")
        .doesNotContain("create table dispatcher");
    assertThat(plan.changed()).containsExactly("tcp_mgm");
    assertThat(plan(db, new Target(Version.V4_0, List.of("dispatcher"), false)).steps())
        .extracting(Step::what)
        .contains("create table dispatcher")
        .doesNotContain("create table clusterer_bridge");
  }

  @EachDatabase
  void whatIsDoneIsLeftOutTheNextTime(TestDatabase db) {
    db.withGroups(Version.V3_4, "domain", "permissions");
    Plan plan = plan(db, Target.of(Version.V4_0));
    SchemaWrites schema = db.database().writes().schema();

    List<Step> first = require(schema.apply(plan, StepListener.NONE));
    List<Step> second = require(schema.apply(plan, StepListener.NONE));

    assertThat(first).hasSameSizeAs(plan.steps()).isNotEmpty();
    assertThat(second).isEmpty();
    assertThat(plan(db, Target.of(Version.V4_0)).steps()).isEmpty();
  }

  @EachDatabase
  void aPlanOfYesterdayIsRefused(TestDatabase db) {
    db.withGroups(Version.V3_4, "domain");
    Plan plan = plan(db, Target.of(Version.V4_0));
    db.execute("ALTER TABLE domain DROP COLUMN attrs");

    DbResult<List<Step>> refused = db.database().writes().schema().apply(plan, StepListener.NONE);

    assertThat(error(refused).kind()).isEqualTo(DbError.Kind.SCHEMA_MOVED);
    assertThat(require(db.database().reads().schema().fit()).best()).isNotEqualTo(Version.V4_0);
  }

  @EachDatabase
  void aStepThatFailsLeavesTheTablesAsTheyWereOrSaysHowFarItCame(TestDatabase db) {
    db.withGroups(Version.V3_6, "domain", "dispatcher");
    db.execute(
        db.dialect() == Dialect.MARIADB
            ? "ALTER TABLE domain DROP KEY domain_idx"
            : db.dialect() == Dialect.POSTGRESQL
                ? "ALTER TABLE domain DROP CONSTRAINT domain_domain_idx"
                : "DROP TABLE domain");
    if (db.dialect() == Dialect.SQLITE) {
      db.execute("CREATE TABLE domain (id INTEGER PRIMARY KEY AUTOINCREMENT, domain CHAR(64))");
    }
    db.execute(
        "INSERT INTO domain (domain) VALUES ('twice.example')",
        "INSERT INTO domain (domain) VALUES ('twice.example')",
        "DELETE FROM version WHERE table_name = 'dispatcher'");
    Plan plan = plan(db, Target.of(Version.V3_6));

    DbError error = error(db.database().writes().schema().apply(plan, StepListener.NONE));

    assertThat(error.kind()).isEqualTo(DbError.Kind.DUPLICATE);
    if (db.dialect() == Dialect.MARIADB) {
      assertThat(error.mayHaveRun()).isTrue();
      assertThat(error.cause()).contains("1 of 2 steps are done");
    } else {
      assertThat(db.query("SELECT table_name FROM version")).doesNotContain("dispatcher");
    }
  }

  private static void migrated(TestDatabase db, Version from, Target target) {
    db.withSchema(from);
    Facts old = Facts.of(from);
    for (Table table : old.tables()) {
      if (!table.name().equals("version")) {
        require(db.database().writes().rows().apply(SomeRows.of(table, 3)));
      }
    }
    Map<String, List<Row>> before = rows(db, old, target.version());
    List<String> said = new ArrayList<>();

    Plan plan = plan(db, target);
    List<Step> taken =
        require(
            db.database()
                .writes()
                .schema()
                .apply(plan, (number, of, step) -> said.add(number + " of " + of)));

    assertThat(plan.left()).isEmpty();
    assertThat(taken).hasSameSizeAs(plan.steps());
    assertThat(said).hasSize(taken.size()).endsWith(taken.size() + " of " + taken.size());
    assertThat(rows(db, Facts.of(target.version()), from)).containsAllEntriesOf(before);
  }

  /**
   * The rows of each table, as far as both versions know their columns; NULL may become nothing.
   */
  private static Map<String, List<Row>> rows(TestDatabase db, Facts facts, Version other) {
    Map<String, List<Row>> all = new LinkedHashMap<>();
    for (Table table : facts.tables()) {
      if (table.name().equals("version") || Facts.of(other).table(table.name()).isEmpty()) {
        continue;
      }
      List<String> common =
          table.columns().stream()
              .filter(it -> same(it, Facts.of(other).table(table.name()).orElseThrow()))
              .map(Column::name)
              .toList();
      List<Row> rows =
          require(db.database().reads().rows().list(Select.first(table, List.of(), 10)));
      assertThat(rows).as(table.name()).hasSize(3);
      all.put(table.name(), rows.stream().map(row -> row.only(common)).toList());
    }
    return all;
  }

  private static boolean same(Column column, Table other) {
    return other
        .column(column.name())
        .filter(it -> it.type() == column.type() && it.nullable() == column.nullable())
        .isPresent();
  }

  private static Plan plan(TestDatabase db, Target target) {
    return require(db.database().reads().schema().plan(target));
  }

  private static DbError error(DbResult<?> result) {
    return switch (result) {
      case DbResult.Success<?> success -> throw new AssertionError(success);
      case DbResult.Failure<?>(DbError error) -> error;
    };
  }

  private static List<Kind> kinds(TestDatabase db, Version version) {
    return require(db.database().reads().schema().check(version)).differences().stream()
        .map(SchemaDifference::kind)
        .filter(it -> it != Kind.TABLE_MISSING && it != Kind.ROOMIER)
        .toList();
  }
}
