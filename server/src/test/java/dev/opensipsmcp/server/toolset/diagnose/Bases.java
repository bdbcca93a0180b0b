package dev.opensipsmcp.server.toolset.diagnose;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.tls.SelfMade;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Databases in which something is wrong, or not. */
final class Bases {

  private Bases() {}

  /** A day of calls through three gateways, of which gw2 answers 503 as often as told. */
  static TestDatabase calls(int failedOfTen) {
    List<String> rows = new ArrayList<>();
    for (int call = 0; call < 300; call++) {
      String gateway = "gw" + (1 + call % 3);
      boolean fails = gateway.equals("gw2") && call / 3 % 10 < failedOfTen;
      String time = "'2026-11-20 %02d:%02d:00'".formatted(call / 20, call % 20 * 3);
      rows.add(
          "('INVITE', 'f%d', 't%d', 'call-%d', '%s', 'x', %s, %d, %d, 3, %s, 'u%d', '+4930%d', '%s')"
              .formatted(
                  call,
                  call,
                  call,
                  fails ? "503" : "200",
                  time,
                  fails ? 0 : 60,
                  fails ? 0 : 60_000,
                  time,
                  call,
                  call,
                  gateway));
    }
    return accounted(rows);
  }

  /** A table of CDRs with these rows. */
  static TestDatabase accounted(List<String> rows) {
    TestDatabase base = TestDatabase.of(DatabaseKind.SQLITE).withGroups(Version.V3_6, "acc");
    base.execute(
        "ALTER TABLE acc ADD COLUMN src_user VARCHAR(64)",
        "ALTER TABLE acc ADD COLUMN dst_user VARCHAR(64)",
        "ALTER TABLE acc ADD COLUMN gw_id VARCHAR(64)",
        "INSERT INTO acc (method, from_tag, to_tag, callid, sip_code, sip_reason, time, duration,"
            + " ms_duration, setuptime, created, src_user, dst_user, gw_id) VALUES "
            + String.join(", ", rows));
    return base;
  }

  /** Answered calls of a minute each, and some of 32 s. */
  static TestDatabase cutOff(int cut) {
    List<String> rows = new ArrayList<>();
    for (int call = 0; call < 200; call++) {
      int lasted = call < cut ? 32 : 20 + call % 60;
      String time = "'2026-11-20 %02d:%02d:00'".formatted(call / 20, call % 20 * 3);
      rows.add(
          "('INVITE', 'f%d', 't%d', 'd-%d', '200', 'OK', %s, %d, %d, 3, %s, 'u%d', '+4930%d', 'gw1')"
              .formatted(call, call, call, time, lasted, lasted * 1_000, time, call, call));
    }
    return Bases.accounted(rows);
  }

  /** Night calls of one user to one prefix, many against few the day before. */
  static TestDatabase night(int burst) {
    List<String> rows = new ArrayList<>();
    for (int call = 0; call < 10 + burst; call++) {
      String day = call < 10 ? "19" : "20";
      String time = "'2026-11-%s %02d:%02d:00'".formatted(day, 1 + call % 3, call % 60);
      rows.add(
          "('INVITE', 'f%d', 't%d', 'n-%d', '200', 'OK', %s, 600, 600000, 3, %s, 'mallory', '+5399%d', 'gw1')"
              .formatted(call, call, call, time, time, call));
    }
    return Bases.accounted(rows);
  }

  /** A table of gateways with these. */
  static TestDatabase gateways(String... ids) {
    TestDatabase base = TestDatabase.of(DatabaseKind.SQLITE).withGroups(Version.V3_6, "drouting");
    for (String id : ids) {
      base.execute(
          "INSERT INTO dr_gateways (gwid, type, address) VALUES ('" + id + "', 0, '192.0.2.9')");
    }
    return base;
  }

  /** A TLS domain whose certificate is good for so long. */
  static TestDatabase certificate(Duration left) {
    Instant now = Instant.now();
    SelfMade made = SelfMade.ec("sip.example.org", now.minus(Duration.ofDays(300)), now.plus(left));
    TestDatabase base = TestDatabase.of(DatabaseKind.SQLITE).withGroups(Version.V3_6, "tls_mgm");
    Row row =
        new Row(
            Map.of(
                "domain", Value.of("edge"),
                "type", Value.of(2),
                "certificate", Value.of(made.pem().getBytes(StandardCharsets.US_ASCII)),
                "private_key", Value.of(made.key().getBytes(StandardCharsets.US_ASCII))));
    TestDatabase.require(
        base.database()
            .writes()
            .rows()
            .apply(
                List.of(
                    new RowChange.Insert(
                        Facts.of(Version.V3_6).table("tls_mgm").orElseThrow(), row, List.of()))));
    return base;
  }

  /** One account. */
  static TestDatabase accounts() {
    TestDatabase base =
        TestDatabase.of(DatabaseKind.SQLITE).withGroups(Version.V3_6, "auth_db", "domain");
    base.execute(
        "INSERT INTO subscriber (username, domain, password, ha1) VALUES"
            + " ('1001', 'example.org', 'x', 'y')");
    return base;
  }
}
