package dev.opensipsmcp.server.toolset.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Statistic;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody asks why a node is slow, and whether its memory will last. */
class PerfToolsTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void memoryIsReportedWithItsUsersAndSizesOfEachVersion(Version version) {
    try (OnLab lab = OnLab.of(version)) {
      JsonObject report = lab.object("perf_memory_report", "{\"window_sec\":1,\"cpu_cores\":2}");

      assertThat(Json.object(report, "shared").keySet()).contains("growth_bytes_per_s");
      assertThat(Json.list(report, "private")).isNotEmpty();
      assertThat(Json.list(report, "users").toString()).contains("dialogs").contains("the rest");
      assertThat(Json.list(report, "sizes").toString()).contains("\"-m\"").contains("udp_workers");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void processesAreCountedByRole(Version version) {
    try (OnLab lab = OnLab.of(version)) {
      List<JsonObject> roles = lab.rows("perf_process_breakdown", "{}");
      List<JsonObject> processes = lab.rows("get_process_list", "{\"limit\":1000}");

      assertThat(roles.stream().mapToLong(row -> Json.number(row, "processes", 0)).sum())
          .isEqualTo(processes.size());
      assertThat(roles).anyMatch(row -> row.has("load_1m_pct"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aHealthyNodeHasFiguresAndStatelessRepliesAreCounted(Version version) {
    try (OnLab lab = OnLab.of(version)) {
      JsonObject spots = lab.object("perf_hotspots", "{}");
      JsonObject replies = lab.object("sl_stats", "{}");

      assertThat(Json.list(spots, "findings").toString()).doesNotContain("critical");
      assertThat(spots.get("shared_memory_pct").getAsInt()).isBetween(0, 100);
      assertThat(Json.object(replies, "by_class").keySet()).hasSize(6);
    }
  }

  @Test
  void whatHurtsIsFoundWorstFirst() {
    JsonObject values = new JsonObject();
    values.addProperty("load:load1m", 93);
    values.addProperty("net:waiting_udp", 60_000);
    values.addProperty("core:slow_messages", 12);
    values.addProperty("core:rcv_requests", 1_000);
    values.addProperty("core:err_requests", 30);
    values.addProperty("tm:UAC_transactions", 500);
    values.addProperty("tm:retransmission_req_T1_1", 90);
    values.addProperty("tm:timeout_finalresponse", 40);
    values.addProperty("core:bad_msg_hdr", 400);

    List<JsonObject> found = new HotspotRules(values, 1_000).findings(97, 10);

    assertThat(found).hasSize(8);
    assertThat(found)
        .extracting(row -> Json.text(row, "severity"))
        .startsWith("critical", "critical", "warning");
    assertThat(new HotspotRules(new JsonObject(), 1_000).findings(20, 20)).isEmpty();
  }

  @Test
  void aPoolThatGrowsIsToldWhenItWillBeFull() {
    Growth growth = new Growth();
    JsonObject pool = pool(1_000_000);
    for (int second = 0; second <= 10; second++) {
      growth.add(second, List.of(pool(400_000 + second * 1_000L)));
    }
    pool.addProperty("real_used_bytes", 410_000);

    growth.tell(pool);

    assertThat(pool.get("growth_bytes_per_s").getAsDouble()).isCloseTo(1_000, within(0.001));
    assertThat(pool.get("full_in_s").getAsLong()).isEqualTo(590);
    List<String> findings = new ArrayList<>();
    pool.addProperty("used_pct", 41);
    pool.addProperty("max_used_bytes", 410_000);
    new PoolCheck("Shared memory", pool).findings(findings);
    assertThat(findings).singleElement().asString().contains("full in 9 minutes");
  }

  @Test
  void aPoolThatShrinksOrIsSeenOnceHasNoEnd() {
    JsonObject once = pool(5);
    Growth growth = new Growth();
    growth.add(0, List.of(pool(5)));
    growth.tell(once);
    assertThat(once.has("growth_bytes_per_s")).isFalse();
    growth.add(1, List.of(pool(4)));
    growth.tell(once);
    assertThat(once.has("full_in_s")).isFalse();
  }

  @Test
  void fullAndFragmentedPoolsAreSaid() {
    JsonObject pool = pool(900_000);
    pool.addProperty("used_pct", 90);
    pool.addProperty("fragments", 50_000);
    pool.addProperty("bytes_per_fragment", 60);
    List<String> findings = new ArrayList<>();
    new PoolCheck("Shared memory", pool).findings(findings);
    assertThat(findings).hasSize(2);
  }

  private static JsonObject pool(long used) {
    JsonObject pool = Json.object("pool", "shared");
    pool.addProperty("total_bytes", 1_000_000);
    pool.addProperty("max_used_bytes", used);
    pool.addProperty("real_used_bytes", used);
    return pool;
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_4", "V3_5", "V3_6", "V4_0"})
  void everyStatisticThatIsJudgedExistsInEachVersion(Version version) {
    Stream.concat(
            HotspotRules.SLOW.keySet().stream(),
            Stream.of(
                "load:load1m",
                "load:load10m",
                "net:waiting_udp",
                "net:waiting_tcp",
                "net:waiting_tls",
                "core:rcv_requests",
                "core:drop_requests",
                "core:err_requests",
                "core:bad_msg_hdr",
                "core:bad_URIs_rcvd",
                "tm:UAC_transactions",
                "tm:UAS_transactions",
                "tm:inuse_transactions",
                "tm:timeout_finalresponse",
                "tm:retransmission_req_T1_1",
                "tm:retransmission_req_T1_2",
                "tm:retransmission_req_T1_3",
                "tm:retransmission_req_T2",
                "dialog:active_dialogs",
                "sl:sent_replies",
                "sl:sent_err_replies",
                "sl:received_ACKs",
                "sl:4xx_replies",
                "usrloc:location-contacts"))
        .forEach(name -> assertThat(known(version, name)).as("%s in %s", name, version).isTrue());
  }

  private static boolean known(Version version, String name) {
    String group = name.substring(0, name.indexOf(':'));
    String bare = name.substring(name.indexOf(':') + 1);
    return Facts.of(version).statistics().stream()
        .filter((Statistic one) -> one.group().equals(group))
        .anyMatch(one -> one.matches(bare));
  }
}
