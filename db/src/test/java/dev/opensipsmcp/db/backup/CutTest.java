package dev.opensipsmcp.db.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbSettings;
import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection that breaks: nothing happened, except perhaps where a commit was under way. */
class CutTest {
  private static final String CHANGED =
      "SELECT COUNT(*) FROM dispatcher WHERE description = 'round'";

  @TempDir Path directory;

  /** A file has no connection that could break. */
  static Stream<Arguments> servers() {
    return DatabaseKind.available().stream()
        .filter(kind -> kind != DatabaseKind.SQLITE)
        .map(kind -> Arguments.of(TestDatabase.of(kind)));
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("servers")
  void inTheMiddleOfAChangeMeansThatNothingHappened(TestDatabase test) throws IOException {
    DbError error = change(test, 300, CutProxy::cut);

    assertThat(error.kind()).isEqualTo(DbError.Kind.UNREACHABLE);
    assertThat(error.mayHaveRun()).isFalse();
    assertThat(test.query(CHANGED)).containsExactly("0");
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("servers")
  void aNetworkThatSwallowsEverythingIsNotWaitedForEndlessly(TestDatabase test) throws IOException {
    DbError error = change(test, 300, CutProxy::swallow);

    assertThat(error.kind()).isIn(DbError.Kind.UNREACHABLE, DbError.Kind.TIMEOUT);
    assertThat(error.mayHaveRun()).isFalse();
    assertThat(test.query(CHANGED)).containsExactly("0");
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("servers")
  void beforeTheServerHearsOfTheCommitNobodyKnows(TestDatabase test) throws IOException {
    DbError error = change(test, 0, proxy -> proxy.at(CutProxy.Cut.BEFORE_COMMIT));

    assertThat(error.kind()).isEqualTo(DbError.Kind.OUTCOME_UNKNOWN);
    assertThat(error.mayHaveRun()).isTrue();
    assertThat(test.query(CHANGED)).containsExactly("0");
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("servers")
  void beforeTheServerAnswersTheCommitNobodyKnows(TestDatabase test) throws IOException {
    DbError error = change(test, 0, proxy -> proxy.at(CutProxy.Cut.AFTER_COMMIT));

    assertThat(error.kind()).isEqualTo(DbError.Kind.OUTCOME_UNKNOWN);
    assertThat(error.mayHaveRun()).isTrue();
    // The server may still be at it when the caller hears of the cut.
    assertThat(test.query(CHANGED).getFirst()).isIn("0", Integer.toString(Victim.ROWS));
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("servers")
  void inTheMiddleOfARestorationMeansThatNothingHappened(TestDatabase test) throws IOException {
    test.withGroups(Version.V3_6, "dispatcher");
    try (CutProxy proxy = proxy(test);
        BackedUp here = BackedUp.of(test, directory, false);
        Database through = through(test, proxy)) {
      new Invented(Version.V3_6, 3).fill(here.database(), "dispatcher", 1, 3_000);
      Backup backup = here.create("dispatcher");
      test.execute("UPDATE dispatcher SET description = 'round'");
      RestorePlan shown = here.plan(backup.name(), RestoreMode.EXACT);
      Restores restores = through.writes().restores();

      DbResult<Restored> result =
          restores.restore(
              new RestoreOrder(backup.name(), List.of(), RestoreMode.EXACT),
              shown,
              here.database().reads().backups().nameBefore(),
              new Watcher() {
                private int seen;

                @Override
                public void at(String table, long rows, long of) {
                  if (++seen == 5) {
                    proxy.cut();
                  }
                }

                @Override
                public boolean enough() {
                  return false;
                }
              });

      DbError error = error(result);
      assertThat(error.kind()).isEqualTo(DbError.Kind.UNREACHABLE);
      assertThat(error.mayHaveRun()).isFalse();
      assertThat(test.query(CHANGED)).containsExactly("3000");
    }
  }

  /** Changes many rows through a network to which something happens at one of them. */
  private DbError change(TestDatabase test, int at, Consumer<CutProxy> happens) throws IOException {
    test.withGroups(Version.V3_6, "dispatcher");
    new Invented(Version.V3_6, 3).fill(test.database(), "dispatcher", 1, Victim.ROWS);
    List<RowChange> changes = Victim.changes(test.database(), "round");
    try (CutProxy proxy = proxy(test);
        Database through = through(test, proxy)) {
      return error(
          through
              .writes()
              .rows()
              .apply(
                  new Told<>(
                      changes,
                      step -> {
                        if (step == at) {
                          happens.accept(proxy);
                        }
                      })));
    }
  }

  private static CutProxy proxy(TestDatabase test) throws IOException {
    return new CutProxy(test.url().host(), test.url().port());
  }

  private Database through(TestDatabase test, CutProxy proxy) {
    DbUrl url = test.url();
    DbUrl near =
        new DbUrl(url.dialect(), "127.0.0.1", proxy.port(), url.name(), url.user(), url.password());
    DbSettings settings = DbSettings.of(near).withStatementTimeout(Duration.ofSeconds(2));
    return new Database(settings, new BackupSettings(directory, false, "test"));
  }

  private static DbError error(DbResult<?> result) {
    return switch (result) {
      case DbResult.Failure<?>(DbError error) -> error;
      case DbResult.Success<?> success -> throw new AssertionError(success.toString());
    };
  }
}
