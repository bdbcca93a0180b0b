package dev.opensipsmcp.db.cdr;

import static dev.opensipsmcp.db.testing.TestDatabase.require;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the database counts is what counting the calls one by one comes to. */
class CdrSummaryTest {
  private static final Set<String> EFFECTIVE = Set.of("200", "480", "486", "487", "600", "603");
  private static final List<Call> CALLS = CallBook.threeDays(7);

  private static final Map<CdrGrouping, Function<Call, String>> KEYS =
      Map.of(
          new CdrGrouping.Hour(), call -> formatted(call, "uuuu-MM-dd HH:00"),
          new CdrGrouping.Day(), call -> formatted(call, "uuuu-MM-dd"),
          new CdrGrouping.Trunk(), call -> call.trunk().toLowerCase(Locale.ROOT),
          new CdrGrouping.Code(), Call::code,
          new CdrGrouping.Prefix(4), call -> call.prefix(4),
          new CdrGrouping.Prefix(9), call -> call.prefix(9));

  private static String formatted(Call call, String pattern) {
    return DateTimeFormatter.ofPattern(pattern).format(call.time());
  }

  @EachDatabase
  void everyGroupIsWhatCountingByHandComesTo(TestDatabase db) {
    CallBook.with(db, CALLS);

    KEYS.forEach((by, key) -> {
      CdrSummary summary = summary(db, by);
      Map<String, List<Call>> byHand = attempts().collect(groupingBy(key, TreeMap::new, toList()));
      assertThat(summary.found()).as("%s", by).isEqualTo(byHand.size());
      byHand.forEach((name, calls) -> {
        if (byHand.size() <= CdrSummary.MOST) {
          assertThat(summary.groups()).as("%s", by).contains(figures(name, calls));
        }
      });
      assertThat(summary.total()).as("%s", by).isEqualTo(figures("", attempts().toList()));
    });
  }

  @EachDatabase
  void anEmptyTablesLatestDayEndsNow(TestDatabase db) {
    CallBook.tables(db);

    CdrAnswer<CdrSummary> answer =
        require(
            db.database()
                .reads()
                .cdrs()
                .summary(CdrSource.ACC, CdrSpan.LATEST_DAY, new CdrGrouping.Hour()));

    assertThat(answer.value().total().attempts()).isZero();
    assertThat(answer.about().window().until())
        .isBetween(LocalDateTime.now().minusDays(2), LocalDateTime.now().plusDays(2));
    assertThat(answer.about().window().length()).isEqualTo(Duration.ofDays(1));
  }

  @EachDatabase
  void hoursComeInOrderAndTheRestByAttempts(TestDatabase db) {
    CallBook.with(db, CALLS);

    assertThat(summary(db, new CdrGrouping.Hour()).groups())
        .extracting(CdrFigures::key)
        .isSorted()
        .startsWith("2026-11-20 00:00");
    assertThat(summary(db, new CdrGrouping.Code()).groups())
        .extracting(CdrFigures::attempts)
        .isSortedAccordingTo((one, other) -> Long.compare(other, one));
  }

  @EachDatabase
  void anEmptyWindowHasNoRatios(TestDatabase db) {
    CallBook.with(db, CALLS);
    CdrSpan past = CdrSpan.of(DAYS_BEFORE);

    CdrSummary summary =
        require(db.database().reads().cdrs().summary(CdrSource.ACC, past, new CdrGrouping.Hour()))
            .value();

    assertThat(summary.groups()).isEmpty();
    assertThat(summary.total().attempts()).isZero();
    assertThat(summary.total().asr()).isEmpty();
    assertThat(summary.total().acd()).isEmpty();
  }

  private static final CdrWindow DAYS_BEFORE = CallBook.DAYS.before();

  @EachDatabase
  void callsWithoutDurationAreToldAndLeftOutOfTheMean(TestDatabase db) {
    CallBook.with(db, CALLS);

    CdrAnswer<CdrSummary> answer =
        require(
            db.database()
                .reads()
                .cdrs()
                .summary(CdrSource.ACC, CdrSpan.of(CallBook.DAYS), new CdrGrouping.Day()));

    long untimed = attempts().filter(call -> call.answered() && !call.cdr()).count();
    assertThat(answer.about().warnings())
        .anySatisfy(it -> assertThat(it).contains(untimed + " answered calls have no duration"));
    assertThat(answer.value().delay()).isEqualTo(CdrSummary.Delay.SETUP);
  }

  @EachDatabase
  void aStoredPostDialDelayIsPreferredAndWhatIsNoNumberIsPassedOver(TestDatabase db) {
    CallBook.with(db, CALLS.subList(0, 100));
    db.execute(
        "ALTER TABLE acc ADD COLUMN pdd_ms VARCHAR(32) DEFAULT '' NOT NULL",
        "UPDATE acc SET pdd_ms = '1500' WHERE id <= 40",
        "UPDATE acc SET pdd_ms = 'n/a' WHERE id > 40 AND id <= 50",
        "UPDATE acc SET pdd_ms = '2500.5' WHERE id > 50 AND id <= 52");

    CdrSummary summary = summary(db, new CdrGrouping.Day());

    assertThat(summary.delay()).isEqualTo(CdrSummary.Delay.PDD);
    assertThat(summary.total().delayed()).isEqualTo(42);
    assertThat(summary.total().meanDelay().orElseThrow()).isEqualTo((40 * 1500 + 2 * 2500.5) / 42);
    assertThat(summary.total().delay95().orElseThrow()).isEqualByComparingTo("1500");
  }

  private static CdrSummary summary(TestDatabase db, CdrGrouping by) {
    return require(
            db.database().reads().cdrs().summary(CdrSource.ACC, CdrSpan.of(CallBook.DAYS), by))
        .value();
  }

  private static Stream<Call> attempts() {
    return CALLS.stream()
        .filter(Call::attempt)
        .filter(call -> !call.time().isBefore(CallBook.DAYS.from()))
        .filter(call -> call.time().isBefore(CallBook.DAYS.until()));
  }

  private static CdrFigures figures(String key, List<Call> calls) {
    List<Call> timed = calls.stream().filter(call -> call.answered() && call.cdr()).toList();
    List<Integer> setups = timed.stream().map(Call::setup).sorted().toList();
    return new CdrFigures(
        key,
        calls.size(),
        calls.stream().filter(Call::answered).count(),
        calls.stream().filter(call -> EFFECTIVE.contains(call.code())).count(),
        timed.size(),
        BigDecimal.valueOf(timed.stream().mapToLong(Call::duration).sum()),
        setups.size(),
        BigDecimal.valueOf(setups.stream().mapToLong(Integer::longValue).sum()),
        setups.isEmpty()
            ? Optional.empty()
            : Optional.of(
                BigDecimal.valueOf(setups.get((int) Math.ceil(setups.size() * 0.95) - 1))));
  }
}
