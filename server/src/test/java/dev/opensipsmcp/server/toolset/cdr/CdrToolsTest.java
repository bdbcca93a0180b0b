package dev.opensipsmcp.server.toolset.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CdrToolsTest {
  private static final OnCalls CALLS = OnCalls.make();
  private static final String DAY = "'date_from': '2026-11-20', 'date_to': '2026-11-20'";

  @AfterAll
  static void close() {
    CALLS.close();
  }

  @Test
  void aSearchGoesOnUntilEveryCallWasShown() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      Outcome.Rows page = (Outcome.Rows) CALLS.run("cdr_search", "{" + DAY + cursor + "}");
      page.rows().forEach(row -> seen.add(row.get("call_id").getAsString()));
      cursor =
          page.more() ? ", 'cursor': '" + page.cursorAfter().apply(page.rows().size()) + "'" : "";
    } while (!cursor.isEmpty());

    assertThat(seen).hasSize(240).doesNotHaveDuplicates().startsWith("call-239");
  }

  @Test
  void aCallOfThePastIsFoundByWhatIsKnownOfIt() {
    assertThat(CALLS.rows("cdr_search", "{'call_id': 'call-7'}")).hasSize(1);
    assertThat(CALLS.rows("cdr_search", "{" + DAY + ", 'caller': 'USER7', 'code': '2xx'}"))
        .hasSize(10);
    assertThat(CALLS.rows("cdr_search", "{" + DAY + ", 'duration': '-60', 'limit': 500}"))
        .hasSize(60);
    assertThat(CALLS.rows("cdr_search", "{" + DAY + ", 'offset': 235}")).hasSize(5);
  }

  @Test
  void aSearchTellsItsWindowItsIndexAndItsGuesses() {
    assertThat(CALLS.warnings("cdr_search", "{'limit': 1}"))
        .singleElement()
        .satisfies(note ->
            assertThat(note)
                .contains("until 2026-11-20T23:54:01 on the node's clock")
                .contains("read by index acc_time_idx")
                .contains("caller guessed to be src_user"));
  }

  @Test
  void missedCallsHaveAToolOfTheirOwn() {
    assertThat(CALLS.rows("acc_query_missed", "{" + DAY + "}"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("code").getAsString()).isEqualTo("486"));
    assertThat(CALLS.code("acc_query_missed", "{'caller': 'x'}")).isEqualTo("DB_NO_SUCH_COLUMN");
  }

  @Test
  void theRatiosOfADayAreRight() {
    JsonObject summary = CALLS.object("cdr_summary", "{" + DAY + "}");

    JsonObject total = summary.getAsJsonObject("total");
    assertThat(total.get("attempts").getAsInt()).isEqualTo(240);
    assertThat(total.get("asr_pct").getAsDouble()).isEqualTo(75);
    assertThat(total.get("ner_pct").getAsDouble()).isEqualTo(100);
    assertThat(total.get("acd_s").getAsDouble()).isEqualTo(120);
    assertThat(total.get("minutes").getAsDouble()).isEqualTo(360);
    assertThat(total.get("delay_p95").getAsDouble()).isEqualTo(3);
    assertThat(summary.get("delay_is").getAsString()).isEqualTo("setup");
    assertThat(summary.getAsJsonArray("groups")).hasSize(24);
    assertThat(summary.has("svg")).isFalse();
    assertThat(summary.getAsJsonObject("about").getAsJsonArray("read_by").get(0).getAsString())
        .isEqualTo("index acc_time_idx");
  }

  @Test
  void aChartComesWhenAskedForAndOnlyOfTimes() {
    JsonObject hours = CALLS.object("cdr_summary", "{" + DAY + ", 'chart': true}");

    assertThat(hours.get("svg").getAsString())
        .startsWith("<svg ")
        .contains("Calls by hour, 2026-11-20", "21:00", "ASR")
        .hasSizeLessThan(5_000);
    assertThat(CALLS.warnings("cdr_summary", "{" + DAY + ", 'chart': true, 'group_by': 'prefix'}"))
        .anySatisfy(it -> assertThat(it).contains("chart"));
  }

  @Test
  void columnsMayBeNamed() {
    JsonObject summary =
        CALLS.object(
            "cdr_summary",
            "{" + DAY + ", 'group_by': 'trunk', 'source': 'table=acc, trunk=src_user'}");

    assertThat(summary.getAsJsonArray("groups")).hasSize(24);
    assertThat(CALLS.code("cdr_summary", "{'source': 'colour=red'}")).isEqualTo("ARGUMENTS_WRONG");
    assertThat(CALLS.code("cdr_summary", "{'source': 'subscriber'}")).isEqualTo("DB_NO_SUCH_TABLE");
    assertThat(CALLS.code("cdr_summary", "{'group_by': 'trunk'}")).isEqualTo("DB_NO_SUCH_COLUMN");
  }

  @Test
  void failuresComeWithTheirConfidence() {
    JsonObject failure =
        CALLS
            .object("cdr_list_failures", "{" + DAY + "}")
            .getAsJsonArray("failures")
            .get(0)
            .getAsJsonObject();

    assertThat(failure.get("destination").getAsString()).isEqualTo("4021");
    assertThat(failure.get("failed").getAsInt()).isEqualTo(60);
    assertThat(failure.get("ratio_pct").getAsDouble()).isEqualTo(25);
    assertThat(failure.get("low_pct").getAsDouble()).isBetween(19.0, 21.0);
    assertThat(failure.get("high_pct").getAsDouble()).isBetween(30.0, 32.0);
  }

  @Test
  void theAuditShowsWhatItFound() {
    assertThat(
            CALLS
                .object("cdr_audit", "{" + DAY + ", 'max_gap_sec': 600}")
                .getAsJsonArray("findings"))
        .isEmpty();
    JsonObject gaps =
        CALLS
            .object("cdr_audit", "{" + DAY + ", 'max_gap_sec': 300, 'samples': 2}")
            .getAsJsonArray("findings")
            .get(0)
            .getAsJsonObject();
    assertThat(gaps.get("kind").getAsString()).isEqualTo("gap");
    assertThat(gaps.get("count").getAsInt()).isEqualTo(239);
    assertThat(gaps.getAsJsonArray("samples")).hasSize(2);
    assertThat(CALLS.code("cdr_audit", "{'date_from': '2026-10-01', 'date_to': '2026-11-20'}"))
        .isEqualTo("DB_UNSUPPORTED");
  }

  @Test
  void anAlarmTellsHowManyTimesAsMuch() {
    JsonObject alarm =
        CALLS
            .object(
                "cdr_check_fraud",
                "{'date_from': '2026-11-20T12:00', 'date_to': '2026-11-20T14:00', 'factor': 1,"
                    + " 'min_minutes': 2}")
            .getAsJsonArray("alarms")
            .get(0)
            .getAsJsonObject();

    assertThat(alarm.get("kind").getAsString()).isEqualTo("spending");
    assertThat(alarm.get("prefix").getAsString()).isEqualTo("4021");
    assertThat(alarm.get("minutes").getAsDouble()).isEqualTo(2);
  }

  @Test
  void argumentsThatMakeNoSenseAreToldSo() {
    assertThat(CALLS.code("cdr_search", "{'date_from': '2026-11-20T08:00:00Z'}"))
        .isEqualTo("TIME_INVALID");
    assertThat(CALLS.code("cdr_search", "{'date_to': 'yesterday'}")).isEqualTo("TIME_INVALID");
    assertThat(CALLS.code("cdr_search", "{'date_from': '2026-11-21', 'date_to': '2026-11-20'}"))
        .isEqualTo("TIME_RANGE_EMPTY");
    assertThat(CALLS.code("cdr_search", "{'cursor': 'nonsense'}")).isEqualTo("CURSOR_INVALID");
    assertThat(CALLS.code("cdr_search", "{'duration': 'long'}")).isEqualTo("ARGUMENTS_WRONG");
    assertThat(CALLS.code("cdr_check_fraud", "{'night': 'late'}")).isEqualTo("ARGUMENTS_WRONG");
  }

  @Test
  void withoutADatabaseEveryToolSaysHowToConfigureOne() {
    try (NodePorts none = NodePorts.nowhere()) {
      for (String tool :
          List.of(
              "cdr_search",
              "acc_query_missed",
              "cdr_summary",
              "cdr_list_failures",
              "cdr_audit",
              "cdr_check_fraud")) {
        assertThat(Outcomes.failure(none.run(AllTools.named(tool), "{}")).code())
            .as(tool)
            .isEqualTo("DB_NOT_CONFIGURED");
      }
    }
  }
}
