package dev.opensipsmcp.db.cdr;

import static dev.opensipsmcp.db.testing.TestDatabase.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.assertj.core.groups.Tuple;

/** The audit finds what was planted, and nothing else. */
class CdrAuditTest {
  private static final CdrWindow WINDOW = CallBook.DAYS;

  /** Without those transactions whose duration nobody wrote, which are a finding themselves. */
  private static List<Call> clean() {
    return new ArrayList<>(
        CallBook.threeDays(11).stream()
            .filter(Predicate.not(call -> call.attempt() && call.answered() && !call.cdr()))
            .toList());
  }

  @EachDatabase
  void whatIsWellIsNotReported(TestDatabase db) {
    CallBook.with(db, clean());

    assertThat(audit(db)).isEmpty();
  }

  @EachDatabase
  void everyPlantedFaultIsFound(TestDatabase db) {
    List<Call> calls = clean();
    calls.removeIf(call ->
        call.time().isAfter(WINDOW.from().plusHours(20))
            && call.time().isBefore(WINDOW.from().plusHours(22)));
    Call known = calls.stream().filter(call -> call.answered() && call.cdr()).findFirst().get();
    int id = 100_000;
    calls.add(known.again(id++).from("somebody else"));
    calls.add(Call.invite(id++, WINDOW.from().plusHours(5), "200", 0));
    calls.add(Call.invite(id++, WINDOW.from().plusHours(6), "200", 20_000));
    calls.add(Call.invite(id++, WINDOW.from().plusHours(7), "", 0));
    calls.add(Call.invite(id++, WINDOW.from().plusHours(7), "abc", 0));
    calls.add(Call.invite(id++, WINDOW.from().plusHours(8), "200", 9).setUpIn(5_000));
    calls.add(Call.invite(id++, WINDOW.from().plusHours(9), "200", 9).transaction(id, "INVITE"));
    id++;
    calls.add(Call.invite(id++, WINDOW.from().plusHours(10), "200", 300).from("twice"));
    calls.add(
        Call.invite(id++, WINDOW.from().plusHours(10).plusSeconds(100), "200", 20).from("Twice"));
    calls.add(
        Call.invite(id++, WINDOW.from().plusHours(10).plusSeconds(200), "200", 20).from("twice"));
    calls.add(
        Call.invite(id++, WINDOW.from().plusHours(10).plusSeconds(300), "200", 20).from("twice"));
    CallBook.with(db, calls);
    db.execute(
        "INSERT INTO missed_calls (method, callid, sip_code, time) VALUES"
            + " ('INVITE', 'nobody-accounted', '486', '2026-11-21 01:00:00'),"
            + " ('INVITE', '"
            + known.callId()
            + "', '486', '2026-11-21 01:00:00')",
        "UPDATE acc SET ms_duration = 1500 WHERE id = " + known.id());

    List<CdrFinding> found = audit(db);

    assertThat(found)
        .extracting(CdrFinding::kind, CdrFinding::count)
        .containsExactlyInAnyOrder(
            tuple(CdrFinding.Kind.GAP, 1),
            tuple(CdrFinding.Kind.DUPLICATE, 1),
            tuple(CdrFinding.Kind.ZERO_DURATION, 1),
            tuple(CdrFinding.Kind.LONG_CALL, 1),
            tuple(CdrFinding.Kind.NO_CODE, 2),
            tuple(CdrFinding.Kind.ABSURD_SETUP, 1),
            tuple(CdrFinding.Kind.NO_DURATION_KEPT, 1),
            tuple(CdrFinding.Kind.OVERLAP, 2),
            tuple(CdrFinding.Kind.DURATION_MISMATCH, 1),
            tuple(CdrFinding.Kind.MISSED_WITHOUT_ACC, 1));
    assertThat(sample(found, CdrFinding.Kind.DUPLICATE).text("call_id")).isEqualTo(known.callId());
    assertThat(sample(found, CdrFinding.Kind.MISSED_WITHOUT_ACC).text("call_id"))
        .isEqualTo("nobody-accounted");
    assertThat(sample(found, CdrFinding.Kind.OVERLAP).text("caller")).isEqualTo("twice");
  }

  @EachDatabase
  void aDurationBelowZeroIsFoundWhereTheColumnCanHoldOne(TestDatabase db) {
    List<Call> calls = clean();
    CallBook.with(db, calls);
    if (db.dialect() == Dialect.MARIADB) {
      db.execute("ALTER TABLE acc MODIFY setuptime INT NOT NULL");
    }
    db.execute("UPDATE acc SET setuptime = -3 WHERE id = 5");

    assertThat(audit(db))
        .extracting(CdrFinding::kind, CdrFinding::count)
        .containsExactly(tuple(CdrFinding.Kind.NEGATIVE, 1));
  }

  @EachDatabase
  void callIdsThatDifferByCaseAreNoDuplicates(TestDatabase db) {
    List<Call> calls = clean();
    Call one = calls.getFirst();
    calls.add(one.again(100_000).from("other").named(one.callId().toUpperCase(Locale.ROOT)));
    CallBook.with(db, calls);

    assertThat(audit(db)).isEmpty();
  }

  @EachDatabase
  void aWindowOfMoreThanAMonthIsRefused(TestDatabase db) {
    CallBook.tables(db);
    CdrWindow long32 = new CdrWindow(WINDOW.from(), WINDOW.from().plusDays(32));

    DbResult<CdrAnswer<List<CdrFinding>>> result =
        db.database().reads().cdrs().audit(question(long32));

    assertThat(result).isInstanceOf(DbResult.Failure.class);
    assertThat(((DbResult.Failure<CdrAnswer<List<CdrFinding>>>) result).error().kind())
        .isEqualTo(DbError.Kind.UNSUPPORTED);
  }

  private static List<CdrFinding> audit(TestDatabase db) {
    return require(db.database().reads().cdrs().audit(question(WINDOW))).value();
  }

  private static AuditQuestion question(CdrWindow window) {
    return new AuditQuestion(CdrSource.ACC, CdrSpan.of(window), 3_600, 14_400, 5);
  }

  private static Row sample(List<CdrFinding> found, CdrFinding.Kind kind) {
    return found.stream()
        .filter(one -> one.kind() == kind)
        .findFirst()
        .orElseThrow()
        .samples()
        .getFirst();
  }

  private static Tuple tuple(CdrFinding.Kind kind, long count) {
    return Tuple.tuple(kind, count);
  }
}
