package dev.opensipsmcp.server.toolset.node;

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

class NodeToolsTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void everyReadShowsWhatTheNodeHas(Version version) {
    try (LabNode lab = LabNode.start(version);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      for (String list :
          List.of(
              "blacklist_list",
              "get_memory_stats",
              "get_tcp_connections",
              "httpd_list_paths",
              "sr_list_reports",
              "sr_list_status",
              "statistics_list")) {
        assertThat(rows(ports, list, "{}")).as(list).isNotEmpty();
      }
      JsonObject started = object(ports, "get_command_line", "{}");
      assertThat(started.getAsJsonArray("arguments").toString()).contains("opensips.cfg");
      JsonObject core = object(ports, "sr_get_status", "{\"group\":\"core\"}");
      assertThat(core.get("ready").getAsBoolean()).isTrue();
    }
  }

  @Test
  void memoryIsToldPerPoolWithItsShareInUse() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      List<JsonObject> pools = rows(ports, "get_memory_stats", "{}");

      JsonObject shared = pools.getFirst();
      assertThat(shared.get("pool").getAsString()).isEqualTo("shared");
      assertThat(shared.get("total_bytes").getAsLong()).isEqualTo(536_870_912L);
      assertThat(shared.get("used_pct").getAsInt()).isEqualTo(7);
      assertThat(pools.get(1).get("process").getAsInt()).isEqualTo(1);
      assertThat(pools.get(1).get("type").getAsString()).isNotBlank();
      assertThat(rows(ports, "get_memory_stats", "{\"pool\":\"shared\"}")).hasSize(1);
      assertThat(rows(ports, "get_memory_stats", "{\"min_used_pct\":90}")).isEmpty();
    }
  }

  @Test
  void aRuleIsFoundHoweverItsNetworkIsWritten() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      for (String address : List.of("2001:db8::/32", "198.51.100.7", "198.51.100.64/26")) {
        String rule = "{\"list\":\"dyn\",\"address\":\"" + address + "\"}";
        object(ports, "blacklist_add_rule", rule);
        assertThat(rows(ports, "blacklist_list", "{\"list\":\"dyn\"}")).hasSize(2);
        object(ports, "blacklist_delete_rule", rule);
        assertThat(rows(ports, "blacklist_list", "{\"list\":\"dyn\"}")).hasSize(1);
      }
    }
  }

  @Test
  void aBlockedAddressIsToldWithItsList() {
    try (LabNode lab = LabNode.start(Version.V4_0);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      String udp = "{\"address\":\"192.0.2.5\",\"protocol\":\"udp\",\"port\":5060}";
      assertThat(rows(ports, "blacklist_check", udp).getFirst().get("list").getAsString())
          .isEqualTo("net_filter");
      String other = "{\"address\":\"198.51.100.5\",\"protocol\":\"udp\"}";
      assertThat(rows(ports, "blacklist_check", other)).isEmpty();
    }
  }

  @Test
  void aListThatTheScriptFixedRefusesRules() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      String rule = "{\"list\":\"net_filter\",\"address\":\"198.51.100.7\"}";
      Outcome refused = ports.run(AllTools.named("blacklist_add_rule"), rule);
      assertThat(Outcomes.failure(refused).code()).isEqualTo("MI_REFUSED");
    }
  }

  @Test
  void aConnectionIsClosedOn40AndThenGone() {
    try (LabNode lab = LabNode.start(Version.V4_0);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      JsonObject tls = rows(ports, "get_tcp_connections", "{\"type\":\"tls\"}").getFirst();
      String peer = tls.get("remote").getAsString();
      object(ports, "tcp_close_connection", "{\"connection\":\"" + peer + "\"}");
      assertThat(rows(ports, "get_tcp_connections", "{\"remote\":\"" + peer + "\"}")).isEmpty();
      Plan again =
          ports.plan(AllTools.named("tcp_close_connection"), "{\"connection\":\"" + peer + "\"}");
      assertThat(again).isInstanceOf(Plan.Refused.class);
    }
  }

  @Test
  void countersThatAreResetAreKeptInTheResult() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(lab.miUrl())) {
      JsonObject result = object(ports, "statistics_reset", "{\"names\":[\"rcv_requests\"]}");
      assertThat(result.getAsJsonObject("before").get("core:rcv_requests").getAsInt()).isPositive();
      assertThat(result.getAsJsonObject("after").get("core:rcv_requests").getAsInt()).isZero();
      Plan unknown = ports.plan(AllTools.named("statistics_reset"), "{\"names\":[\"nope\"]}");
      assertThat(unknown).isInstanceOf(Plan.Refused.class);
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
