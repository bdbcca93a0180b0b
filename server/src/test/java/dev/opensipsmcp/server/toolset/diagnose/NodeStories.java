package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import org.junit.jupiter.api.Test;

/** A node is brought into trouble, or not, and an operator asks. */
abstract class NodeStories {
  /** The node's version. */
  abstract Version version();

  private static final String MEMORY = "memory is filling up";
  private static final String SLOW = "CPU is high and calls are slow";

  @Test
  void sharedMemoryThatIsNearlyFullIsNamedWithItsShare() {
    try (OnNode on = OnNode.of(version())) {
      on.statistic("shmem:real_used_size", 500_000_000).statistic("shmem:free_size", 36_870_912);

      JsonObject json = on.ask("symptom", MEMORY);
      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("certain")
          .contains("Shared memory is 93 % full");
      assertThat(json.getAsJsonArray("findings").toString())
          .contains("caches, routing tables or a leak");
    }
  }

  @Test
  void aProcessWithoutPrivateMemoryIsNamedByItsNumber() {
    try (OnNode on = OnNode.of(version())) {
      on.statistic("pkmem:7-real_used_size", 15_500_000);

      assertThat(on.first("symptom", MEMORY))
          .contains("Private memory of process 7")
          .contains("92 %");
    }
  }

  @Test
  void memoryThatIsFreeIsNoCauseForAlarm() {
    try (OnNode on = OnNode.of(version())) {
      on.findsNothing("symptom", MEMORY);
    }
  }

  @Test
  void workersThatWaitForTheDatabaseAreNotTakenForBusyOnes() {
    try (OnNode on = OnNode.of(version())) {
      on.statistic("load:load1m", 85)
          .statistic("load:load10m", 70)
          .statistic("sql:sql_total_queries", 10_000)
          .statistic("sql:sql_slow_queries", 3_000);

      assertThat(on.first("symptom", SLOW)).contains("30 % of the SQL queries").contains("wait");
    }
  }

  @Test
  void workersThatAreBusyAloneAreTooFew() {
    try (OnNode on = OnNode.of(version())) {
      on.statistic("load:load1m", 92).statistic("load:load10m", 80);

      assertThat(on.first("symptom", SLOW)).contains("92 % busy").contains("too few");
    }
  }

  @Test
  void datagramsThatWaitUnreadAreNamedInBytes() {
    try (OnNode on = OnNode.of(version())) {
      on.statistic("net:waiting_udp", 400_000);

      assertThat(on.first("symptom", SLOW)).startsWith("400000 bytes wait unread");
    }
  }

  @Test
  void aNodeAtRestIsNotOverloaded() {
    try (OnNode on = OnNode.of(version())) {
      on.findsNothing("symptom", SLOW);
    }
  }

  @Test
  void aDestinationThatIsProbedInVainIsNamedWithItsSet() {
    try (OnNode on = OnNode.of(version())) {
      JsonObject json = on.ask("symptom", "destination stuck in probing", "gateway", "192.0.2.11");

      assertThat(json.getAsJsonArray("findings")).hasSize(1);
      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("Destination \\\"sip:192.0.2.11:5060\\\" of set 2 is probing")
          .contains("\"tool\":\"dispatcher_set_state\"");
    }
  }

  @Test
  void aGatewayThatSomebodySwitchedOffIsNotWaitedFor() {
    try (OnNode on = OnNode.of(version())) {
      assertThat(on.first("symptom", "gateway stays down although it is up", "gateway", "gw3"))
          .isEqualTo("Gateway \"gw3\" was switched off by a command; no ping brings it back.");
    }
  }

  @Test
  void aDestinationInUseIsNoCauseForAlarm() {
    try (OnNode on = OnNode.of(version())) {
      on.findsNothing("symptom", "destination stuck in probing", "gateway", "203.0.113.5");
    }
  }

  @Test
  void anUnknownUserHasNoContact() {
    try (OnNode on = OnNode.of(version())) {
      assertThat(on.first("symptom", "user 1001 is not registered", "aor", "1001@example.com"))
          .contains("has no contact now");
    }
  }

  @Test
  void aPhoneBehindANatThatNobodyPingsIsUnreachable() {
    try (OnNode on = OnNode.of(version())) {
      on.answers("nh_enable_ping", "{\"Status\":0}");

      assertThat(on.first("symptom", "phone rings nowhere", "aor", "carol@example.net"))
          .contains("behind a NAT and pings are switched off");
    }
  }

  @Test
  void aRegisteredUserIsNoCauseForAlarm() {
    try (OnNode on = OnNode.of(version())) {
      on.findsNothing("symptom", "user is not registered", "aor", "alice@example.com");
    }
  }

