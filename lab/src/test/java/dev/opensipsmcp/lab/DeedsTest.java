package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.opensipsmcp.facts.Version;
import org.junit.jupiter.api.Test;

/** What others see of a node, and what it was given beside what every node has. */
class DeedsTest {

  @Test
  void aCommandToAnotherNodeArrivesThere() {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      Wire.result(
          node,
          "cluster_send_mi",
          "{\"cluster_id\":1,\"destination\":3,\"cmd_name\":\"ds_reload\"}");

      assertThat(node.deeds())
          .extracting(Deed::kind, Deed::target, Deed::text)
          .containsExactly(tuple(Deed.Kind.CLUSTER_COMMAND, "node 3", "ds_reload"));
    }
  }

  @Test
  void anEventIsSeenThoughNobodySubscribed() {
    try (LabNode node = LabNode.start(Version.V4_0)) {
      Wire.result(node, "pres_expose", "{\"event\":\"presence\"}");

      assertThat(node.deeds())
          .allMatch(deed -> deed.target().equals("E_PRESENCE_EXPOSED"))
          .anyMatch(deed -> deed.text().contains("\"user\":\"alice\""));
    }
  }

  @Test
  void aScriptedClusterLosesANodeAndHasNoTable() {
    LabSettings settings = LabSettings.of(Version.V3_6).with(LabFeature.SCRIPTED_CLUSTER);
    try (LabNode node = LabNode.of(settings)) {
      assertThat(Wire.call(node, "clusterer_reload", "{}").toString()).contains("Non-DB mode");

      Wire.result(node, "clusterer_remove_node", "{\"cluster_id\":1,\"node_id\":2}");

      assertThat(Wire.result(node, "clusterer_list", "{}").toString())
          .doesNotContain("node two")
          .contains("node three");
    }
  }

  @Test
  void aNodeIsLookedIntoByTheNamesThatItTells() {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      assertThat(node.modules()).contains("script", "db_text", "benchmark");
      assertThat(node.inside("script").toString()).doesNotContain("emergency");
      assertThatThrownBy(() -> node.inside("nothing"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("script");
    }
  }
}
