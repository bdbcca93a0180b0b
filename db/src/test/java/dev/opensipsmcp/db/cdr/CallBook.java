package dev.opensipsmcp.db.cdr;

import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tables of module acc with calls in them. */
final class CallBook {
  static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 0, 0);
  static final CdrWindow DAYS = new CdrWindow(START, START.plusDays(3));
  private static final int ROWS_OF_A_STATEMENT = 500;
  private static final String[] CODES = {"200", "200", "200", "200", "486", "487", "480", "503"};
  private static final String[] PREFIXES = {"4021", "4072", "4930", "4479", "1212"};
  private static final String[] TRUNKS = {"Carrier-A", "carrier-a", "Carrier-B"};

  private CallBook() {}

  /** Makes OpenSIPS's own tables, three more columns in acc, and an index on its time. */
  static TestDatabase tables(TestDatabase db) {
    db.withGroups(Version.V3_6, "acc");
    db.execute(
        "ALTER TABLE acc ADD COLUMN src_user VARCHAR(64) DEFAULT '' NOT NULL",
        "ALTER TABLE acc ADD COLUMN dst_user VARCHAR(64) DEFAULT '' NOT NULL",
        "ALTER TABLE acc ADD COLUMN gw VARCHAR(64) DEFAULT '' NOT NULL",
        "CREATE INDEX acc_time_idx ON acc (time)");
    return db;
  }

  static TestDatabase with(TestDatabase db, List<Call> calls) {
    add(tables(db), calls);
    return db;
  }

  static void add(TestDatabase db, List<Call> calls) {
    for (int from = 0; from < calls.size(); from += ROWS_OF_A_STATEMENT) {
      int to = Math.min(calls.size(), from + ROWS_OF_A_STATEMENT);
      List<String> rows = calls.subList(from, to).stream().map(Call::sql).toList();
      db.execute("INSERT INTO acc " + Call.COLUMNS + " VALUES (" + String.join("), (", rows) + ")");
    }
  }

  /**
   * {@return some thousand calls of forty callers, of whom nobody makes two at once, in the order
   * in which they end} Among them are transactions without flag cdr, BYEs and challenges.
   */
  static List<Call> threeDays(long seed) {
    Random random = new Random(seed);
    List<Call> calls = new ArrayList<>();
    for (int caller = 0; caller < 40; caller++) {
      LocalDateTime time = START.plusSeconds(random.nextInt(600));
      while (true) {
        int setup = 1 + random.nextInt(20);
        LocalDateTime answer = time.plusSeconds(setup);
        String code = CODES[random.nextInt(CODES.length)];
        int duration = code.equals("200") ? 1 + random.nextInt(600) : 0;
        time = answer.plusSeconds(duration + 60L + random.nextInt(3_600));
        if (!time.isBefore(DAYS.until())) {
          break;
        }
        calls.add(call(random, calls.size() + 1, caller, answer, code, duration, setup));
      }
    }
    List<Call> all = new ArrayList<>(calls);
    for (Call call : calls) {
      int number = all.size() + 1;
      switch (random.nextInt(20)) {
        case 0 -> all.add(call.transaction(number, "BYE"));
        case 1 -> all.add(challenge(call, number));
        default -> {
          // Most calls leave one row.
        }
      }
    }
    return all;
  }

  private static Call call(
      Random random,
      int id,
      int caller,
      LocalDateTime answer,
      String code,
      int duration,
      int setup) {
    String number = PREFIXES[random.nextInt(PREFIXES.length)] + (10_000 + random.nextInt(80_000));
    String callee =
        switch (random.nextInt(3)) {
          case 0 -> number;
          case 1 -> "+" + number;
          default -> "sip:" + number + "@gw.test";
        };
    Call whole =
        Call.invite(id, answer, code, duration)
            .setUpIn(setup)
            .from("Caller" + caller)
            .to(callee)
            .over(TRUNKS[random.nextInt(TRUNKS.length)]);
    return random.nextInt(10) == 0 ? whole.transaction(id, "INVITE") : whole;
  }

  private static Call challenge(Call call, int number) {
    return new Call(
        number,
        "INVITE",
        call.fromTag(),
        "x" + number,
        call.callId(),
        "407",
        call.created().getYear() > 1970 ? call.created() : call.time(),
        0,
        0,
        call.created(),
        call.caller(),
        call.callee(),
        call.trunk());
  }
}
