package dev.opensipsmcp.server.toolset.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreToolsTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void whatIsStoredIsShown(Version version) {
    try (LabNode lab = LabNode.start(version);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      assertThat(rows(ports, "cache_list", "{\"glob\":\"k?\"}")).hasSize(2);
      assertThat(rows(ports, "config_list", "{\"name\":\"feat\"}")).hasSize(1);
      assertThat(rows(ports, "dbvirtual_list", "{}")).hasSize(2);
      assertThat(rows(ports, "mqueue_list", "{}")).hasSize(2);
      String key = "{\"system\":\"local\",\"key\":\"lab_key\"}";
      assertThat(object(ports, "cache_fetch", key).get("value").getAsString())
          .isEqualTo("lab_value");
    }
  }

  @Test
  void aPushedSettingIsGoneAfterAReloadUnlessItWasFlushed() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      object(ports, "config_push", "{\"name\":\"feature\",\"value\":\"off\"}");
      object(ports, "config_reload", "{}");
      assertThat(feature(ports)).isEqualTo("on");

      object(ports, "config_push", "{\"name\":\"feature\",\"value\":\"off\"}");
      object(ports, "config_flush", "{\"name\":\"feature\"}");
      object(ports, "config_reload", "{}");
      assertThat(feature(ports)).isEqualTo("off");
    }
  }

  private static String feature(NodePorts ports) {
    JsonObject setting = rows(ports, "config_list", "{\"name\":\"feature\"}").getFirst();
    return setting.get("value").getAsString();
  }

  /** The command would end a real node. */
  @Test
  void aSettingThatIsNotThereIsNeverFlushed() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      Plan plan = ports.plan(AllTools.named("config_flush"), "{\"name\":\"nope\"}");
      assertThat(plan).isInstanceOf(Plan.Refused.class);
      assertThat(lab.received("config_flush")).isZero();
    }
  }

  @Test
  void whatIsFetchedFromAQueueIsInTheResultOnly() {
    try (LabNode lab = LabNode.start(Version.V4_0);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      JsonObject result = object(ports, "mqueue_fetch", "{\"name\":\"q1\",\"count\":2}");
      assertThat(result.getAsJsonArray("answer")).hasSize(2);
      assertThat(result.getAsJsonObject("before").get("size").getAsInt()).isEqualTo(3);
      assertThat(result.getAsJsonObject("after").get("size").getAsInt()).isEqualTo(1);
    }
  }

  @Test
  void matchingKeysAreRemovedAndNamedInTheResult() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      JsonObject result = object(ports, "cache_remove_matching", "{\"glob\":\"k*\"}");
      assertThat(result.getAsJsonObject("before").getAsJsonArray("keys")).hasSize(2);
      assertThat(rows(ports, "cache_list", "{\"glob\":\"*\"}")).hasSize(1);
    }
  }

  @Test
  void redisServersAreToldWhetherTheyAnswer() {
    try (LabNode lab = LabNode.start(Version.V4_0);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      assertThat(rows(ports, "redis_list_nodes", "{}"))
          .extracting(node -> node.get("status").getAsString())
          .containsExactly("connected", "connected", "disconnected");
      assertThat(rows(ports, "redis_test_nodes", "{\"group\":\"cluster1\"}").getFirst())
          .hasToString(
              "{\"group\":\"cluster1\",\"address\":\"192.0.2.41\",\"port\":6379,"
                  + "\"status\":\"reachable\",\"latency_us\":180}");
    }
  }

  @Test
  void aPriceIsToldWithItsPrefix() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      JsonObject price =
          object(ports, "rate_get_vendor_price", "{\"name\":\"vendor1\",\"number\":\"4412\"}");
      assertThat(price.get("prefix").getAsString()).isEqualTo("44");
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
