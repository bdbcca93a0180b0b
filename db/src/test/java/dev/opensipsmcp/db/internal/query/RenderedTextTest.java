package dev.opensipsmcp.db.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.SecretColumns;
import dev.opensipsmcp.db.internal.sql.Pool;
import dev.opensipsmcp.db.query.Corpus;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reaches a driver, looked at token by token: nothing in it is a caller's word. */
class RenderedTextTest {
  private static final int MIXTURES = 250;

  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"]*\"|`[^`]*`|'1 [A-Z]+'|[A-Za-z_]+|\\d+|\\?|<>|<=|>=|\\|\\||\\S");

  private static final String WORDS =
      " SELECT DISTINCT AS FROM WHERE GROUP BY HAVING ORDER DESC LIMIT OFFSET WITH UNION ALL EXCEPT"
          + " INTERSECT CROSS INNER LEFT RIGHT JOIN ON AND OR NOT IN IS NULL LIKE ILIKE BETWEEN EXISTS"
          + " CASE WHEN THEN ELSE END CAST TRUE FALSE CURRENT_TIMESTAMP CURRENT_DATE INTERVAL EXTRACT"
          + " CHAR SIGNED DOUBLE DATE DATETIME text bigint precision date timestamp INTEGER REAL"
          + " SECOND MINUTE HOUR DAY WEEK MONTH YEAR pg_catalog double TEXT ";

  private static final String SIGNS = "? ( ) , . = <> < > <= >= + - * / % & | || ";

  private static TestDatabase database;
  private static Pool pool;

  @BeforeAll
  static void fill() {
    database = Corpus.fill(TestDatabase.of(DatabaseKind.SQLITE));
    pool = new Pool(database.settings());
  }

  @AfterAll
  static void drop() {
    pool.close();
    database.close();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void allowedStatementsBecomeConstantsKnownNamesAndParameters(Dialect dialect) {
    for (String line : Corpus.lines("allowed.txt")) {
      String statement = line.substring(0, line.lastIndexOf(" =>"));
      rendered(statement, dialect).ifPresent(text -> assertHarmless(statement, text));
    }
  }

  /** Pieces of the corpus in any order: most are refused, and what is not is harmless. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whateverIsMixedTogetherNothingOfTheCallerReachesTheDriver(Dialect dialect) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> all =
        Stream.concat(
                Corpus.lines("refused.txt").stream(),
                Corpus.lines("allowed.txt").stream()
                    .map(line -> line.substring(0, line.lastIndexOf(" =>"))))
            .filter(line -> line.length() < 200)
            .toList();
    int understood = 0;
    for (int i = 0; i < MIXTURES; i++) {
      String mixture = mixture(all, random);
      Optional<String> text = rendered(mixture, dialect);
      text.ifPresent(one -> assertHarmless("seed " + seed + ": " + mixture, one));
      understood += text.isPresent() ? 1 : 0;
    }
    assertThat(understood).as("seed " + seed).isPositive();
  }

  @Test
  void theCallersNamesAndTextsAreNotInTheStatement() {
    assertThat(
            rendered(
                "SELECT id AS \"evil name\" FROM acc \"evil table\" WHERE callid = 'evil text'",
                Dialect.SQLITE))
        .contains(
            "SELECT \"t1\".\"id\" AS \"c1\" FROM \"acc\" AS \"t1\""
                + " WHERE (\"t1\".\"callid\" = ?) LIMIT 11");
  }

  /** A word of one statement in the place of a word of another. */
  private static String mixture(List<String> all, Random random) {
    String[] words = all.get(random.nextInt(all.size())).split(" ");
    int changes = 1 + random.nextInt(2);
    for (int i = 0; i < changes; i++) {
      String[] other = all.get(random.nextInt(all.size())).split(" ");
      words[random.nextInt(words.length)] = other[random.nextInt(other.length)];
    }
    return String.join(" ", words);
  }

  private static void assertHarmless(String statement, String text) {
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      String token = tokens.group();
      char first = token.charAt(0);
      boolean known =
          switch (first) {
            case '"', '`' -> ownOrListed(token.substring(1, token.length() - 1));
            case '\'' -> TimeUnit.named(token.substring(3, token.length() - 1)).isPresent();
            default ->
                Character.isDigit(first)
                    || SIGNS.contains(token)
                    || WORDS.contains(" " + token + " ")
                    || isFunction(token);
          };
      assertThat(known).as("%s%n%s%ntoken %s", statement, text, token).isTrue();
    }
  }

  private static boolean ownOrListed(String name) {
    return name.matches("[tc]\\d+") || LISTED.contains(name);
  }

  /** Tables, and columns that nobody hides. */
  private static final List<String> LISTED =
      Facts.of(Version.V3_6).tables().stream()
          .flatMap(table ->
              Stream.concat(
                  Stream.of(table.name()),
                  table.columns().stream()
                      .map(Column::name)
                      .filter(column -> !SecretColumns.hides(table.name(), column))))
          .toList();

  private static boolean isFunction(String word) {
    for (Callable function : Callable.values()) {
      if (function.name().equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** The tables are SQLite's; the statement is written for whichever dialect. */
  private static Optional<String> rendered(String statement, Dialect dialect) {
    DbResult<String> result =
        pool.read(session -> {
          try {
            Understanding shared = new Understanding(dialect, Tables.of(session));
            Selection selection = SelectCheck.of(QueryText.parse(statement), shared);
            return new DbResult.Success<>(new Renderer(dialect).whole(selection, 11).text(dialect));
          } catch (Refused refused) {
            return new DbResult.Failure<>(refused.error());
          }
        });
    return switch (result) {
      case DbResult.Success<String>(String text) -> Optional.of(text);
      case DbResult.Failure<String>(DbError error) -> {
        assertThat(error.kind()).isEqualTo(DbError.Kind.QUERY_REFUSED);
        yield Optional.empty();
      }
    };
  }
}
