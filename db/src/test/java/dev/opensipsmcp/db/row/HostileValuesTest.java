package dev.opensipsmcp.db.row;

import static dev.opensipsmcp.db.testing.TestDatabase.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever a value holds, it is stored and read unchanged, or refused with nothing stored. */
class HostileValuesTest {
  private static final Table RULES = Facts.of(Version.V3_6).table("dr_rules").orElseThrow();
  private static final List<TestDatabase> BASES = new ArrayList<>();

  private static final List<String> HOSTILE =
      List.of(
          "'",
          "''",
          "\"",
          "`",
          "\\",
          "\\'",
          "a' OR '1'='1",
          "'; DROP TABLE dr_rules; --",
          "$1 ? ?1 :name @x %s {0}",
          "/* */ -- #",
          "%_%",
          "NULL",
          "",
          " ends in a blank ",
          "line\r\nline\ttab",
          "\uD83D\uDCDE\uD83C\uDFFD \u05D0\u202E\u0301\u200B\uFEFF",
          "x".repeat(128));

  private static synchronized List<TestDatabase> bases() {
    if (BASES.isEmpty()) {
      for (DatabaseKind kind : DatabaseKind.available()) {
        BASES.add(TestDatabase.of(kind).withGroups(Version.V3_6, "drouting"));
      }
    }
    return BASES;
  }

  @AfterContainer
  static synchronized void drop() {
    BASES.forEach(TestDatabase::close);
    BASES.clear();
  }

  @EachDatabase
  void whatBreaksOutOfQuotesElsewhereIsOnlyAValueHere(TestDatabase db) {
    db.withGroups(Version.V3_6, "drouting");
    for (String text : HOSTILE) {
      require(put(db, text));
    }

    assertThat(stored(db)).isEqualTo(HOSTILE.stream().map(text -> kept(db, text)).toList());
    for (String text : HOSTILE) {
      Condition same = new Condition.Equal(description(), Value.of(text));
      assertThat(texts(db, List.of(same))).as(text).contains(kept(db, text));
    }
  }

  @EachDatabase
  void aConditionIsTakenByTheLetter(TestDatabase db) {
    db.withGroups(Version.V3_6, "drouting");
    List.of("100%", "100 of", "a_b", "aXb", "it's", "its").forEach(text -> require(put(db, text)));

    assertThat(texts(db, List.of(new Condition.Begins(description(), "100%"))))
        .containsExactly("100%");
    assertThat(texts(db, List.of(new Condition.Contains(description(), "a_b"))))
        .containsExactly("a_b");
    assertThat(texts(db, List.of(new Condition.Contains(description(), "t'"))))
        .containsExactly("it's");
  }

  @EachDatabase
  void aMegabyteIsStoredWholeOrNotAtAll(TestDatabase db) {
    db.withGroups(Version.V3_6, "tls_mgm");
    Table table = Facts.of(Version.V3_6).table("tls_mgm").orElseThrow();
    byte[] key = "'\"\\\u00E9\uD83D\uDCDE".repeat(110_000).getBytes(StandardCharsets.UTF_8);
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("domain", Value.of("edge"));
    values.put("type", Value.of(1));
    values.put("certificate", Value.of(key));

    DbResult<List<Optional<Row>>> result = insert(db, table, values);

    List<Row> rows = require(db.database().reads().rows().list(Select.first(table, List.of(), 2)));
    switch (result) {
      case DbResult.Success<List<Optional<Row>>> _ ->
          assertThat(rows.getFirst().value("certificate")).isEqualTo(Value.of(key));
      case DbResult.Failure<List<Optional<Row>>>(DbError error) -> {
        assertThat(error.kind()).isEqualTo(DbError.Kind.VALUE_REFUSED);
        assertThat(rows).isEmpty();
      }
    }
  }

  @Property(tries = 200)
  void anyTextIsReadAsItWasWrittenOrRefused(@ForAll("texts") String text) {
    for (TestDatabase db : bases()) {
      List<String> before = stored(db);
      DbResult<List<Optional<Row>>> result = put(db, text);
      List<String> after = stored(db);
      switch (result) {
        case DbResult.Success<List<Optional<Row>>> _ -> {
          assertThat(after).hasSize(before.size() + 1);
          assertThat(after.getLast()).isEqualTo(kept(db, text));
        }
        case DbResult.Failure<List<Optional<Row>>>(DbError error) -> {
          assertThat(error.kind()).isEqualTo(DbError.Kind.VALUE_REFUSED);
          assertThat(after).isEqualTo(before);
        }
      }
    }
  }

  /** Whole characters of all planes; half of one is none, and no database keeps it. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().all().ofMaxLength(200).map(HostileValuesTest::whole);
  }

  private static String whole(String text) {
    return text.codePoints()
        .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A CHAR column of MariaDB forgets the blanks at the end. */
  private static String kept(TestDatabase db, String text) {
    return db.dialect() == Dialect.MARIADB ? text.replaceFirst(" +$", "") : text;
  }

  private static Column description() {
    return RULES.column("description").orElseThrow();
  }

  private static DbResult<List<Optional<Row>>> put(TestDatabase db, String text) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("groupid", Value.of("0"));
    values.put("prefix", Value.of("49"));
    values.put("timerec", Value.of(""));
    values.put("description", Value.of(text));
    return insert(db, RULES, values);
  }

  private static DbResult<List<Optional<Row>>> insert(
      TestDatabase db, Table table, Map<String, Value> values) {
    return db.database()
        .writes()
        .rows()
        .apply(List.of(new RowChange.Insert(table, new Row(values), List.of())));
  }

  private static List<String> stored(TestDatabase db) {
    return texts(db, List.of());
  }

  private static List<String> texts(TestDatabase db, List<Condition> where) {
    return require(db.database().reads().rows().list(Select.first(RULES, where, 100_000))).stream()
        .map(row -> row.text("description"))
        .toList();
  }
}
