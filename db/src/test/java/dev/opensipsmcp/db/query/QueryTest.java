package dev.opensipsmcp.db.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

class QueryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @EachDatabase
  void whateverIsNotOneHarmlessSelectIsRefused(TestDatabase db) {
    Corpus.fill(db);
    SoftAssertions all = new SoftAssertions();

    for (String statement : Corpus.lines("refused.txt")) {
      DbResult<QueryResult> result = run(db, statement);
      all.assertThat(result)
          .as(statement)
          .isInstanceOfSatisfying(
              DbResult.Failure.class,
              failure ->
                  assertThat(failure.error().toString())
                      .contains("QUERY_REFUSED")
                      .doesNotContain(Corpus.CANARY));
    }
    all.assertAll();
    assertThat(db.query("SELECT COUNT(*) FROM acc")).containsExactly("6");
  }

  @EachDatabase
  void whatIsAllowedFindsTheSameRowsEverywhere(TestDatabase db) {
    Corpus.fill(db);
    SoftAssertions all = new SoftAssertions();

    for (String line : Corpus.lines("allowed.txt")) {
      int at = line.lastIndexOf(" =>");
      all.assertThat(rows(run(db, line.substring(0, at))))
          .as(line)
          .isEqualTo(line.substring(at + 3).strip());
    }
    all.assertAll();
  }

  @EachDatabase
  void aStarShowsAllButSecretsAndSaysWhatItLeftOut(TestDatabase db) {
    Corpus.fill(db);

    QueryResult result = TestDatabase.require(run(db, "SELECT * FROM subscriber"));

    assertThat(result.columns())
        .extracting(QueryResult.Column::name)
        .containsExactly("id", "username", "domain");
    assertThat(result.hidden())
        .containsExactly(
            "subscriber.ha1",
            "subscriber.ha1_sha256",
            "subscriber.ha1_sha512t256",
            "subscriber.password");
    assertThat(result.toString()).doesNotContain(Corpus.CANARY);
  }

  @EachDatabase
  void rowsEndAtTheLimitAndTellThatThereAreMore(TestDatabase db) {
    Corpus.fill(db);

    QueryResult some = run(db, "SELECT id FROM acc ORDER BY id", 4);
    QueryResult exactly = run(db, "SELECT id FROM acc ORDER BY id", 6);
    QueryResult own = run(db, "SELECT id FROM acc ORDER BY id LIMIT 2", 4);

    assertThat(some.rows()).hasSize(4);
    assertThat(some.more()).isTrue();
    assertThat(exactly.rows()).hasSize(6);
    assertThat(exactly.more()).isFalse();
    assertThat(own.rows()).hasSize(2);
    assertThat(own.more()).isFalse();
  }

  @EachDatabase
  void columnsHaveTheNamesOfTheQueryAndTypes(TestDatabase db) {
    Corpus.fill(db);

    QueryResult result =
        TestDatabase.require(
            run(
                db,
                "SELECT a.id, b.id, COUNT(*) AS \"how many\" FROM acc a JOIN acc b"
                    + " ON a.id = b.id GROUP BY a.id, b.id"));

    assertThat(result.columns())
        .extracting(QueryResult.Column::name)
        .containsExactly("id", "id_2", "how many");
    assertThat(result.columns().getFirst().type()).containsAnyOf("int", "serial");
  }

  @EachDatabase
  void aQueryThatTakesTooLongIsEnded(TestDatabase db) {
    Corpus.fill(db);
    String product = "SELECT COUNT(*) FROM acc a1";
    for (int i = 2; i <= 12; i++) {
      product += " CROSS JOIN acc a" + i;
    }

    DbResult<QueryResult> result =
        db.database()
            .reads()
            .queries()
            .run(new Query(product + " WHERE a1.id + a12.id > 0", 10, Duration.ofMillis(300)));

    assertThat(((DbResult.Failure<QueryResult>) result).error().kind())
        .isEqualTo(DbError.Kind.TIMEOUT);
    assertThat(rows(run(db, "SELECT COUNT(*) FROM acc"))).isEqualTo("6");
  }

  @EachDatabase
  void whatTheDatabaseDoesNotTakeIsExplained(TestDatabase db) {
    Corpus.fill(db);
    String wrong =
        switch (db.dialect()) {
          case MARIADB -> "SELECT COUNT(*) FROM acc GROUP BY 1";
          case POSTGRESQL -> "SELECT id FROM acc WHERE id = LOWER(method)";
          case SQLITE -> "SELECT COUNT(*) FROM acc GROUP BY 1";
        };

    DbError error = ((DbResult.Failure<QueryResult>) run(db, wrong)).error();

    assertThat(error.cause()).startsWith("The database does not take the query.");
    assertThat(error.nextStep()).contains("GROUP BY");
  }

  @EachDatabase
  void eachDialectHasItsOwnFunctionsForTime(TestDatabase db) {
    Corpus.fill(db);
    String byHour =
        switch (db.dialect()) {
          case MARIADB -> "DATE_FORMAT(time, '%H')";
          case POSTGRESQL -> "TO_CHAR(time, 'HH24')";
          case SQLITE -> "STRFTIME('%H', time)";
        };
    String lately =
        switch (db.dialect()) {
          case MARIADB -> "NOW() - INTERVAL 10 YEAR";
          case POSTGRESQL -> "NOW() - INTERVAL '10 years'";
          case SQLITE -> "DATETIME('now', '-10 years')";
        };

    assertThat(
            rows(
                run(
                    db,
                    "SELECT "
                        + byHour
                        + " AS hour, COUNT(*) FROM acc WHERE time > "
                        + lately
                        + " GROUP BY "
                        + byHour
                        + " ORDER BY "
                        + byHour)))
        .isEqualTo("08|2;09|2;10|2");
  }

  private static DbResult<QueryResult> run(TestDatabase db, String statement) {
    return db.database().reads().queries().run(new Query(statement, 100, PATIENCE));
  }

  private static QueryResult run(TestDatabase db, String statement, int limit) {
    return TestDatabase.require(
        db.database().reads().queries().run(new Query(statement, limit, PATIENCE)));
  }

  private static String rows(DbResult<QueryResult> result) {
    return switch (result) {
      case DbResult.Failure<QueryResult>(DbError error) -> error.toString();
      case DbResult.Success<QueryResult>(QueryResult found) ->
          found.rows().stream().map(QueryTest::row).collect(Collectors.joining(";"));
    };
  }

  private static String row(List<Value> row) {
    return row.stream().map(Value::shown).collect(Collectors.joining("|"));
  }
}
