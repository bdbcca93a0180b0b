package dev.opensipsmcp.server.toolset.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogToolsTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void levelsAndTargetsAreTold(Version version) {
    try (LabNode lab = LabNode.start(version);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      assertThat(rows(ports, "log_get_levels", "{}"))
          .allMatch(process -> process.get("level").getAsInt() == 3);
      assertThat(rows(ports, "log_get_levels", "{\"type\":\"sip receiver\"}")).hasSize(4);
      assertThat(object(ports, "xlog_get_level", "{}").get("level").getAsInt()).isEqualTo(3);
      assertThat(rows(ports, "log_get_consumers", "{}"))
          .extracting(target -> target.get("muted").getAsBoolean())
          .containsExactly(false, false, true);
    }
  }

  @Test
  void differentLevelsOfProcessesComeBackAfterAllWereSetAlike() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      object(ports, "log_set_level", "{\"level\":1,\"pid\":4106}");
      List<JsonObject> before = rows(ports, "log_get_levels", "{}");

      Plan plan = ports.plan(AllTools.named("log_set_level"), "{\"level\":4}");
      Step back = ((Plan.Ready) plan).restore().orElseThrow().inverse();
      object(ports, "log_set_level", "{\"level\":4}");
      assertThat(rows(ports, "log_get_levels", "{}")).isNotEqualTo(before);
      object(ports, back.tool(), back.arguments().toString());

      assertThat(rows(ports, "log_get_levels", "{}")).isEqualTo(before);
    }
  }

  @Test
  void aProcessThatIsNotThereIsRefused() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Tool tool = AllTools.named("log_set_level");
      assertThat(Outcomes.failure(ports.run(tool, "{\"level\":4,\"pid\":1}")).code())
          .isEqualTo("TARGET_NOT_FOUND");
      assertThat(Outcomes.failure(ports.run(tool, "{\"pid\":4106}")).code())
          .isEqualTo("ARGUMENTS_INCOMPLETE");
    }
  }

  @Test
  void aTargetIsMutedAndItsOldStateIsTheWayBack() {
    try (LabNode lab = LabNode.start(Version.V4_0);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      String mute = "{\"consumer\":\"syslog\",\"muted\":true}";
      Plan plan = ports.plan(AllTools.named("log_set_mute"), mute);
      object(ports, "log_set_mute", mute);
      assertThat(rows(ports, "log_get_consumers", "{}").get(1).get("muted").getAsBoolean())
          .isTrue();
      Step back = ((Plan.Ready) plan).restore().orElseThrow().inverse();
      assertThat(back.arguments().get("muted").getAsBoolean()).isFalse();
    }
  }

  private static List<JsonObject> rows(NodePorts ports, String name, String arguments) {
    Tool tool = AllTools.named(name);
    return Outcomes.rows(tool, ports.run(tool, arguments));
  }

  private static JsonObject object(NodePorts ports, String name, String arguments) {
    Tool tool = AllTools.named(name);
    return Outcomes.object(tool, ports.run(tool, arguments));
  }
}
