package dev.opensipsmcp.server.toolset.callcenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallCenterToolsTest {

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void theListsSayWhoWaitsAndWhoAnswers(Version version) {
    try (OnLab node = OnLab.of(version)) {
      assertThat(node.rows("cc_list_agents", "{\"state\":\"free\"}"))
          .extracting(agent -> agent.get("agent_id").getAsString())
          .containsExactly("agentY");
      assertThat(node.rows("cc_list_agents", "{\"agent\":\"CAR\"}").getFirst().get("logged_in"))
          .hasToString("false");
      assertThat(node.rows("cc_list_queue", "{}"))
          .extracting(call -> call.get("flow").getAsString())
          .containsExactly("support", "sales");
      assertThat(node.rows("cc_list_calls", "{\"agent\":\"dave\"}")).hasSize(1);
      assertThat(node.rows("cc_list_flows", "{\"flow\":\"supp\"}").getFirst())
          .isEqualTo(flow("support", 2, 2, 37, 94, 2));
    }
  }

  private static JsonObject flow(
      String id, int agents, int ongoing, int processed, int average, int references) {
    JsonObject flow = new JsonObject();
    flow.addProperty("flow", id);
    flow.addProperty("logged_agents", agents);
    flow.addProperty("ongoing_calls", ongoing);
    flow.addProperty("processed_calls", processed);
    flow.addProperty("avg_call_s", average);
    flow.addProperty("references", references);
    return flow;
  }

  @Test
  void theStatusSaysWhatLooksWrong() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      JsonObject status = node.object("cc_status", "{}");
      assertThat(status.get("queued").getAsInt()).isEqualTo(2);
      assertThat(status.get("longest_wait_s").getAsInt()).isGreaterThanOrEqualTo(74);
      assertThat(findings(status)).singleElement().asString().contains("agents are free");

      node.object("cc_agent_login", "{\"agent_id\":\"dave\",\"state\":0}");
      node.object("cc_set_dispatching", "{\"internal\":false}");

      assertThat(findings(node.object("cc_status", "{}")))
          .anyMatch(finding -> finding.contains("Flow sales has waiting calls"))
          .anyMatch(finding -> finding.contains("dispatching is off"));
    }
  }

  private static List<String> findings(JsonObject status) {
    return status.getAsJsonArray("findings").asList().stream().map(f -> f.getAsString()).toList();
  }

  @Test
  void aCallIsHandedOutByAPersonOnlyWhileTheNodeDoesNot() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      String call = node.rows("cc_list_queue", "{}").getFirst().get("call_id").getAsString();
      String order = "{\"call_id\":\"" + call + "\",\"agent_id\":\"agentY\"}";
      assertThat(node.code("cc_dispatch_call", order)).isEqualTo("MI_REFUSED");

      node.object("cc_set_dispatching", "{\"internal\":false}");
      JsonObject done = node.object("cc_dispatch_call", order);

      assertThat(done.getAsJsonObject("after").get("exists").getAsBoolean()).isFalse();
      assertThat(node.rows("cc_list_calls", "{\"agent\":\"agentY\"}")).hasSize(1);
      assertThat(node.code("cc_dispatch_call", order)).isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @Test
  void anAgentWhoIsNotThereCantLogIn() {
    try (OnLab node = OnLab.of(Version.V4_0)) {
      assertThat(node.code("cc_agent_login", "{\"agent_id\":\"nobody\",\"state\":1}"))
          .isEqualTo("TARGET_NOT_FOUND");
      node.thereAndBack("cc_agent_login", "{\"agent_id\":\"carol\",\"state\":1}");
      assertThat(node.rows("cc_list_agents", "{\"agent\":\"carol\"}").getFirst().get("logged_in"))
          .hasToString("false");
    }
  }

  @Test
  void aReloadSaysWhatIsLoadedAndAResetWhatWasCounted() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      assertThat(node.object("cc_reload", "{}").getAsJsonObject("after").getAsJsonArray("agents"))
          .hasSize(5);
      JsonObject reset = node.object("cc_reset_stats", "{}");
      assertThat(reset.getAsJsonObject("before").getAsJsonObject("support"))
          .hasToString("{\"processed_calls\":37,\"avg_call_s\":94}");
      assertThat(reset.getAsJsonObject("after").getAsJsonObject("support"))
          .hasToString("{\"processed_calls\":0,\"avg_call_s\":0}");
    }
  }
}
