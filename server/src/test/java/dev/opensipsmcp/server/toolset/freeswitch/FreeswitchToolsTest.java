package dev.opensipsmcp.server.toolset.freeswitch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreeswitchToolsTest {
  private static final String SOCKET = "{\"address\":\"203.0.113.60:8021\",\"events\":";

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void onlyWhatWasAddedIsTakenBack(Version version) {
    try (OnLab lab = OnLab.of(version)) {
      String order = SOCKET + "[\"DTMF\",\"CHANNEL_STATE\"]}";

      Plan.Ready plan = lab.plan("freeswitch_subscribe", order);
      assertThat(plan.restore().orElseThrow().inverse().arguments().getAsJsonArray("events"))
          .hasToString("[\"CHANNEL_STATE\"]");

      assertThat(lab.object("freeswitch_subscribe", order).toString())
          .contains("[\"CHANNEL_STATE\",\"DTMF\",\"HEARTBEAT\"]");
    }
  }

  @Test
  void aSocketWithoutEventsIsForgottenUntilTheNextReload() {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      String all = SOCKET + "[\"DTMF\",\"HEARTBEAT\"]}";

      assertThat(lab.plan("freeswitch_unsubscribe", all).restore()).isEmpty();
      lab.object("freeswitch_unsubscribe", all);

      assertThat(lab.rows("freeswitch_list", "{\"address\":\"203.0.113.60\"}")).isEmpty();
      assertThat(lab.code("freeswitch_subscribe", all)).isEqualTo("TARGET_NOT_FOUND");
      lab.object("freeswitch_reload", "{}");
      assertThat(lab.rows("freeswitch_list", "{\"address\":\"203.0.113.60\"}")).hasSize(1);
    }
  }
}
