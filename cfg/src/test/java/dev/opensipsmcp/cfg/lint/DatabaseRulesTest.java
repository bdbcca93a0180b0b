package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.lint.Surroundings.Database;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules that hold the text against its database. */
class DatabaseRulesTest {
  private static final String TEXT =
      """
      loadmodule "acc.so"
      modparam("acc", "db_url", "mysql://sip:x9Tq2LmVw7Kd@127.0.0.1/opensips")
      modparam("acc", "extra_fields", "db: agent->user_agent; source")
      modparam("acc", "extra_fields", "log: other")
      loadmodule "dispatcher.so"
      loadmodule "auth_db.so"
      loadmodule "dialplan.so"
      modparam("dialplan", "db_url", "mysql://sip:x9Tq2LmVw7Kd@127.0.0.1/opensips")
      route { exit; }
      """;

  private static List<Integer> lines(String rule, Database database) {
    var program = Programs.of(TEXT);
    Surroundings around =
        new Surroundings(Optional.empty(), Optional.empty(), Optional.of(database));
    return new Linter()
            .lint(program, LintSettings.of(Version.V3_6).including(Set.of(rule)).in(around))
            .findings()
            .stream()
            .map(found -> program.origins().place(found.finding().span()).line())
            .toList();
  }

  private static Database database(
      Map<String, Set<String>> columns, Set<String> empty, Optional<Long> guessable) {
    return new Database("opensips", List.of(), Map.of(), columns, empty, guessable);
  }

  private static Database tables(Map<String, Set<String>> columns) {
    return database(columns, Set.of(), Optional.empty());
  }

  @Test
  void aTableThatIsNotThere() {
    Map<String, Set<String>> some = Map.of("acc", Set.of("id"), "missed_calls", Set.of("id"));
    assertThat(lines("N08", tables(some))).containsExactly(7);
    assertThat(
            lines(
                "N08",
                tables(
                    Map.of(
                        "acc", Set.of("id"),
                        "missed_calls", Set.of("id"),
                        "dialplan", Set.of("id")))))
        .isEmpty();
  }

  @Test
  void aFieldWithoutAColumn() {
    assertThat(lines("N09", tables(Map.of("acc", Set.of("id", "USER_AGENT"))))).containsExactly(3);
    assertThat(lines("N09", tables(Map.of("acc", Set.of("source", "user_agent"))))).isEmpty();
  }

  @Test
  void aTableWithoutARow() {
    assertThat(lines("N10", database(Map.of(), Set.of("dispatcher"), Optional.empty())))
        .containsExactly(5);
    assertThat(lines("N10", database(Map.of(), Set.of("address"), Optional.empty()))).isEmpty();
  }

  @Test
  void passwordsThatAreTriedFirst() {
    assertThat(lines("N11", database(Map.of(), Set.of(), Optional.of(2L)))).containsExactly(6);
    assertThat(lines("N11", database(Map.of(), Set.of(), Optional.of(0L)))).isEmpty();
    assertThat(lines("N11", database(Map.of(), Set.of(), Optional.empty()))).isEmpty();
  }
}
