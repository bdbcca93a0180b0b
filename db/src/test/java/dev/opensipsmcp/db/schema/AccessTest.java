package dev.opensipsmcp.db.schema;

import static dev.opensipsmcp.db.testing.TestDatabase.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbSettings;
import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.SomeRows;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.db.testing.TestUser;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;

/** What is said when a database can't be used as wanted. */
class AccessTest {
  private static final Table DISPATCHER = Facts.of(Version.V3_6).table("dispatcher").orElseThrow();

  @EachDatabase
  void whoOwnsTheDatabaseMayDoAll(TestDatabase db) {
    db.withGroups(Version.V3_6, "dispatcher");

    assertThat(require(db.database().reads().schema().access())).isEqualTo(new Access(true, true));
  }

  @EachDatabase
  void aUserWhoMayOnlyReadIsKnownBeforeItTries(TestDatabase db) {
    if (db.dialect() == Dialect.SQLITE) {
      return; // A file knows no users.
    }
    db.withGroups(Version.V3_6, "dispatcher");
    try (TestUser reader = TestUser.of(db, TestUser.May.READ);
        Database database = new Database(reader.settings())) {
      assertThat(require(database.reads().schema().access())).isEqualTo(new Access(false, false));
      assertThat(require(database.reads().schema().fit()).best()).contains(Version.V4_0);
      assertThat(error(insert(database)).kind()).isEqualTo(DbError.Kind.NOT_PERMITTED);
      assertThat(error(create(database)).kind()).isEqualTo(DbError.Kind.NOT_PERMITTED);
    }
  }

  @EachDatabase
  void aUserForRowsChangesRowsAndNoTables(TestDatabase db) {
    if (db.dialect() == Dialect.SQLITE) {
      return; // A file knows no users.
    }
    db.withGroups(Version.V3_6, "dispatcher");
    try (TestUser writer = TestUser.of(db, TestUser.May.CHANGE_ROWS);
        Database database = new Database(writer.settings())) {
      assertThat(require(database.reads().schema().access())).isEqualTo(new Access(true, false));
      require(insert(database));
      assertThat(error(create(database)).kind()).isEqualTo(DbError.Kind.NOT_PERMITTED);
    }
  }

  @EachDatabase
  void aWrongPasswordIsToldAtOnceAndByName(TestDatabase db) {
    if (db.dialect() == Dialect.SQLITE) {
      return; // A file knows no passwords.
    }
    DbUrl url = db.url();
    DbUrl wrong =
        new DbUrl(
            url.dialect(), url.host(), url.port(), url.name(), url.user(), Optional.of("wrong"));
    try (Database database = new Database(DbSettings.of(wrong))) {
      DbError error = error(database.reads().schema().fit());

      assertThat(error.kind()).isEqualTo(DbError.Kind.LOGIN_REFUSED);
      assertThat(error.toString()).doesNotContain("wrong").doesNotContain(url.password().get());
    }
  }

  @EachDatabase
  void aDatabaseThatIsNotThereIsToldByName(TestDatabase db) {
    DbUrl url = db.url();
    DbUrl other =
        new DbUrl(
            url.dialect(),
            url.host(),
            url.port(),
            url.name() + "_other",
            url.user(),
            url.password());
    try (Database database = new Database(DbSettings.of(other))) {
      assertThat(error(database.reads().schema().fit()).kind())
          .isEqualTo(DbError.Kind.NO_SUCH_DATABASE);
    }
  }

  @EachDatabase
  void soIsOneThatTheUserHasNoRightIn(TestDatabase db) {
    if (db.dialect() == Dialect.SQLITE) {
      return; // A file knows no users.
    }
    db.withGroups(Version.V3_6, "dispatcher");
    try (TestUser reader = TestUser.of(db, TestUser.May.READ)) {
      DbUrl own = reader.settings().url();
      DbUrl other =
          new DbUrl(
              own.dialect(),
              own.host(),
              own.port(),
              own.name() + "_other",
              own.user(),
              own.password());
      try (Database database = new Database(DbSettings.of(other))) {
        assertThat(error(database.reads().schema().fit()).kind())
            .isEqualTo(DbError.Kind.NO_SUCH_DATABASE);
      }
    }
  }

  @EachDatabase
  void aPortWhereNobodyListensIsToldAsSuch(TestDatabase db) throws IOException {
    if (db.dialect() == Dialect.SQLITE) {
      return; // A file has no port.
    }
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    DbUrl url = db.url();
    DbUrl nobody =
        new DbUrl(url.dialect(), "127.0.0.1", port, url.name(), url.user(), url.password());
    try (Database database = new Database(DbSettings.of(nobody))) {
      assertThat(error(database.reads().schema().fit()).kind()).isEqualTo(DbError.Kind.UNREACHABLE);
    }
  }

  @EachDatabase
  void aServerWithoutTlsIsNotSpokenToInClear(TestDatabase db) {
    if (db.dialect() == Dialect.SQLITE) {
      return; // A file is not connected to.
    }
    DbSettings settings = db.settings().withTls(new DbSettings.Tls.Verified(Optional.empty()));
    try (Database database = new Database(settings)) {
      DbError error = error(database.reads().schema().fit());

      assertThat(error.kind()).isEqualTo(DbError.Kind.UNREACHABLE);
      assertThat(error.cause()).contains("offers no TLS");
    }
  }

  @EachDatabase
  void aMissingTableIsToldWithWhatMakesIt(TestDatabase db) {
    db.withGroups(Version.V3_6, "domain");

    DbError error =
        error(db.database().reads().rows().list(Select.first(DISPATCHER, List.of(), 1)));

    assertThat(error.kind()).isEqualTo(DbError.Kind.NO_SUCH_TABLE);
    assertThat(error.nextStep()).contains("db_schema_create");
  }

  @EachDatabase
  void aTableThatIsThereIsNotMadeAgain(TestDatabase db) {
    db.withGroups(Version.V3_6, "dispatcher");

    DbResult<List<Step>> again =
        db.database().writes().schema().create(List.of(DISPATCHER), StepListener.NONE);

    assertThat(error(again).kind()).isEqualTo(DbError.Kind.TABLE_EXISTS);
  }

  private static DbResult<?> insert(Database database) {
    List<RowChange> rows = SomeRows.of(DISPATCHER, 1);
    return database.writes().rows().apply(rows);
  }

  private static DbResult<?> create(Database database) {
    return database
        .writes()
        .schema()
        .create(List.of(Facts.of(Version.V3_6).table("domain").orElseThrow()), StepListener.NONE);
  }

  private static DbError error(DbResult<?> result) {
    return switch (result) {
      case DbResult.Success<?> success -> throw new AssertionError(success);
      case DbResult.Failure<?>(DbError error) -> error;
    };
  }
}
