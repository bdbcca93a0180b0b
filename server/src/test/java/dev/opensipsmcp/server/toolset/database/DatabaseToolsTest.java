package dev.opensipsmcp.server.toolset.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseToolsTest {
  @TempDir Path backups;

  @EachDatabase
  void anEmptyDatabaseGetsItsTablesAndFits(TestDatabase db) {
    try (OnTables on = new OnTables(db, backups)) {
      JsonObject made =
          on.data("db_schema_create", "{\"version\":\"3.6\",\"groups\":[\"dispatcher\"]}");

      assertThat(made.get("created").toString()).isEqualTo("[\"version\",\"dispatcher\"]");
      assertThat(on.progress).hasSize(2).first().isEqualTo("0/2 create table version");
      JsonObject check = on.data("db_schema_check", "{\"version\":\"3.6\"}");
      assertThat(check.get("fits").toString()).contains("3.6");
      assertThat(check.get("faults").getAsInt()).isZero();
      assertThat(check.get("missing").toString()).contains("domain").doesNotContain("dispatcher");
      assertThat(check.get("access").getAsString()).isEqualTo("may change rows and tables");
    }
  }

  @EachDatabase
  void whatExistsIsNotMadeAgain(TestDatabase db) {
    db.withGroups(Version.V3_6, "dispatcher");
    try (OnTables on = new OnTables(db, backups)) {
      assertThat(code(on.run("db_schema_create", "{\"version\":\"3.6\"}")))
          .isEqualTo("DB_TABLE_EXISTS");
    }
  }

  @EachDatabase
  void withoutANodeAndWithoutTablesTheVersionMustBeGiven(TestDatabase db) {
    try (OnTables on = new OnTables(db, backups)) {
      assertThat(code(on.run("db_schema_create", "{}"))).isEqualTo("ARGUMENTS_INCOMPLETE");
      assertThat(on.data("db_schema_check", "{}").has("version")).isFalse();
    }
  }

  @EachDatabase
  void aSetOfTablesThatNoVersionHasIsRefusedWithThoseThatItHas(TestDatabase db) {
    try (OnTables on = new OnTables(db, backups)) {
      Outcome outcome =
          on.run("db_schema_create", "{\"version\":\"3.6\",\"groups\":[\"dispatchers\"]}");

      assertThat(code(outcome)).isEqualTo("ARGUMENTS_WRONG");
      assertThat(((Outcome.Failure) outcome).nextStep()).contains("dispatcher,");
    }
  }

  @EachDatabase
  void faultsComeFirstAndColumnsOfOnesOwnAreNone(TestDatabase db) {
    db.withGroups(Version.V3_6, "acc", "domain");
    db.execute(
        "ALTER TABLE acc ADD COLUMN trunk VARCHAR(20)",
        "UPDATE version SET table_version = 3 WHERE table_name = 'domain'");
    try (OnTables on = new OnTables(db, backups)) {
      JsonObject check = on.data("db_schema_check", "{\"version\":\"3.6\",\"sql\":true}");

      assertThat(check.get("faults").getAsInt()).isEqualTo(1);
      List<String> whats =
          check.getAsJsonArray("differences").asList().stream()
              .map(it -> it.getAsJsonObject().get("what").getAsString())
              .toList();
      assertThat(whats).containsExactly("version", "column custom");
      assertThat(check.get("sql").toString()).contains("'domain'").contains(", 4)");
    }
  }

  @EachDatabase
  void anUpdateShowsItsSqlBacksUpAndKeepsRows(TestDatabase db) {
    db.withGroups(Version.V3_4, "domain");
    db.execute("INSERT INTO domain (domain) VALUES ('a.example')");
    try (OnTables on = new OnTables(db, backups)) {
      Plan plan = on.plan("db_schema_update", "{\"version\":\"4.0\"}");
      assertThat(plan).isInstanceOf(Plan.Ready.class);
      Plan.Ready ready = (Plan.Ready) plan;
      assertThat(ready.shown().get("sql").toString()).contains("accept_subdomain");
      assertThat(ready.effects()).anyMatch(it -> it.contains("backup of domain"));

      JsonObject done = on.data("db_schema_update", "{\"version\":\"4.0\"}");

      assertThat(done.get("fits").getAsBoolean()).isTrue();
      assertThat(backups.resolve(done.get("backup").getAsString())).exists();
      assertThat(db.query("SELECT domain, accept_subdomain FROM domain"))
          .containsExactly("a.example|0");
      assertThat(on.progress).last().asString().contains("set the version of table domain to 4");
      JsonObject again = on.data("db_schema_update", "{\"version\":\"4.0\"}");
      assertThat(again.get("steps").getAsJsonArray()).isEmpty();
      assertThat(again.has("backup")).isFalse();
    }
  }

  @EachDatabase
  void aPlanThatNoLongerHoldsIsNotApplied(TestDatabase db) {
    db.withGroups(Version.V3_4, "domain");
    try (OnTables on = new OnTables(db, backups)) {
      Plan plan = on.plan("db_schema_update", "{\"version\":\"4.0\"}");
      db.execute("ALTER TABLE domain DROP COLUMN attrs");

      assertThat(code(on.apply("db_schema_update", plan, "{\"version\":\"4.0\"}")))
          .isEqualTo("DB_SCHEMA_MOVED");
    }
  }

  @EachDatabase
  void tablesAreListedWithTheirPurposeAndRows(TestDatabase db) {
    db.withGroups(Version.V3_6, "dispatcher", "domain");
    db.execute(
        "INSERT INTO domain (domain) VALUES ('a.example')", "CREATE TABLE mine (id INTEGER)");
    try (OnTables on = new OnTables(db, backups)) {
      List<JsonObject> rows = on.rows("db_table_list", "{}");

      assertThat(rows)
          .extracting(it -> it.get("table").getAsString())
          .containsExactly("dispatcher", "domain", "mine", "version");
      JsonObject domain = rows.get(1);
      assertThat(domain.get("rows").getAsInt()).isEqualTo(1);
      assertThat(domain.get("version").getAsInt()).isEqualTo(4);
      assertThat(domain.get("wanted").getAsInt()).isEqualTo(4);
      assertThat(domain.get("purpose").getAsString()).contains("Domains");
      assertThat(rows.get(2).has("purpose")).isFalse();
      assertThat(on.rows("db_table_list", "{\"group\":\"drouting\",\"missing\":true}"))
          .hasSize(5)
          .allMatch(it -> !it.get("there").getAsBoolean());
    }
  }

  @Test
  void everyTableOfEveryVersionHasItsPurpose() {
    Set<String> names = new TreeSet<>();
    for (Version version : Version.values()) {
      Facts.of(version).tables().stream().map(Table::name).forEach(names::add);
    }
    assertThat(TablePurposes.ALL.keySet()).isEqualTo(names);
  }

  private static String code(Outcome outcome) {
    return outcome instanceof Outcome.Failure failure ? failure.code() : outcome.toString();
  }
}
