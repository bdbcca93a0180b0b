package dev.opensipsmcp.server.toolset.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoreToolsTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aHealthyNodeIsReportedWithItsFigures(Version version) {
    JsonObject health = object(version, "health_check", "{}");
    assertThat(health.get("status").getAsString()).isNotEqualTo("down");
    assertThat(health.get("active_dialogs").getAsLong()).isPositive();
    assertThat(health.get("shared_memory_pct").getAsLong()).isBetween(0L, 100L);
    assertThat(health.get("server").getAsString()).contains(version.label());
  }

  @Test
  void aNodeThatDoesNotAnswerIsReportedAsDownAndNotAsAFailure() {
    Tool tool = AllTools.live("health_check");
    try (NodePorts ports = NodePorts.nowhere()) {
      JsonObject health = Outcomes.object(tool, ports.run(tool, "{}"));
      assertThat(health.get("status").getAsString()).isEqualTo("down");
      assertThat(health.getAsJsonArray("findings")).isNotEmpty();
    }
  }

  @Test
  void theOtherToolsFailOnANodeThatDoesNotAnswer() {
    for (String name :
        List.of("opensips_version", "get_uptime", "get_process_list", "get_statistics")) {
      try (NodePorts ports = NodePorts.nowhere()) {
        Outcome.Failure failure = Outcomes.failure(ports.run(AllTools.live(name), "{}"));
        assertThat(failure.code()).as(name).isEqualTo("MI_UNREACHABLE");
        assertThat(failure.mayHaveRun()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void theVersionIsToldInThreeForms(Version version) {
    JsonObject told = object(version, "opensips_version", "{}");
    assertThat(told.get("line").getAsString()).isEqualTo(version.label());
    assertThat(told.get("release").getAsString()).startsWith(version.label() + ".");
    assertThat(told.get("mi_commands").getAsInt()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void theUptimeIsANumberOfSeconds(Version version) {
    assertThat(object(version, "get_uptime", "{}").get("up_s").getAsLong()).isNotNegative();
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void processesCanBePickedByTheirRole(Version version) {
    List<JsonObject> all = rows(version, "get_process_list", "{}");
    List<JsonObject> receivers = rows(version, "get_process_list", "{\"type\":\"sip receiver\"}");
    assertThat(receivers).isNotEmpty().hasSizeLessThan(all.size());
    assertThat(receivers).allMatch(row -> row.get("type").getAsString().contains("SIP receiver"));
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aStatisticIsFoundWithAndWithoutItsGroup(Version version) {
    List<JsonObject> bare = rows(version, "get_statistics", "{\"name\":\"active_dialogs\"}");
    List<JsonObject> full =
        rows(version, "get_statistics", "{\"names\":[\"dialog:active_dialogs\"]}");
    assertThat(bare).hasSize(1).isEqualTo(full);
    assertThat(bare.getFirst().get("name").getAsString()).isEqualTo("dialog:active_dialogs");
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aGroupHasOnlyItsOwn(Version version) {
    assertThat(rows(version, "get_statistics", "{\"group\":\"core:\"}"))
        .isNotEmpty()
        .allMatch(row -> row.get("name").getAsString().startsWith("core:"));
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aStatisticThatDoesNotExistIsSaidToBeUnknownWithTheNearest(Version version) {
    Outcome.Failure failure =
        Outcomes.failure(run(version, "get_statistics", "{\"name\":\"activ_dialogs\"}"));
    assertThat(failure.code()).isEqualTo("STATISTIC_UNKNOWN");
    assertThat(failure.cause()).contains("activ_dialogs").contains("active_dialogs");
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void ofSeveralTheUnknownOnesAreWarnedAbout(Version version) {
    Outcome outcome =
        run(version, "get_statistics", "{\"names\":[\"active_dialogs\",\"no_such_thing\"]}");
    assertThat(((Outcome.Rows) outcome).rows()).hasSize(1);
    assertThat(((Outcome.Rows) outcome).warnings()).anyMatch(w -> w.contains("no_such_thing"));
  }

  private static JsonObject object(Version version, String tool, String arguments) {
    return Outcomes.object(AllTools.named(tool), run(version, tool, arguments));
  }

  private static List<JsonObject> rows(Version version, String tool, String arguments) {
    return Outcomes.rows(AllTools.named(tool), run(version, tool, arguments));
  }

  private static Outcome run(Version version, String name, String arguments) {
    Tool tool = AllTools.live(name);
    try (LabNode node = LabNode.start(version);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      Outcome outcome = ports.run(tool, arguments);
      assertThat(tool.needs().miCommands()).containsAll(ports.used());
      return outcome;
    }
  }
}
