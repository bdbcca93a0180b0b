package dev.opensipsmcp.server.toolset.mi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiToolsTest {
  private final Tool execute = AllTools.live("mi_execute");
  private final Tool list = AllTools.live("mi_list_commands");

  @ParameterizedTest
  @CsvSource({"V3_6,uptime", "V3_6,core:uptime", "V4_0,uptime", "V4_0,core:uptime"})
  void anySpellingOfACommandRunsIt(Version version, String command) {
    try (LabNode node = LabNode.start(version);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      Outcome outcome = ports.run(execute, "{\"command\":\"" + command + "\"}");
      assertThat(Outcomes.object(execute, outcome).has("Up since")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DLG_LIST", "dlg_lst", "Dlg_list"})
  void aCommandThatDoesNotExistIsRefusedWithTheNearest(String command) {
    try (LabNode node = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      Outcome.Failure failure =
          Outcomes.failure(ports.run(execute, "{\"command\":\"" + command + "\"}"));
      assertThat(failure.code()).isEqualTo("MI_NO_SUCH_COMMAND");
      assertThat(failure.nextStep()).contains("dlg_list");
    }
  }

  @Test
  void aNameThatMeansSeveralCommandsIsRefusedWithAllOfThem() {
    try (LabNode node = LabNode.start(Version.V4_0);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      Outcome.Failure failure = Outcomes.failure(ports.run(execute, "{\"command\":\"list\"}"));
      assertThat(failure.code()).isEqualTo("MI_AMBIGUOUS_COMMAND");
      assertThat(failure.nextStep()).contains("dialog:list", "evi:list");
    }
  }

  @ParameterizedTest
  @CsvSource({"V3_6,config_flush", "V4_0,config_flush", "V4_0,config:flush"})
  void whatMayEndTheServerIsLeftToTheToolThatLooksFirst(Version version, String command) {
    try (LabNode node = LabNode.start(version);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      String call = "{\"command\":\"" + command + "\",\"params\":{\"name\":\"x\"}}";
      assertThat(Outcomes.failure(ports.run(execute, call)).code()).isEqualTo("KNOWN_CRASH");
      assertThat(node.received("config_flush")).isZero();
    }
  }

  @Test
  void wrongParametersAreRefusedWithTheAcceptedSets() {
    try (LabNode node = LabNode.start(Version.V4_0);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      Outcome.Failure failure =
          Outcomes.failure(
              ports.run(execute, "{\"command\":\"dlg_list\",\"params\":{\"from_tag\":\"x\"}}"));
      assertThat(failure.code()).isEqualTo("MI_WRONG_ARGUMENTS");
      assertThat(failure.nextStep()).contains("callid, from_tag").contains("index, counter");
      assertThat(node.received("dlg_list")).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dlg_list,{},READ",
    "dlg_end_dlg,{\"dialog_id\":\"x\"},DISRUPTIVE",
    "log_level,{},READ",
    "log_level,{\"level\":3},REVERSIBLE",
    "reset_statistics,{\"statistics\":[\"rcv_requests\"]},DESTRUCTIVE"
  })
  void whatACallAsksFollowsTheCommandAndItsParameters(String command, String params, Risk risk) {
    String json = "{\"command\":\"%s\",\"params\":%s}".formatted(command, params);
    Arguments arguments = new Arguments(JsonParser.parseString(json).getAsJsonObject());
    try (LabNode node = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      Work.Choice choice = ((Work.PerCall) execute.work()).choose(arguments, ports);
      assertThat(choice).isInstanceOf(Work.Choice.Chosen.class);
      Work.Choice.Chosen chosen = (Work.Choice.Chosen) choice;
      Demand demand = chosen.demand();
      assertThat(demand.risk()).isEqualTo(risk);
      assertThat(chosen.work() instanceof Work.Read).isEqualTo(risk == Risk.READ);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void onlyWhatTheNodeHasIsListedWithItsRisk(Version version) {
    try (LabNode node = LabNode.start(version);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      List<JsonObject> dialog =
          Outcomes.rows(
              list, ports.run(list, "{\"module\":\"dialog\",\"recipes\":true,\"limit\":300}"));
      String end = version == Version.V4_0 ? "dialog:end_dlg" : "dlg_end_dlg";
      assertThat(dialog)
          .anySatisfy(row -> {
            assertThat(row.get("command").getAsString()).isEqualTo(end);
            assertThat(row.get("risk").getAsString()).isEqualTo("disruptive");
            assertThat(row.get("recipes").toString()).contains("dialog_id, extra_hdrs");
          });
      assertThat(dialog).allMatch(row -> row.get("module").getAsString().equals("dialog"));
    }
  }

  @Test
  void aNodeThatDoesNotAnswerIsSaidSo() {
    try (NodePorts ports = NodePorts.nowhere()) {
      assertThat(Outcomes.failure(ports.run(execute, "{\"command\":\"ps\"}")).code())
          .isEqualTo("MI_UNREACHABLE");
      assertThat(Outcomes.failure(ports.run(list, "{}")).code()).isEqualTo("MI_UNREACHABLE");
    }
  }
}
