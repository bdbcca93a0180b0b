package dev.opensipsmcp.db.cdr;

import static dev.opensipsmcp.db.testing.TestDatabase.require;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The last of three days, beside the day before. */
class CdrFraudTest {
  private static final LocalDateTime LAST = CallBook.START.plusDays(2);
  private static final CdrWindow DAY = new CdrWindow(LAST, LAST.plusDays(1));

  @EachDatabase
  void aDayLikeTheOneBeforeRaisesNoAlarm(TestDatabase db) {
    CallBook.with(db, CallBook.threeDays(5));

    assertThat(alarms(db)).isEmpty();
  }

  @EachDatabase
  void plantedBurstsAreFoundWithTheirCounts(TestDatabase db) {
    List<Call> calls = CallBook.threeDays(5);
    int id = 100_000;
    for (int one = 0; one < 30; one++) {
      calls.add(
          Call.invite(id++, LAST.plusHours(12).plusSeconds(one * 400L), "200", 300)
              .from("Spender")
              .to("+881" + one));
      calls.add(
          Call.invite(id++, LAST.plusHours(3).plusSeconds(one * 20L), "486", 0).from("night-owl"));
      calls.add(
          Call.invite(id++, LAST.plusHours(15).plusSeconds(one * 20L), "200", 2).from("wangiri"));
    }
    calls.add(Call.invite(id++, LAST.minusHours(5), "200", 60).from("spender").to("+8815"));
    CallBook.with(db, calls);

    List<CdrAlarm> alarms = alarms(db);

    assertThat(alarms)
        .containsExactly(
            new CdrAlarm(CdrAlarm.Kind.SPENDING, "spender", "881", 30, 1, 9_000, 60),
            new CdrAlarm(CdrAlarm.Kind.NIGHT_BURST, "night-owl", "", 30, 0, 0, 0),
            new CdrAlarm(CdrAlarm.Kind.SHORT_CALLS, "wangiri", "", 30, 0, 60, 0));
    assertThat(alarms.getFirst().factor()).contains(150.0);
    assertThat(alarms.getLast().factor()).isEmpty();
  }

  @EachDatabase
  void whatWasAlwaysSoIsNoAlarm(TestDatabase db) {
    List<Call> calls = new ArrayList<>();
    int id = 1;
    for (LocalDateTime day : List.of(LAST.minusDays(1), LAST)) {
      for (int one = 0; one < 30; one++) {
        calls.add(Call.invite(id++, day.plusHours(3).plusSeconds(one), "200", 2).from("robot"));
      }
    }
    CallBook.with(db, calls);

    assertThat(alarms(db)).isEmpty();
  }

  private static List<CdrAlarm> alarms(TestDatabase db) {
    return require(
            db.database()
                .reads()
                .cdrs()
                .fraud(
                    new FraudQuestion(CdrSource.ACC, CdrSpan.of(DAY), 3, 3, 60, 20, 6, 22, 6, 10)))
        .value();
  }
}
