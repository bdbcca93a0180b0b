package dev.opensipsmcp.server.toolset.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterToolsTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void nodesLinksCapabilitiesAndTagsAreListed(Version version) {
    try (OnLab node = OnLab.of(version)) {
      assertThat(node.rows("cluster_status", "{\"cluster_id\":1}"))
          .extracting(row -> row.get("link_state").getAsString())
          .containsExactly("Down", "Up");
      assertThat(node.rows("cluster_status", "{\"cluster_id\":2}")).isEmpty();
      assertThat(node.rows("cluster_topology", "{}").getFirst())
          .hasToString("{\"cluster_id\":1,\"node_id\":1,\"self\":true,\"neighbours\":[3]}");
      assertThat(node.rows("cluster_list_capabilities", "{}")).hasSize(3);
      assertThat(node.rows("cluster_list_tags", "{}"))
          .extracting(row -> row.get("state").getAsString())
          .containsExactly("active", "backup");
    }
  }

  @Test
  void theCheckJoinsFourReadsAndNamesItsEvidence() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      JsonObject check = node.object("cluster_sync_check", "{}");
      assertThat(check.get("status").getAsString()).isEqualTo("degraded");
      assertThat(check.get("node_id").getAsInt()).isEqualTo(1);
      assertThat(problems(check)).singleElement().asString().contains("Node 2").contains("Down");

      node.object(
          "cluster_set_capability",
          "{\"cluster_id\":1,\"capability\":\"usrloc-contact-repl\",\"enabled\":false}");
      node.object("cluster_set_node_status", "{\"cluster_id\":1,\"node_id\":3,\"enabled\":false}");

      JsonObject worse = node.object("cluster_sync_check", "{}");
      assertThat(problems(worse))
          .anyMatch(finding -> finding.contains("usrloc-contact-repl is switched off"))
          .anyMatch(finding -> finding.contains("nobody may be active"));
      assertThat(worse.get("nodes_up").getAsInt()).isZero();
      assertThat(worse.toString()).contains("clusterer_list_cap: cluster 1");
    }
  }

  private static List<String> problems(JsonObject check) {
    return check.getAsJsonArray("findings").asList().stream()
        .map(finding -> finding.getAsJsonObject())
        .filter(finding -> finding.get("severity").getAsString().equals("problem"))
        .peek(finding -> assertThat(finding.get("evidence").getAsString()).startsWith("clusterer_"))
        .map(finding -> finding.get("finding").getAsString())
        .toList();
  }

  @Test
  void aNodeIsDisabledAndComesBackAsItWas() {
    try (OnLab node = OnLab.of(Version.V4_0)) {
      List<JsonObject> before = node.rows("cluster_status", "{}");
      node.thereAndBack(
          "cluster_set_node_status", "{\"cluster_id\":1,\"node_id\":3,\"enabled\":false}");
      node.thereAndBack("cluster_drain_node", "{\"cluster_id\":1,\"node_id\":3}");
      assertThat(node.rows("cluster_status", "{}")).isEqualTo(before);
      assertThat(
              node.code(
                  "cluster_set_node_status", "{\"cluster_id\":1,\"node_id\":9,\"enabled\":true}"))
          .isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @Test
  void drainingTheNodeThatIsAskedWatchesItsCallsUntilTheDeadline() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      String drain = "{\"cluster_id\":1,\"node_id\":1,\"timeout_sec\":5,\"poll_interval_sec\":1}";
      JsonObject drained = node.object("cluster_drain_node", drain);
      assertThat(drained.get("drained").getAsBoolean()).isFalse();
      assertThat(drained.get("dialogs_left").getAsInt())
          .isEqualTo(drained.get("dialogs_at_start").getAsInt())
          .isPositive();
      assertThat(node.rows("cluster_status", "{}"))
          .allMatch(row -> row.get("link_state").getAsString().equals("Down"));
      node.object("cluster_promote_node", "{\"cluster_id\":1,\"node_id\":1}");
      assertThat(node.rows("cluster_status", "{}"))
          .anyMatch(row -> row.get("link_state").getAsString().equals("Up"));
    }
  }

  @Test
  void callsOfAnotherNodeCantBeCountedHere() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      assertThat(node.warnings("cluster_drain_node", "{\"cluster_id\":1,\"node_id\":3}"))
          .singleElement()
          .asString()
          .contains("on that node itself");
    }
  }

  @Test
  void aTagIsTakenOverButNeverMadeUp() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      node.object("cluster_set_tag_active", "{\"cluster_id\":1,\"tag\":\"reg\"}");
      assertThat(node.rows("cluster_list_tags", "{}"))
          .allMatch(row -> row.get("state").getAsString().equals("active"));
      assertThat(node.code("cluster_set_tag_active", "{\"cluster_id\":1,\"tag\":\"misspelt\"}"))
          .isEqualTo("TARGET_NOT_FOUND");
      assertThat(node.rows("cluster_list_tags", "{}")).hasSize(2);
    }
  }

  @Test
  void aNodeWithItsClusterInADatabaseReloadsButForgetsNobody() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      assertThat(node.object("cluster_reload", "{}").getAsJsonObject("after").get("nodes"))
          .hasToString(
              "[\"1/2 bin:192.0.2.32:5566\",\"1/3 bin:192.0.2.33:5566\","
                  + "\"1/4 bin:192.0.2.34:5566\"]");
      assertThat(node.code("cluster_remove_node", "{\"cluster_id\":1,\"node_id\":2}"))
          .isEqualTo("MI_REFUSED");
    }
  }
}
