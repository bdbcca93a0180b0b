package dev.opensipsmcp.server.toolset.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptToolsTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void whatTheScriptReadsIsShown(Version version) {
    try (LabNode lab = LabNode.start(version);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      List<JsonObject> variables = rows(ports, "shv_list", "{}");
      assertThat(variables).hasSize(1);
      assertThat(variables.getFirst().get("name").getAsString()).isEqualTo("lab");
      assertThat(object(ports, "gflags_get", "{}").get("mask").getAsInt()).isEqualTo(5);
      assertThat(object(ports, "rand_get_probability", "{}").get("percent").getAsInt())
          .isEqualTo(10);
      Outcome match =
          ports.run(AllTools.named("regex_test"), "{\"text\":\"abc\",\"expression\":\"^a\"}");
      assertThat(((Outcome.Value) match).data().getAsString()).isEqualTo("Match");
    }
  }

  @Test
  void onlyFlagsThatWereNotSetAreTakenBack() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Plan plan = ports.plan(AllTools.named("gflags_set"), "{\"mask\":6}");
      assertThat(((Plan.Ready) plan).restore().orElseThrow().inverse().arguments())
          .hasToString("{\"mask\":2}");
      Plan nothing = ports.plan(AllTools.named("gflags_set"), "{\"mask\":4}");
      assertThat(((Plan.Ready) nothing).restore()).isEmpty();
    }
  }

  @Test
  void aVariableKeepsItsTypeOnTheWayBack() {
    try (LabNode lab = LabNode.start(Version.V4_0);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Plan plan =
          ports.plan(
              AllTools.named("shv_set"), "{\"name\":\"lab\",\"value\":\"7\",\"type\":\"int\"}");
      assertThat(((Plan.Ready) plan).restore().orElseThrow().inverse().arguments())
          .hasToString("{\"name\":\"lab\",\"value\":\"shared\",\"type\":\"str\"}");
    }
  }

  @Test
  void theTimersBeginANewPeriodOnceTheyAreFetched() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      JsonObject first = object(ports, "benchmark_fetch_results", "{}");
      JsonObject second = object(ports, "benchmark_fetch_results", "{}");
      assertThat(first).isNotEqualTo(second);
      assertThat(second.toString()).contains("\"global\":\"0/0/0/0/0.000000\"");
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
