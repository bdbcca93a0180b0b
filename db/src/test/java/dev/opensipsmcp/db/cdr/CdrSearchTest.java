package dev.opensipsmcp.db.cdr;

import static dev.opensipsmcp.db.testing.TestDatabase.require;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.QueryPlan;
import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CdrSearchTest {
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 20, 12, 0);
  private static final CdrWindow DAY = new CdrWindow(NOON.minusHours(12), NOON.plusHours(12));

  private static final List<Call> FEW =
      List.of(
          Call.invite(1, NOON, "200", 30).from("Ann").named("ABC@host"),
          Call.invite(2, NOON.plusSeconds(10), "486", 0).from("Bob").named("abc@host"),
          Call.invite(3, NOON.plusSeconds(10), "404", 0).from("50%_a").to("sip:4930@x"),
          Call.invite(4, NOON.plusSeconds(5), "503", 0).from("annabel"),
          Call.invite(5, NOON.plusDays(2), "200", 600).from("ann"));

  @EachDatabase
  void theNewestComeFirstWithinTheWindow(TestDatabase db) {
    CallBook.with(db, FEW);

    assertThat(ids(db, CdrFilter.ANY)).containsExactly(3L, 2L, 4L, 1L);
  }

  @EachDatabase
  void withoutATimeItIsTheDayUpToTheNewest(TestDatabase db) {
    CallBook.with(db, FEW);

    CdrAnswer<CdrPage> answer =
        require(search(db, CdrSearch.first(CdrSource.ACC, CdrSpan.LATEST_DAY, CdrFilter.ANY, 10)));

    assertThat(answer.value().rows()).hasSize(1);
    assertThat(answer.about().window().until()).isEqualTo(NOON.plusDays(2).plusSeconds(1));
  }

  @EachDatabase
  void aPartOfTheCallerMatchesWithoutCaseAndAsItStands(TestDatabase db) {
    CallBook.with(db, FEW);

    assertThat(ids(db, caller("ANN"))).containsExactly(4L, 1L);
    assertThat(ids(db, caller("0%_"))).containsExactly(3L);
    assertThat(ids(db, caller("!"))).isEmpty();
    assertThat(ids(db, caller("' OR '1'='1"))).isEmpty();
  }

  @EachDatabase
  void aCallIdIsExactAndNeedsNoTime(TestDatabase db) {
    CallBook.with(db, FEW);

    CdrAnswer<CdrPage> answer =
        require(
            search(db, CdrSearch.first(CdrSource.ACC, CdrSpan.LATEST_DAY, callId("abc@host"), 10)));

    assertThat(answer.value().rows()).extracting(CdrSearchTest::id).containsExactly(2L);
    assertThat(answer.about().warnings()).isEmpty();
  }

  @EachDatabase
  void aCodeMayBeAClass(TestDatabase db) {
    CallBook.with(db, FEW);

    assertThat(ids(db, code("4xx"))).containsExactly(3L, 2L);
    assertThat(ids(db, code("486"))).containsExactly(2L);
  }

  @EachDatabase
  void durationsAreBounded(TestDatabase db) {
    CallBook.with(db, FEW);

    assertThat(ids(db, duration(1, 30))).containsExactly(1L);
    assertThat(ids(db, duration(31, 600))).isEmpty();
  }

  @EachDatabase
  void whatIsUnderstoodAndWhatIsTheOperatorsOwnAreToldApart(TestDatabase db) {
    CallBook.with(db, FEW);
    db.execute("ALTER TABLE acc ADD COLUMN rate_plan VARCHAR(16) DEFAULT 'gold' NOT NULL");

    CdrAnswer<CdrPage> answer = require(search(db, in(DAY, duration(1, 30))));

    Cdr cdr = answer.value().rows().getFirst();
    assertThat(cdr.known().text("caller")).isEqualTo("Ann");
    assertThat(cdr.known().text("trunk")).isEqualTo("gw1");
    assertThat(cdr.known().text("code")).isEqualTo("200");
    assertThat(cdr.extra().values()).containsOnlyKeys("rate_plan");
    assertThat(answer.about().columns()).containsEntry(CdrColumn.CALLER, "src_user");
    assertThat(answer.about().guessed())
        .containsExactlyInAnyOrder(CdrColumn.CALLER, CdrColumn.CALLEE, CdrColumn.TRUNK);
  }

  @EachDatabase
  void aNamedColumnIsNoGuess(TestDatabase db) {
    CallBook.with(db, FEW);
    CdrSource swapped =
        new CdrSource("acc", Map.of(CdrColumn.CALLER, "dst_user", CdrColumn.CALLEE, "src_user"));

    CdrAnswer<CdrPage> answer =
        require(search(db, CdrSearch.first(swapped, CdrSpan.of(DAY), caller("4930"), 10)));

    assertThat(answer.value().rows()).extracting(CdrSearchTest::id).containsExactly(3L);
    assertThat(answer.about().guessed()).containsExactly(CdrColumn.TRUNK);
  }

  @EachDatabase
  void theIndexIsToldAndAMissingOneIsToo(TestDatabase db) {
    CallBook.with(db, CallBook.threeDays(3));
    if (db.dialect() == Dialect.POSTGRESQL) {
      db.execute("ANALYZE acc");
    }
    CdrWindow hour = new CdrWindow(CallBook.START.plusHours(30), CallBook.START.plusHours(31));

    CdrAbout served = require(search(db, in(hour, CdrFilter.ANY))).about();

    assertThat(served.warnings()).isEmpty();
    assertThat(served.access())
        .extracting(QueryPlan.Step::access, QueryPlan.Step::index)
        .containsExactly(tuple(QueryPlan.Access.INDEX, Optional.of("acc_time_idx")));

    db.execute(
        db.dialect() == Dialect.MARIADB
            ? "DROP INDEX acc_time_idx ON acc"
            : "DROP INDEX acc_time_idx");
    CdrAbout whole = require(search(db, in(hour, CdrFilter.ANY))).about();

    assertThat(whole.warnings())
        .singleElement()
        .satisfies(it ->
            assertThat(it)
                .contains("No index begins with column time of acc")
                .contains("CREATE INDEX"));
    assertThat(whole.access())
        .extracting(QueryPlan.Step::access)
        .containsExactly(QueryPlan.Access.WHOLE_TABLE);
  }

  @EachDatabase
  void aTableThatHoldsNoCdrsIsNotRead(TestDatabase db) {
    CallBook.tables(db);
    db.execute("CREATE TABLE secrets (id INTEGER, password VARCHAR(20))");

    assertThat(error(db, CdrSource.of("secrets"), CdrFilter.ANY).kind())
        .isEqualTo(DbError.Kind.NOT_PERMITTED);
    assertThat(error(db, CdrSource.of("a_c"), CdrFilter.ANY).kind())
        .isEqualTo(DbError.Kind.NO_SUCH_TABLE);
    assertThat(error(db, CdrSource.MISSED, caller("x")).cause()).contains("caller");
    assertThat(
            error(db, new CdrSource("acc", Map.of(CdrColumn.TRUNK, "nope")), CdrFilter.ANY).kind())
        .isEqualTo(DbError.Kind.NO_SUCH_COLUMN);
  }

  @EachDatabase
  void aTableOfOtherNamesIsUnderstoodByThem(TestDatabase db) {
    db.execute(
        "CREATE TABLE cdrs (cdr_id INTEGER PRIMARY KEY, call_start_time "
            + (db.dialect() == Dialect.POSTGRESQL ? "TIMESTAMP" : "DATETIME")
            + ", duration INTEGER, sip_call_id VARCHAR(64), caller_id BIGINT, callee VARCHAR(64))",
        "INSERT INTO cdrs VALUES (1, '2026-11-20 12:00:00', 7, 'x', 4021, '+4930')");

    CdrAnswer<CdrPage> answer =
        require(
            search(db, CdrSearch.first(CdrSource.of("cdrs"), CdrSpan.of(DAY), caller("402"), 10)));

    assertThat(answer.value().rows().getFirst().known().text("call_id")).isEqualTo("x");
    assertThat(
            require(
                    db.database()
                        .reads()
                        .cdrs()
                        .summary(CdrSource.of("cdrs"), CdrSpan.of(DAY), new CdrGrouping.Prefix(3)))
                .value()
                .total()
                .acd())
        .contains(7.0);
  }

  private static List<Long> ids(TestDatabase db, CdrFilter filter) {
    return require(search(db, in(DAY, filter))).value().rows().stream()
        .map(CdrSearchTest::id)
        .toList();
  }

  private static long id(Cdr cdr) {
    return Long.parseLong(cdr.known().text("id"));
  }

  private static CdrSearch in(CdrWindow window, CdrFilter filter) {
    return CdrSearch.first(CdrSource.ACC, CdrSpan.of(window), filter, 100);
  }

  private static DbResult<CdrAnswer<CdrPage>> search(TestDatabase db, CdrSearch search) {
    return db.database().reads().cdrs().search(search);
  }

  private static DbError error(TestDatabase db, CdrSource source, CdrFilter filter) {
    return switch (search(db, CdrSearch.first(source, CdrSpan.of(DAY), filter, 10))) {
      case DbResult.Failure<CdrAnswer<CdrPage>>(DbError error) -> error;
      case DbResult.Success<CdrAnswer<CdrPage>> success -> throw new AssertionError(success);
    };
  }

  private static CdrFilter caller(String part) {
    return new CdrFilter(
        Optional.of(part),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static CdrFilter callId(String id) {
    return new CdrFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static CdrFilter code(String code) {
    return new CdrFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(code),
        Optional.empty(),
        Optional.empty());
  }

  private static CdrFilter duration(long least, long most) {
    return new CdrFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(least),
        Optional.of(most));
  }
}
