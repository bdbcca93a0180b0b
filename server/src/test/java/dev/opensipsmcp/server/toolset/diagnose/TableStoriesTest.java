package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tables tell: call records, accounts, gateways, certificates. */
class TableStoriesTest {
  private static final String FAILS = "which gateway fails most, take it out";

  @Test
  void theGatewayThatSurelyFailsIsNamedAndItsRemovalProposed() {
    try (OnNode on = OnNode.make().with(Bases.calls(7))) {
      JsonObject json = on.ask("symptom", FAILS);

      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("certain")
          .contains("Of 100 calls to trunk \\\"gw2\\\", 70 ended with \\\"503\\\"")
          .contains("{\"tool\":\"drouting_set_gateway_status\",\"arguments\":{\"gateway\":\"gw2\"");
    }
  }

  @Test
  void gatewaysThatHardlyFailAreNoCauseForAlarm() {
    try (OnNode on = OnNode.make().with(Bases.calls(0))) {
      on.findsNothing("symptom", FAILS);
    }
  }

  @Test
  void answeredCallsOfNoDurationAreNamedWithTheirCause() {
    try (OnNode on =
        OnNode.make()
            .with(
                Bases.accounted(
                    List.of(
                        "('INVITE','f','t','c1','200','OK','2026-11-20 09:00:00',0,0,2,"
                            + "'2026-11-20 09:00:00','u','+4930','gw1')")))) {
      assertThat(on.first("symptom", "CDRs are missing or have duration 0"))
          .contains("1 times: answered");
    }
  }

  @Test
  void soundCallRecordsAreNoCauseForAlarm() {
    try (OnNode on = OnNode.make().with(Bases.calls(0))) {
      on.findsNothing("symptom", "CDRs are missing or have duration 0");
    }
  }

  @Test
  void durationsThatHeapUpAt32SecondsTellOfMissingAcks() {
    try (OnNode on = OnNode.make().with(Bases.cutOff(60))) {
      assertThat(on.first("symptom", "calls drop after 30 seconds"))
          .contains("answered calls lasted 31 to 33 s");
    }
  }

  @Test
  void durationsThatAreSpreadAreNoCauseForAlarm() {
    try (OnNode on = OnNode.make().with(Bases.cutOff(0))) {
      on.findsNothing("symptom", "calls drop after 30 seconds");
    }
  }

  @Test
  void aUserWhoseMinutesExplodeIsNamedWithTheBaseline() {
    try (OnNode on = OnNode.make().with(Bases.night(200))) {
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
    try (OnNode on = OnNode.make().with(Bases.night(10))) {
      on.findsNothing(
          "symptom",
          "fraud, costs explode",
          "from_ts",
          "2026-11-20T00:00:00",
          "to_ts",
          "2026-11-20");
    }
  }

  @Test
  void aGatewayThatIsInTheTableOnlyWantsAReload() {
    try (OnNode on = OnNode.make().with(Bases.gateways("gw1", "gw9"))) {
      JsonObject json = on.ask("symptom", "a gateway that I added is not used");
      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("Gateway \\\"gw9\\\" is in the table and not in the node's memory")
          .contains("\"tool\":\"drouting_reload\"");
    }
  }

  @Test
  void gatewaysThatAreLoadedAreNoCauseForAlarm() {
    try (OnNode on = OnNode.make().with(Bases.gateways("gw1", "gw2"))) {
      on.findsNothing("symptom", "add a gateway for prefix 49", "number", "4930");
    }
  }

  @Test
  void aCertificateThatHasEndedIsNamedWithItsDays() {
    try (OnNode on = OnNode.make().with(Bases.certificate(Duration.ofHours(-25)))) {
      assertThat(on.first("symptom", "TLS handshake fails"))
          .isEqualTo("The certificate of TLS domain \"edge\" ended 2 days ago: peers refuse it.");
    }
  }

  @Test
  void aCertificateOfManyDaysIsNoCauseForAlarm() {
    try (OnNode on = OnNode.make().with(Bases.certificate(Duration.ofDays(200)))) {
      on.findsNothing("symptom", "TLS handshake fails");
    }
  }

  @Test
  void aUserWithoutAnAccountCantRegister() {
    try (OnNode on = OnNode.make().with(Bases.accounts())) {
      assertThat(on.first("symptom", "registration fails with 401", "aor", "2002@example.org"))
          .startsWith("There is no account");
    }
  }

  @Test
  void anAccountOfAnotherDomainIsToldApart() {
    try (OnNode on = OnNode.make().with(Bases.accounts())) {
      assertThat(on.first("symptom", "registration fails with 401", "aor", "1001@example.com"))
          .contains("is in domain \"example.org\"");
    }
  }
}