  @Test
  void aNumberWithoutARuleIsToldSo() {
    try (OnNode on = OnNode.of(version())) {
      on.answers("dr_number_routing", "[]");
      assertThat(on.first("symptom", "where would a call to this number go", "number", "4930"))
          .contains("No rule of routing group 0 fits \"4930\"");
    }
  }

  @Test
  void aNumberWhoseOnlyGatewayIsOutIsToldSo() {
    try (OnNode on = OnNode.of(version())) {
      on.answers(
          "dr_number_routing",
          "{\"Matched Prefix\":\"49\",\"GW List\":[{\"GATEWAY\":\"gw3\"}],\"ATTRS\":\"\"}");
      assertThat(on.first("task", "route_preview", "number", "4930"))
          .contains("all of its 1 targets are out of use");
    }
  }

  @Test
  void aNumberThatHasARouteIsToldInOrder() {
    try (OnNode on = OnNode.of(version())) {
      on.answers(
          "dr_number_routing",
          "{\"Matched Prefix\":\"49\",\"GW List\":[{\"GATEWAY\":\"gw1\"},{\"GATEWAY\":\"gw2\"}]}");
      on.findsNothing("symptom", "where would a call to +49 go", "number", "4930");
    }
  }

  @Test
  void addressesThatPikeBlocksAreAnAttack() {
    try (OnNode on = OnNode.of(version())) {
      assertThat(on.first("symptom", "we are attacked")).contains("2 addresses").contains("pike");
    }
  }

  @Test
  void anAddressThatTheLogRefusesAgainAndAgainIsNamed() {
    String line = "Nov 20 sbc opensips[4107]: ERROR:auth failed for user 100 from 203.0.113.66\n";
    try (OnNode on = OnNode.of(version())) {
      on.answers("pike_list", "{\"IPs\":[]}");
      JsonObject json = on.ask("symptom", "brute force on passwords", "text", line.repeat(60));
      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("The log refuses \\\"203.0.113.66\\\" 60 times")
          .contains("\"tool\":\"fail2ban_ban_ip\"");
    }
  }

  @Test
  void aQuietNodeIsNotAttacked() {
    try (OnNode on = OnNode.of(version())) {
      on.answers("pike_list", "{\"IPs\":[]}").findsNothing("symptom", "we are attacked");
    }
  }

  @Test
  void aNodeOfTheClusterWithoutALinkIsNamed() {
    try (OnNode on = OnNode.of(version())) {
      assertThat(on.first("symptom", "cluster nodes differ, not synced"))
          .contains("Node 2 of cluster 1")
          .contains("no link");
    }
  }

  @Test
  void aCapabilityOutOfSyncIsNamedWithTheCommandThatMendsIt() {
    try (OnNode on = healthyCluster()) {
      on.answers(
          "clusterer_list_cap",
          "{\"Clusters\":[{\"cluster_id\":1,\"Capabilities\":[{\"name\":\"usrloc-contact-repl\","
              + "\"state\":\"not synced\",\"enabled\":\"yes\"}]}]}");
      JsonObject json = on.ask("symptom", "registrations are missing on the second node");
      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("usrloc-contact-repl is not in sync")
          .contains("\"tool\":\"ul_cluster_sync\"");
    }
  }

  @Test
  void aClusterInSyncIsNoCauseForAlarm() {
    try (OnNode on = healthyCluster()) {
      on.findsNothing("symptom", "cluster nodes differ, not synced");
    }
  }

  private OnNode healthyCluster() {
    return OnNode.of(version())
        .answers(
            "clusterer_list",
            "{\"Clusters\":[{\"cluster_id\":1,\"Nodes\":[{\"node_id\":2,\"db_id\":2,"
                + "\"url\":\"bin:192.0.2.32:5566\",\"link_state\":\"Up\",\"state\":\"enabled\","
                + "\"next_hop\":\"2\",\"description\":\"two\"}]}]}")
        .answers(
            "clusterer_list_topology",
            "{\"Clusters\":[{\"cluster_id\":1,\"Nodes\":[{\"node_id\":1,\"Neighbours\":[2]},"
                + "{\"node_id\":2,\"Neighbours\":[1]}]}]}");
  }

  @Test
  void callsThatAreUpForHalfADayAreStale() {
    try (OnNode on = OnNode.of(version())) {
      JsonObject json = on.ask("symptom", "stale dialogs, calls 12 hours old");
      assertThat(json.getAsJsonArray("findings").get(0).toString())
          .contains("2 calls are up for 4 hours or more, 2 of them for 8 hours or more")
          .contains("\"tool\":\"dlg_end\"");
    }
  }

