package dev.opensipsmcp.server.toolset.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.Received;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
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

/** Destinations of dispatcher and load_balancer, on the stand-in node. */
class RoutingToolsTest {
  private static final Tool DISPATCHER = AllTools.named("dispatcher_list");
  private static final Tool SET_STATE = AllTools.named("dispatcher_set_state");
  private static final Tool SET_ATTRS = AllTools.named("dispatcher_set_attrs");
  private static final Tool BALANCER = AllTools.named("lb_list");
  private static final Tool SWITCH = AllTools.named("lb_set_status");
  private static final Tool RESIZE = AllTools.named("lb_resize");

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void destinationsAreListedWithTheirState(Version version) {
    try (LabNode lab = LabNode.start(version);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      List<JsonObject> all = rows(ports, DISPATCHER, "{\"full\":true}");
      assertThat(all).hasSize(5);
      assertThat(all.getFirst().keySet()).contains("partition", "set", "uri", "state", "weight");

      assertThat(rows(ports, DISPATCHER, "{\"set\":1}"))
          .extracting(row -> row.get("uri").getAsString())
          .containsExactly("sip:203.0.113.5:5060", "sip:203.0.113.6:5060");
      assertThat(rows(ports, DISPATCHER, "{\"state\":\"probing\"}")).hasSize(1);
      assertThat(rows(ports, DISPATCHER, "{\"uri\":\"198.51.100\"}")).hasSize(1);
    }
  }

  @Test
  void anUnknownPartitionIsTheNodesRefusal() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Outcome.Failure failure = Outcomes.failure(ports.run(DISPATCHER, "{\"partition\":\"nope\"}"));
      assertThat(failure.cause()).contains("ERROR Unknown partition");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "active, inactive",
    "active, probing",
    "inactive, active",
    "inactive, probing",
    "probing, active",
    "probing, inactive"
  })
  void everyStateCanBeReachedFromEveryOther(String from, String to) {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      ports.run(SET_STATE, order(from));

      JsonObject result = Outcomes.object(SET_STATE, ports.run(SET_STATE, order(to)));

      assertThat(result.getAsJsonObject("before").get("state").getAsString())
          .isEqualToIgnoringCase(from);
      assertThat(result.getAsJsonObject("after").get("state").getAsString())
          .isEqualToIgnoringCase(to);
    }
  }

  private static String order(String state) {
    return "{\"set\":1,\"destination\":\"sip:203.0.113.5:5060\",\"state\":\"" + state + "\"}";
  }

  @Test
  void aDestinationThatIsNotThereIsNotSet() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Outcome.Failure failure =
          Outcomes.failure(
              ports.run(
                  SET_STATE,
                  "{\"set\":7,\"destination\":\"sip:203.0.113.5:5060\",\"state\":\"active\"}"));

      assertThat(failure.code()).isEqualTo("TARGET_NOT_FOUND");
      assertThat(failure.nextStep()).contains("dispatcher_list");
      assertThat(lab.received("ds_set_state")).isZero();
    }
  }

  @Test
  void attributesAreSeenWhereTheyWerePushedAndNowhereElse() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      ports.run(SET_ATTRS, attributes("203.0.113.6", "first"));
      Plan.Ready second = (Plan.Ready) ports.plan(SET_ATTRS, attributes("203.0.113.6", "second"));

      assertThat(second.restore().orElseThrow().inverse().arguments().get("attrs").getAsString())
          .isEqualTo("first");
      assertThat(rows(ports, DISPATCHER, "{\"set\":1}"))
          .filteredOn(row -> row.has("script_attrs"))
          .singleElement()
          .satisfies(row -> assertThat(row.get("uri").getAsString()).contains("203.0.113.6"));
      // The node would say OK.
      assertThat(Outcomes.failure(ports.run(SET_ATTRS, attributes("192.0.2.99", "x"))).code())
          .isEqualTo("TARGET_NOT_FOUND");
    }
  }

  private static String attributes(String ip, String attrs) {
    return "{\"set\":1,\"ip\":\"" + ip + "\",\"port\":0,\"attrs\":\"" + attrs + "\"}";
  }

  @Test
  void aReloadThatForgetsStatesDisturbsMoreThanOneThatKeepsThem() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Tool reload = AllTools.named("dispatcher_reload");
      assertThat(demand(reload, "{}", ports).risk()).isEqualTo(Risk.REVERSIBLE);
      assertThat(demand(reload, "{\"inherit_state\":false}", ports).risk())
          .isEqualTo(Risk.DISRUPTIVE);

      ports.run(SET_STATE, order("inactive"));
      ports.run(reload, "{}");
      assertThat(rows(ports, DISPATCHER, "{\"state\":\"inactive\"}")).hasSize(2);
      ports.run(reload, "{\"inherit_state\":false}");
      assertThat(rows(ports, DISPATCHER, "{\"state\":\"inactive\"}")).hasSize(1);
    }
  }

  private static Demand demand(Tool tool, String arguments, NodePorts ports) {
    Work.Choice choice =
        ((Work.PerCall) tool.work())
            .choose(new Arguments(JsonParser.parseString(arguments).getAsJsonObject()), ports);
    return ((Work.Choice.Chosen) choice).demand();
  }

  @Test
  void aBalancerTargetIsFoundByNumberOrByGroupAndUri() {
    try (LabNode lab = LabNode.start(Version.V4_0);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Outcomes.object(
          SWITCH,
          ports.run(
              SWITCH, "{\"group\":1,\"destination\":\"sip:192.0.2.20:5060\",\"enabled\":false}"));

      Received last = lab.received().get(lab.received().size() - 2);
      assertThat(last.toString()).contains("destination_id").contains("new_status");
      assertThat(rows(ports, BALANCER, "{\"state\":\"off\"}"))
          .singleElement()
          .satisfies(row -> assertThat(row.get("destination_id").getAsInt()).isEqualTo(2))
          .satisfies(row -> assertThat(row.get("auto_reenable").getAsBoolean()).isFalse());
      assertThat(Outcomes.failure(ports.run(SWITCH, "{\"group\":1,\"enabled\":false}")).nextStep())
          .contains("destination_id");
      assertThat(
              Outcomes.failure(
                      ports.run(SWITCH, "{\"destination_id\":2,\"group\":2,\"enabled\":false}"))
                  .code())
          .isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @Test
  void aResourceThatTheTargetHasNotIsNotResized() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Outcome.Failure failure =
          Outcomes.failure(
              ports.run(RESIZE, "{\"destination_id\":1,\"resource\":\"vm\",\"capacity\":9}"));
      assertThat(failure.code()).isEqualTo("TARGET_NOT_FOUND");

      JsonObject result =
          Outcomes.object(
              RESIZE,
              ports.run(RESIZE, "{\"destination_id\":2,\"resource\":\"vm\",\"capacity\":9}"));
      assertThat(result.getAsJsonObject("before").get("capacity").getAsInt()).isEqualTo(8);
      assertThat(result.getAsJsonObject("after").get("capacity").getAsInt()).isEqualTo(9);
    }
  }

  private static List<JsonObject> rows(NodePorts ports, Tool tool, String arguments) {
    return Outcomes.rows(tool, ports.run(tool, arguments));
  }
}
