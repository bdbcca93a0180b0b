package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Fault;
import dev.opensipsmcp.server.toolset.common.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody says that memory grows; what is told rests on two samples, and on no clock but ours. */
class MemoryStoriesTest {
  private static final String GROWS = "memory leak, usage grows every day";
  private static final int MEGABYTE = 1 << 20;
  private static final Duration NIGHT = Duration.ofHours(10);

  @TempDir Path snapshots;

  private static OnNode quiet(Version version) {
    return OnNode.of(version)
        .statistic("shmem:total_size", 512 * MEGABYTE)
        .statistic("shmem:real_used_size", 60 * MEGABYTE)
        .statistic("dialog:active_dialogs", 40)
        .statistic("tm:inuse_transactions", 10)
        .statistic("pkmem:7-total_size", 16 * MEGABYTE)
        .statistic("pkmem:7-real_used_size", 2 * MEGABYTE);
  }

  private OnNode overNight(Version version) {
    OnNode on = quiet(version).withSnapshots(snapshots);
    up(on, 3_600);
    on.snapshot(snapshots);
    up(on.later(NIGHT), 3_600 + NIGHT.toSeconds());
    return on;
  }

  private static void up(OnNode on, long seconds) {
    on.node().faults().clear();
    on.answers(
        "uptime", "{\"Now\":\"-\",\"Up since\":\"-\",\"Up time\":\"" + seconds + " [sec]\"}");
  }

  private static List<String> statements(JsonObject json, String confidence) {
    List<String> statements = new ArrayList<>();
    for (JsonElement finding : Json.list(json, "findings")) {
      if (Json.text(finding.getAsJsonObject(), "confidence").equals(confidence)) {
        statements.add(Json.text(finding.getAsJsonObject(), "statement"));
      }
    }
    return statements;
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void memoryThatGrewOverNightBesideTheLoadMayLeakAndLastsTillANamedHour(Version version) {
    try (OnNode on = overNight(version)) {
      on.statistic("shmem:real_used_size", 160 * MEGABYTE);

      JsonObject json = on.ask("symptom", GROWS);

      assertThat(statements(json, "likely"))
          .singleElement()
          .asString()
          .startsWith("Shared memory grew by 104857600 bytes in 10 h")
          .contains("if that goes on evenly, it is full in 35 h")
          .contains("explain only 0 %");
      assertThat(Json.list(json, "evidence").toString())
          .contains("\"window\",\"value\":36000,\"unit\":\"s\"")
          .contains("\"rate\",\"value\":10485760,\"unit\":\"bytes per hour\"")
          .contains("snapshot");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void memoryThatGrewWithCallsIsLoadAndNoLeak(Version version) {
    try (OnNode on = overNight(version)) {
      on.statistic("shmem:real_used_size", 160 * MEGABYTE)
          .statistic("dialog:active_dialogs", 10_040);

      JsonObject json = on.ask("symptom", GROWS);

      assertThat(statements(json, "likely")).isEmpty();
      assertThat(statements(json, "possible"))
          .anyMatch(it -> it.contains("grows with the load") && it.contains("explain 76 %"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aNodeWhoseCallsCameAndWentIsWell(Version version) {
    try (OnNode on = overNight(version)) {
      on.statistic("shmem:real_used_size", 62 * MEGABYTE).statistic("dialog:active_dialogs", 300);

      on.findsNothing("symptom", GROWS);
    }
  }

  @Test
  void oneProcessThatGrowsAloneIsNamedWithItsPid() {
    try (OnNode on = overNight(Version.V3_6)) {
      on.statistic("pkmem:7-real_used_size", 8 * MEGABYTE);

      JsonObject json = on.ask("symptom", GROWS);

      assertThat(statements(json, "likely"))
          .singleElement()
          .asString()
          .startsWith("Private memory of process 7 (pid ")
          .contains("grew by 6291456 bytes in 10 h")
          .contains("full in 13 h")
          .contains("alone among its kind");
      assertThat(Json.list(json, "findings").toString()).contains("mem_dump_process");
    }
  }

  @Test
  void withoutASnapshotSomeSecondsAreWatchedAndOnlyHintAtGrowth() {
    try (OnNode on = quiet(Version.V3_6)) {
      on.meanwhile(() -> on.statistic("shmem:real_used_size", 80 * MEGABYTE));

      JsonObject json = on.ask("symptom", GROWS);

      assertThat(statements(json, "likely")).isEmpty();
      assertThat(statements(json, "certain")).isEmpty();
      assertThat(statements(json, "possible"))
          .singleElement()
          .asString()
          .contains("grew by 20971520 bytes in 4 s");
      assertThat(Json.list(json, "next").toString()).contains("snapshot_capture");
    }
  }

  @Test
  void whatStaysWhileItIsWatchedIsNoCauseForAlarm() {
    try (OnNode on = quiet(Version.V3_6)) {
      JsonObject json = on.ask("symptom", GROWS);

      assertThat(Json.list(json, "findings")).isEmpty();
      assertThat(Json.list(json, "fine").toString())
          .contains("did not grow in 4 s; a longer window says more");
    }
  }

  @Test
  void oneSampleAloneMakesNoVerdict() {
    try (OnNode on = quiet(Version.V3_6)) {
      on.meanwhile(() ->
          on.node()
              .faults()
              .always("get_statistics", new Fault.Instead(JsonParser.parseString("1"))));

      JsonObject json = on.ask("symptom", GROWS);

      assertThat(Json.list(json, "findings").toString()).doesNotContain("grew");
      assertThat(Json.list(json, "fine").toString()).doesNotContain("grew").doesNotContain("grow");
      assertThat(Json.list(json, "unseen").toString()).contains("Growth needs two samples");
    }
  }

  @Test
  void aSnapshotFromBeforeARestartIsNotMeasuredFrom() {
    try (OnNode on = overNight(Version.V3_6)) {
      up(on, 120);
      on.statistic("shmem:real_used_size", 160 * MEGABYTE);

      JsonObject json = on.ask("symptom", GROWS);

      assertThat(Json.list(json, "findings").toString()).doesNotContain("grew");
      assertThat(Json.list(json, "fine").toString()).contains("in 4 s");
    }
  }

  @Test
  void aSnapshotThatIsNamedIsTheOneMeasuredFrom() throws Exception {
    try (OnNode on = overNight(Version.V3_6)) {
      String named = on.snapshot(snapshots);
      Path other = Files.move(Path.of(named), snapshots.resolve("mine.json"));
      up(on.later(Duration.ofHours(1)), 3_600 + 11 * 3_600);
      on.statistic("shmem:real_used_size", 100 * MEGABYTE);

      assertThat(on.first("task", "memory", "path", other.toString())).contains("in 60 min");
    }
  }

  @Test
  void freeMemoryInCrumbsIsNamed() {
    try (OnNode on = quiet(Version.V3_6)) {
      on.statistic("shmem:real_used_size", 300 * MEGABYTE)
          .statistic("shmem:free_size", 20 * MEGABYTE)
          .statistic("shmem:fragments", 200_000);

      assertThat(on.first("symptom", GROWS)).contains("200000 pieces of 104 bytes");
    }
  }
}
