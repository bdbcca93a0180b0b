package dev.opensipsmcp.server.toolset.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import org.junit.jupiter.api.Test;

class DbQueryTest {
  private static final String CANARY = "CANARYsecret";

  @EachDatabase
  void rowsHaveTypedColumnsAndNoSecrets(TestDatabase db) {
    fill(db);

    Outcome.Value value = (Outcome.Value) run(db, "SELECT * FROM subscriber ORDER BY id");

    JsonObject data = Outcomes.object(DbQuery.tool(), value);
    assertThat(data.getAsJsonArray("columns")).hasSize(3);
    JsonArray rows = data.getAsJsonArray("rows");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).getAsJsonObject().get("username").getAsString()).isEqualTo("alice");
    assertThat(data.get("more").getAsBoolean()).isFalse();
    assertThat(value.warnings())
        .singleElement()
        .satisfies(note -> assertThat(note).contains("subscriber.ha1", "subscriber.password"));
    assertThat(data.toString()).doesNotContain(CANARY);
  }

  @EachDatabase
  void whatIsRefusedSaysWhereAndWhy(TestDatabase db) {
    fill(db);

    Outcome.Failure secret = failure(db, "SELECT username, ha1 FROM subscriber");
    Outcome.Failure function = failure(db, "SELECT pg_sleep(1)");

    assertThat(secret.code()).isEqualTo("DB_QUERY_REFUSED");
    assertThat(secret.cause()).startsWith("Line 1, column 18: ").contains("subscriber.ha1");
    assertThat(function.nextStep()).contains("lower, upper");
  }

  @EachDatabase
  void longCellsAreCutAndLargeNumbersStayExact(TestDatabase db) {
    fill(db);
    db.execute("UPDATE domain SET attrs = '" + "é".repeat(200) + "'");

    Outcome.Value value =
        (Outcome.Value)
            run(
                db,
                "SELECT CONCAT(attrs, attrs, attrs, attrs, attrs, attrs) AS a,"
                    + " 9007199254740993 AS n FROM domain");

    JsonObject row =
        Outcomes.object(DbQuery.tool(), value).getAsJsonArray("rows").get(0).getAsJsonObject();
    assertThat(row.get("a").getAsString()).hasSize(1_001).endsWith("…");
    assertThat(row.get("n").getAsString()).isEqualTo("9007199254740993");
    assertThat(value.warnings()).contains("1 cells were longer than 1000 and were cut");
  }

  @Test
  void engineersMayQueryAndOperatorsMayNot() {
    assertThat(Role.OPERATOR.rights("o", false).mayCall(DbQuery.tool())).isFalse();
    assertThat(Role.ENGINEER.rights("e", false).mayCall(DbQuery.tool())).isTrue();
    assertThat(Role.ENGINEER.rights("e", true).mayCall(DbQuery.tool())).isFalse();
  }

  private static void fill(TestDatabase db) {
    db.withGroups(Version.V3_6, "auth_db", "domain");
    for (String name : new String[] {"alice", "bob"}) {
      db.execute(
          "INSERT INTO subscriber (username, domain, password, ha1) VALUES ('"
              + name
              + "', 'example.com', '"
              + CANARY
              + "', '"
              + CANARY
              + "')");
    }
    db.execute("INSERT INTO domain (domain) VALUES ('example.com')");
  }

  private static Outcome.Failure failure(TestDatabase db, String sql) {
    return (Outcome.Failure) run(db, sql);
  }

  private static Outcome run(TestDatabase db, String sql) {
    JsonObject arguments = new JsonObject();
    arguments.addProperty("sql", sql);
    Work.Read work = (Work.Read) DbQuery.tool().work();
    return work.run(new Arguments(arguments), new Reading(db));
  }

  private record Reading(TestDatabase database) implements ReadPorts {
    @Override
    public DbResult<DbReads> db() {
      return new DbResult.Success<>(database.database().reads());
    }

    @Override
    public MiReads mi() {
      throw new AssertionError("A query asks no node");
    }

    @Override
    public Rights rights() {
      return Role.ENGINEER.rights("tester", false);
    }

    @Override
    public void progress(double done, double total, String message) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
