package dev.opensipsmcp.server.toolset.reload;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Fault;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows were written, are not active, are made active, and are shown to be. */
class ReloadTablesTest {
  private static final Tool RELOAD = AllTools.named("reload_tables");
  private static final Tool LIST = AllTools.named("dispatcher_list");

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aRowIsNotActiveThenReloadedThenProvenActive(Version version) {
    try (LabNode lab = LabNode.start(version);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      lab.insertRow("dispatcher", Map.of("setid", "9", "destination", "sip:192.0.2.90:5060"));
      lab.deleteRows("dispatcher", "destination", "sip:203.0.113.6:5060");
      assertThat(Outcomes.rows(LIST, ports.run(LIST, "{\"set\":9}"))).isEmpty();

      JsonObject result = done(ports, "{\"targets\":[\"dispatcher\"],\"delay_ms_between\":0}");

      JsonObject row = row(result, "dispatcher");
      assertThat(row.get("outcome").getAsString()).isEqualTo("reloaded");
      assertThat(row.get("before").getAsInt()).isEqualTo(5);
      assertThat(row.get("after").getAsInt()).isEqualTo(6);
      assertThat(texts(row, "added")).contains("default 9 sip:192.0.2.90:5060");
      assertThat(texts(row, "removed")).containsExactly("default 1 sip:203.0.113.6:5060");
      assertThat(Outcomes.rows(LIST, ports.run(LIST, "{\"set\":9}"))).hasSize(1);
    }
  }

  @Test
  void allIsEveryLoadedModuleInOrderAndDisturbsAsMuchAsTheWorstOfThem() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Work.Choice.Chosen all = (Work.Choice.Chosen) choose(ports, "{}");
      assertThat(all.demand().risk()).isEqualTo(Risk.DISRUPTIVE);
      Work.Choice.Chosen one = (Work.Choice.Chosen) choose(ports, "{\"targets\":[\"dr_rules\"]}");
      assertThat(one.demand().risk()).isEqualTo(Risk.REVERSIBLE);

      Plan.Ready plan =
          (Plan.Ready) ((Work.Change) all.work()).plan(new Arguments(new JsonObject()), ports);
      assertThat(texts(plan.target(), "order"))
          .containsSubsequence("domain_reload", "ds_reload", "qr_reload", "dr_reload", "reg_reload")
          .doesNotContain("dbt_reload");
      assertThat(plan.undo()).contains("keeps no copy");
      assertThat(lab.received("ds_reload")).isZero();

      JsonObject result = done(ports, "{\"delay_ms_between\":0}");
      assertThat(result.get("reloaded").getAsInt()).isGreaterThanOrEqualTo(15);
      assertThat(row(result, "db_text").get("why").getAsString()).contains("named");
    }
  }

  @Test
  void whatFailsIsToldPlainlyAndTheRestGoesOn() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      lab.faults().always("lb_reload", new Fault.Html(500));

      Outcome.Value outcome =
          (Outcome.Value)
              ports.run(
                  RELOAD,
                  "{\"targets\":[\"dispatcher\",\"load_balancer\",\"drouting\"],"
                      + "\"delay_ms_between\":0}");

      JsonObject result = outcome.data().getAsJsonObject();
      assertThat(result.get("complete").getAsBoolean()).isFalse();
      assertThat(outcomes(result)).containsExactly("reloaded", "unknown", "reloaded");
      assertThat(outcome.warnings().getFirst())
          .contains("Only a part became active: 2 reloaded, 1 failed");
    }
  }

  @Test
  void itStopsAtTheFirstThatFailsWhenToldTo() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      lab.faults().always("lb_reload", new Fault.Html(500));

      JsonObject result =
          done(
              ports,
              "{\"targets\":[\"dispatcher\",\"load_balancer\",\"drouting\"],"
                  + "\"stop_on_error\":true,\"delay_ms_between\":0}");

      assertThat(outcomes(result)).containsExactly("reloaded", "unknown", "not_tried");
      assertThat(lab.received("dr_reload")).isZero();
    }
  }

  @Test
  void whereNothingMovedAndTablesMayBeFilesThatIsSaid() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      done(ports, "{\"targets\":[\"load_balancer\"],\"delay_ms_between\":0}");

      Outcome.Value again = (Outcome.Value) ports.run(RELOAD, "{\"targets\":[\"load_balancer\"]}");
      assertThat(again.warnings()).singleElement().asString().contains("db_text");

      Outcome.Value both =
          (Outcome.Value) ports.run(RELOAD, "{\"targets\":[\"load_balancer\",\"db_text\"]}");
      assertThat(both.warnings()).isEmpty();
    }
  }

  @Test
  void nothingReloadedIsAFailure() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      lab.faults().always("lb_reload", new Fault.Html(500));

      Outcome.Failure failure =
          Outcomes.failure(ports.run(RELOAD, "{\"targets\":[\"load_balancer\"]}"));

      assertThat(failure.code()).isEqualTo("RELOAD_FAILED");
      assertThat(failure.cause()).contains("load_balancer: ");
    }
  }

  @Test
  void aTargetThatNoReloadServesIsRefused() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Outcome.Failure failure =
          Outcomes.failure(ports.run(RELOAD, "{\"targets\":[\"dispacher\"]}"));

      assertThat(failure.code()).isEqualTo("TARGET_NOT_FOUND");
      assertThat(failure.nextStep()).contains("dispatcher");
    }
  }

  @Test
  void theListSaysWhichReloadATableNeeds() {
    Tool list = AllTools.named("reload_list");
    try (LabNode lab = LabNode.start(Version.V4_0);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      List<JsonObject> rows = Outcomes.rows(list, ports.run(list, "{\"table\":\"dr_gateways\"}"));

      assertThat(rows).hasSize(1);
      assertThat(rows.getFirst().get("command").getAsString()).isEqualTo("dr_reload");
      assertThat(texts(rows.getFirst(), "proof"))
          .containsExactly("dr_gw_status", "dr_carrier_status", "dr_reload_status");
      assertThat(Outcomes.rows(list, ports.run(list, "{}")))
          .anyMatch(row -> row.toString().contains("regex_reload"));
    }
  }

  private static Work.Choice choose(NodePorts ports, String arguments) {
    return ((Work.PerCall) RELOAD.work())
        .choose(new Arguments(JsonParser.parseString(arguments).getAsJsonObject()), ports);
  }

  private static JsonObject done(NodePorts ports, String arguments) {
    return Outcomes.object(RELOAD, ports.run(RELOAD, arguments));
  }

  private static JsonObject row(JsonObject result, String target) {
    for (JsonElement row : result.getAsJsonArray("rows")) {
      if (row.getAsJsonObject().get("target").getAsString().equals(target)) {
        return row.getAsJsonObject();
      }
    }
    throw new AssertionError("no row of " + target + " in " + result);
  }

  private static List<String> outcomes(JsonObject result) {
    List<String> outcomes = new ArrayList<>();
    result
        .getAsJsonArray("rows")
        .forEach(row -> outcomes.add(row.getAsJsonObject().get("outcome").getAsString()));
    return outcomes;
  }

  private static List<String> texts(JsonObject json, String member) {
    return json.getAsJsonArray(member).asList().stream().map(JsonElement::getAsString).toList();
  }
}
