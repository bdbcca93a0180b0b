package dev.opensipsmcp.server.toolset.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtectionToolsTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void theFullestPipeComesFirstAndIsMarked(Version version) {
    try (OnLab node = OnLab.of(version)) {
      JsonObject fullest = node.rows("ratelimit_status", "{}").getFirst();
      assertThat(fullest.get("pipe").getAsString()).isEqualTo("gw_pstn");
      assertThat(fullest.get("used_percent").getAsInt()).isEqualTo(94);
      assertThat(fullest.get("near_limit").getAsBoolean()).isTrue();
      assertThat(node.rows("ratelimit_status", "{\"near_limit_only\":true}")).hasSize(1);
      assertThat(node.rows("ratelimit_status", "{\"pipe\":\"METH\"}")).hasSize(2);
    }
  }

  @Test
  void anEmptiedPipeShowsWhatItHeld() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      JsonObject reset = node.object("ratelimit_reset", "{\"pipe\":\"gw_pstn\"}");
      assertThat(reset.getAsJsonObject("before").get("Total").getAsInt()).isEqualTo(47);
      assertThat(reset.getAsJsonObject("after").get("Total").getAsInt()).isZero();
      assertThat(node.code("ratelimit_reset", "{\"pipe\":\"nope\"}")).isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @Test
  void theControllerComesBackToItsOldConstants() {
    try (OnLab node = OnLab.of(Version.V4_0)) {
      JsonObject before = node.object("ratelimit_get_pid", "{}");
      node.thereAndBack("ratelimit_set_pid", "{\"ki\":-10,\"kp\":2,\"kd\":1}");
      assertThat(node.object("ratelimit_get_pid", "{}")).isEqualTo(before);
      assertThat(before).hasToString("{\"ki\":-25,\"kp\":0,\"kd\":0}");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aBlockedAddressIsLetInAgainOnce(Version version) {
    try (OnLab node = OnLab.of(version)) {
      assertThat(node.rows("pike_list_blocked", "{}")).hasSize(2);
      assertThat(node.rows("pike_list_blocked", "{\"ip\":\"203.0\"}")).hasSize(1);
      node.object("pike_unblock_ip", "{\"ip\":\"203.0.113.66\"}");
      assertThat(node.rows("pike_list_blocked", "{}")).hasSize(1);
      assertThat(node.code("pike_unblock_ip", "{\"ip\":\"203.0.113.66\"}"))
          .isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @Test
  void fraudCountersAreOfOneUserAndPrefix() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      assertThat(node.object("fraud_get_stats", "{\"user\":\"alice\",\"prefix\":\"+1900\"}"))
          .hasToString("{\"cpm\":14,\"total_calls\":42,\"concurrent_calls\":3,\"seq_calls\":9}");
      assertThat(node.code("fraud_get_stats", "{\"user\":\"bob\",\"prefix\":\"+1900\"}"))
          .isEqualTo("MI_REFUSED");
      assertThat(node.object("fraud_reload", "{}").get("answer").getAsString()).isEqualTo("OK");
    }
  }
}
