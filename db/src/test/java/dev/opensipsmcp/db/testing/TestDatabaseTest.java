package dev.opensipsmcp.db.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.util.List;

class TestDatabaseTest {

  @EachDatabase
  void aTestHasAnEmptyDatabaseForItself(TestDatabase db) {
    db.execute("CREATE TABLE mine (id INTEGER)", "INSERT INTO mine VALUES (1)");

    assertThat(db.query("SELECT id FROM mine")).containsExactly("1");
  }

  @EachDatabase
  void theNextTestDoesNotSeeWhatAnotherMade(TestDatabase db) {
    db.execute("CREATE TABLE mine (id INTEGER)");

    assertThat(db.query("SELECT id FROM mine")).isEmpty();
  }

  @EachDatabase
  void theSchemaOfAVersionIsOneCall(TestDatabase db) {
    db.withSchema(Version.V3_6);

    assertThat(db.query("SELECT table_version FROM version WHERE table_name = 'dispatcher'"))
        .containsExactly("9");
    Table table = Facts.of(Version.V3_6).table("dispatcher").orElseThrow();
    Row row = Row.of("setid", Value.of(1)).with("destination", Value.of("sip:127.0.0.1"));
    TestDatabase.require(
        db.database().writes().rows().apply(List.of(new RowChange.Insert(table, row, List.of()))));
    assertThat(
            TestDatabase.require(
                db.database().reads().rows().list(Select.first(table, List.of(), 10))))
        .extracting(it -> it.text("destination"))
        .containsExactly("sip:127.0.0.1");
  }

  @EachDatabase
  void aGroupOfTablesIsEnoughForMostTests(TestDatabase db) {
    db.withGroups(Version.V4_0, "dispatcher");

    assertThat(db.query("SELECT table_name FROM version")).containsExactly("dispatcher");
  }
}
