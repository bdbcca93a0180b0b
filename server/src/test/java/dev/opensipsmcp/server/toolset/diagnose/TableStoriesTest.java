package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
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
import org.junit.jupiter.api.Test;

/** What tables tell: call records, accounts, gateways, certificates. */
class TableStoriesTest {
  private static final String FAILS = "which gateway fails most, take it out";

  /** A day of calls through three gateways, of which gw2 answers 503 as often as told. */
  private static TestDatabase calls(int failedOfTen) {
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

  private static TestDatabase accounted(List<String> rows) {
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

  @Test
  void theGatewayThatSurelyFailsIsNamedAndItsRemovalProposed() {
    try (OnNode on = OnNode.make().with(calls(7))) {
      JsonObject json = on.ask("symptom", FAILS);

      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("certain")
          .contains("Of 100 calls to trunk \\\"gw2\\\", 70 ended with \\\"503\\\"")
          .contains("{\"tool\":\"drouting_set_gateway_status\",\"arguments\":{\"gateway\":\"gw2\"");
    }
  }

  @Test
  void gatewaysThatHardlyFailAreNoCauseForAlarm() {
    try (OnNode on = OnNode.make().with(calls(0))) {
      on.findsNothing("symptom", FAILS);
    }
  }

  @Test
  void answeredCallsOfNoDurationAreNamedWithTheirCause() {
    try (OnNode on =
        OnNode.make()
            .with(
                accounted(
                    List.of(
                        "('INVITE','f','t','c1','200','OK','2026-11-20 09:00:00',0,0,2,"
                            + "'2026-11-20 09:00:00','u','+4930','gw1')")))) {
      assertThat(on.first("symptom", "CDRs are missing or have duration 0"))
          .contains("1 times: answered");
    }
  }

  @Test
  void soundCallRecordsAreNoCauseForAlarm() {
    try (OnNode on = OnNode.make().with(calls(0))) {
      on.findsNothing("symptom", "CDRs are missing or have duration 0");
    }
  }

  /** Answered calls of a minute each, and some of 32 s. */
  private static TestDatabase cutOff(int cut) {
    List<String> rows = new ArrayList<>();
    for (int call = 0; call < 200; call++) {
      int lasted = call < cut ? 32 : 20 + call % 60;
      String time = "'2026-11-20 %02d:%02d:00'".formatted(call / 20, call % 20 * 3);
      rows.add(
          "('INVITE', 'f%d', 't%d', 'd-%d', '200', 'OK', %s, %d, %d, 3, %s, 'u%d', '+4930%d', 'gw1')"
              .formatted(call, call, call, time, lasted, lasted * 1_000, time, call, call));
    }
    return accounted(rows);
  }

  @Test
  void durationsThatHeapUpAt32SecondsTellOfMissingAcks() {
    try (OnNode on = OnNode.make().with(cutOff(60))) {
      assertThat(on.first("symptom", "calls drop after 30 seconds"))
          .contains("answered calls lasted 31 to 33 s");
    }
  }

  @Test
  void durationsThatAreSpreadAreNoCauseForAlarm() {
    try (OnNode on = OnNode.make().with(cutOff(0))) {
      on.findsNothing("symptom", "calls drop after 30 seconds");
    }
  }

  /** Night calls of one user to one prefix, many against few the day before. */
  private static TestDatabase night(int burst) {
    List<String> rows = new ArrayList<>();
    for (int call = 0; call < 10 + burst; call++) {
      String day = call < 10 ? "19" : "20";
      String time = "'2026-11-%s %02d:%02d:00'".formatted(day, 1 + call % 3, call % 60);
      rows.add(
          "('INVITE', 'f%d', 't%d', 'n-%d', '200', 'OK', %s, 600, 600000, 3, %s, 'mallory', '+5399%d', 'gw1')"
              .formatted(call, call, call, time, time, call));
    }
    return accounted(rows);
  }

  @Test
  void aUserWhoseMinutesExplodeIsNamedWithTheBaseline() {
    try (OnNode on = OnNode.make().with(night(200))) {
      assertThat(
              on.first(
                  "symptom",
                  "fraud, costs explode",
                  "from_ts",
                  "2026-11-20T00:00:00",
                  "to_ts",
                  "2026-11-20"))
          .contains("prefix \"5399\"")
          .contains("200 calls")
          .contains("against 10 calls");
    }
  }

  @Test
  void minutesAsTheDayBeforeAreNoFraud() {
    try (OnNode on = OnNode.make().with(night(10))) {
      on.findsNothing(
          "symptom",
          "fraud, costs explode",
          "from_ts",
          "2026-11-20T00:00:00",
          "to_ts",
          "2026-11-20");
    }
  }

  private static TestDatabase gateways(String... ids) {
    TestDatabase base = TestDatabase.of(DatabaseKind.SQLITE).withGroups(Version.V3_6, "drouting");
    for (String id : ids) {
      base.execute(
          "INSERT INTO dr_gateways (gwid, type, address) VALUES ('" + id + "', 0, '192.0.2.9')");
    }
    return base;
  }

  @Test
  void aGatewayThatIsInTheTableOnlyWantsAReload() {
    try (OnNode on = OnNode.make().with(gateways("gw1", "gw9"))) {
      JsonObject json = on.ask("symptom", "a gateway that I added is not used");
      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("Gateway \\\"gw9\\\" is in the table and not in the node's memory")
          .contains("\"tool\":\"drouting_reload\"");
    }
  }

  @Test
  void gatewaysThatAreLoadedAreNoCauseForAlarm() {
    try (OnNode on = OnNode.make().with(gateways("gw1", "gw2"))) {
      on.findsNothing("symptom", "add a gateway for prefix 49", "number", "4930");
    }
  }

  private static TestDatabase certificate(Duration left) {
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

  @Test
  void aCertificateThatHasEndedIsNamedWithItsDays() {
    try (OnNode on = OnNode.make().with(certificate(Duration.ofHours(-25)))) {
      assertThat(on.first("symptom", "TLS handshake fails"))
          .isEqualTo("The certificate of TLS domain \"edge\" ended 2 days ago: peers refuse it.");
    }
  }

  @Test
  void aCertificateOfManyDaysIsNoCauseForAlarm() {
    try (OnNode on = OnNode.make().with(certificate(Duration.ofDays(200)))) {
      on.findsNothing("symptom", "TLS handshake fails");
    }
  }

  private static TestDatabase accounts() {
    TestDatabase base =
        TestDatabase.of(DatabaseKind.SQLITE).withGroups(Version.V3_6, "auth_db", "domain");
    base.execute(
        "INSERT INTO subscriber (username, domain, password, ha1) VALUES"
            + " ('1001', 'example.org', 'x', 'y')");
    return base;
  }

  @Test
  void aUserWithoutAnAccountCantRegister() {
    try (OnNode on = OnNode.make().with(accounts())) {
      assertThat(on.first("symptom", "registration fails with 401", "aor", "2002@example.org"))
          .startsWith("There is no account");
    }
  }

  @Test
  void anAccountOfAnotherDomainIsToldApart() {
    try (OnNode on = OnNode.make().with(accounts())) {
      assertThat(on.first("symptom", "registration fails with 401", "aor", "1001@example.com"))
          .contains("is in domain \"example.org\"");
    }
  }
}