  @Test
  void callsOfTodayAreNotStale() {
    try (OnNode on = OnNode.of(version())) {
      on.answers("dlg_list", "{\"count\":0,\"Dialogs\":[]}")
          .findsNothing("symptom", "stale dialogs, calls 12 hours old");
    }
  }

  @Test
  void phonesThatComeBackAllAtOnceAreAStorm() {
    try (OnNode on = OnNode.of(version())) {
      on.answers("uptime", "{\"Now\":\"n\",\"Up since\":\"s\",\"Up time\":\"90 [sec]\"}");
      assertThat(on.first("symptom", "registration storm")).contains("after the restart");
    }
  }

  @Test
  void registrationsAtTheirUsualRateAreNoStorm() {
    try (OnNode on = OnNode.of(version())) {
      on.statistic("registrar:accepted_regs", 12).findsNothing("symptom", "registration storm");
    }
  }

  @Test
  void aNodeThatStartedSecondsAgoMayHaveCrashed() {
    try (OnNode on = OnNode.of(version())) {
      assertThat(on.first("symptom", "OpenSIPS restarted by itself"))
          .startsWith("The node started");
    }
  }

  @Test
  void aTimerThatIsLateIsNamedByTheLog() {
    String log =
        "WARNING:core:utimer_ticker: utimer task <tm-utimer> already scheduled 120 ms ago (now 240"
            + " ms), delaying execution\n";
    try (OnNode on = OnNode.of(version())) {
      assertThat(on.first("symptom", "timer warnings in the log", "text", log))
          .startsWith("A timer's work takes longer");
    }
  }

  @Test
  void aNodeThatHasBeenUpForDaysIsNoCauseForAlarm() {
    try (OnNode on = OnNode.of(version())) {
      on.answers("uptime", "{\"Now\":\"n\",\"Up since\":\"s\",\"Up time\":\"400000 [sec]\"}")
          .findsNothing("symptom", "OpenSIPS restarted by itself");
    }
  }

  @Test
  void aRelayThatIsOffAndStillHasCallsIsNotDrained() {
    try (OnNode on = OnNode.of(version())) {
      on.answers(
          "rtpengine_show",
          "[{\"Set\":1,\"Nodes\":[{\"url\":\"udp:192.0.2.51:22222\",\"index\":0,\"disabled\":1,"
              + "\"weight\":1,\"recheck_ticks\":4294967295}]}]");
      assertThat(on.first("symptom", "drain a media relay for maintenance"))
          .contains("still relays 2");
    }
  }

  @Test
  void aRelayThatIsOffAndEmptyIsDrained() {
    try (OnNode on = OnNode.of(version())) {
      on.answers(
              "rtpengine_show",
              "[{\"Set\":1,\"Nodes\":[{\"url\":\"udp:192.0.2.99:22222\",\"index\":0,\"disabled\":1,"
                  + "\"weight\":1,\"recheck_ticks\":4294967295}]}]")
          .findsNothing("symptom", "drain a media relay for maintenance");
    }
  }

  @Test
  void aNodeThatIsBusyBeforeALoadTestIsToldSo() {
    try (OnNode on = OnNode.of(version())) {
      on.statistic("load:load1m", 95).statistic("load:load10m", 95);
      assertThat(on.first("symptom", "load test the new release")).contains("95 % busy");
    }
  }

  @Test
  void aNodeAtRestIsFitForALoadTest() {
    try (OnNode on = OnNode.of(version())) {
      on.findsNothing("symptom", "load test the new release");
    }
  }

  @Test
  void manyCallsWithoutAnAckAreNotOneCallersTrouble() {
    try (OnNode on = OnNode.of(version())) {
      StringBuilder dialogs = new StringBuilder();
      long now = System.currentTimeMillis() / 1000;
      for (int call = 0; call < 5; call++) {
        dialogs
            .append(call == 0 ? "" : ",")
            .append("{\"ID\":\"a.")
            .append(call)
            .append("\",\"state\":3,\"timestart\":")
            .append(now - 20)
            .append(",\"timeout\":")
            .append(now + 80_000)
            .append(",\"callid\":\"c")
            .append(call)
            .append("@x\",\"from_uri\":\"sip:a@x\",\"to_uri\":\"sip:b@x\",\"caller_tag\":\"t\"}");
      }
      on.answers("dlg_list", "{\"count\":5,\"Dialogs\":[" + dialogs + "]}");
      assertThat(on.first("symptom", "calls drop after 30 seconds"))
          .startsWith("5 calls in progress were answered");
    }
  }
}
