package dev.opensipsmcp.server.toolset.drouting;

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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gateways, carriers, rules and quality, on the stand-in node. */
class DroutingToolsTest {
  private static final Tool GATEWAYS = AllTools.named("drouting_get_gateway_status");
  private static final Tool CARRIERS = AllTools.named("drouting_get_carrier_status");
  private static final Tool SET_GATEWAY = AllTools.named("drouting_set_gateway_status");
  private static final Tool SET_CARRIER = AllTools.named("drouting_set_carrier_status");
  private static final Tool TEST = AllTools.named("drouting_test_number");

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aGatewayGoesOutOfServiceAndIsSeenToBe(Version version) {
    try (LabNode lab = LabNode.start(version);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      JsonObject result =
          Outcomes.object(
              SET_GATEWAY, ports.run(SET_GATEWAY, "{\"gateway\":\"gw1\",\"enabled\":false}"));

      assertThat(result.getAsJsonObject("before").get("State").getAsString()).isEqualTo("Active");
      assertThat(rows(ports, GATEWAYS, "{\"state\":\"Disabled MI\"}"))
          .extracting(row -> row.get("gateway").getAsString())
          .containsExactly("gw1", "gw3");
    }
  }

  @Test
  void aGatewayThatFailedItsProbesCantBePutBackIntoThatState() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      lab.insertRow(
          "dr_gateways",
          Map.of("gwid", "gw8", "address", "192.0.2.88:5060", "state", "2", "probe_mode", "1"));
      ports.run(AllTools.named("drouting_reload"), "{}");
      assertThat(rows(ports, GATEWAYS, "{\"state\":\"Probing\"}")).hasSize(1);

      Plan.Ready plan =
          (Plan.Ready) ports.plan(SET_GATEWAY, "{\"gateway\":\"gw8\",\"enabled\":true}");

      assertThat(plan.summary()).contains("gw8, now Probing");
      assertThat(plan.restore()).isEmpty();
      assertThat(plan.undo()).contains("failed probe");
    }
  }

  @Test
  void aCarrierIsSwitchedAndItsPaddedAnswerUnderstood() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Outcomes.object(
          SET_CARRIER, ports.run(SET_CARRIER, "{\"carrier\":\"cr2\",\"enabled\":false}"));

      assertThat(rows(ports, CARRIERS, "{\"carrier\":\"cr2\"}"))
          .singleElement()
          .satisfies(row -> assertThat(row.get("enabled").getAsBoolean()).isFalse());
      assertThat(
              Outcomes.failure(ports.run(SET_CARRIER, "{\"carrier\":\"cr9\",\"enabled\":false}"))
                  .nextStep())
          .contains("drouting_get_carrier_status");
    }
  }

  @Test
  void aNumberLeadsToTheTargetsOfItsRule() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      assertThat(route(ports, "00441234", 1).toString())
          .isEqualTo(
              "{\"matched\":true,\"prefix\":\"0044\",\"targets\":[{\"type\":\"gateway\","
                  + "\"id\":\"gw1\"},{\"type\":\"gateway\",\"id\":\"gw2\"}],\"attrs\":\"rule1\"}");
      assertThat(route(ports, "00491234", 1).toString())
          .contains("{\"type\":\"carrier\",\"id\":\"cr1\"}");
      assertThat(route(ports, "1", 7).toString()).isEqualTo("{\"matched\":false}");
    }
  }

  private static JsonObject route(NodePorts ports, String number, int group) {
    String arguments = "{\"number\":\"" + number + "\",\"group\":" + group + "}";
    return Outcomes.object(TEST, ports.run(TEST, arguments));
  }

  @Test
  void aPartitionOnANodeWithoutAnyIsTheNodesRefusal() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Outcome.Failure failure =
          Outcomes.failure(ports.run(GATEWAYS, "{\"partition\":\"Default\"}"));
      assertThat(failure.cause()).contains("'use_partitions'");
    }
  }

  @Test
  void probingAndTheDateOfTheLastLoadCanBeRead() {
    Tool probing = AllTools.named("drouting_get_probing");
    Tool loaded = AllTools.named("drouting_get_reload_status");
    try (LabNode lab = LabNode.start(Version.V4_0);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      assertThat(Outcomes.object(probing, ports.run(probing, "{}")).get("enabled").getAsBoolean())
          .isTrue();
      Outcome.Value value = (Outcome.Value) ports.run(loaded, "{}");
      assertThat(value.data().getAsJsonArray()).hasSize(1);
      assertThat(value.data().toString()).contains("\"date\":");
    }
  }

  @Test
  void qualityIsListedByRuleForGatewaysAndCarriers() {
    Tool quality = AllTools.named("qrouting_get_status");
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      assertThat(rows(ports, quality, "{\"rule\":4}")).hasSize(3);
      assertThat(rows(ports, quality, "{\"gateway\":\"gw2\"}"))
          .singleElement()
          .satisfies(row -> assertThat(row.get("asr").getAsString()).isEqualTo("-1.00/0"));
      assertThat(rows(ports, quality, "{\"rule\":1}")).isEmpty();
    }
  }

  private static List<JsonObject> rows(NodePorts ports, Tool tool, String arguments) {
    return Outcomes.rows(tool, ports.run(tool, arguments));
  }
}
