package dev.opensipsmcp.server.toolset.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RemoteCommandTest {

  @ParameterizedTest
  @CsvSource({
    "uptime,,READ",
    "lb_status,'{\"destination_id\":1}',READ",
    "lb_status,'{\"destination_id\":1,\"new_status\":0}',DISRUPTIVE",
    "cc_reset_stats,,DESTRUCTIVE",
    "fraud_reload,,REVERSIBLE"
  })
  void whatIsSentDecidesWhatTheCallAsks(String command, String params, Risk risk) {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      Demand demand = demand(node, command, params == null ? "{}" : params);
      assertThat(demand.risk()).isEqualTo(risk);
      assertThat(demand.scope()).isEqualTo(risk == Risk.READ ? Scope.MI_READ : Scope.MI_WRITE);
    }
  }

  private static Demand demand(OnLab node, String command, String params) {
    Work.Choice choice = node.choice("cluster_send_command", order(3, command, params));
    assertThat(choice).isInstanceOf(Work.Choice.Chosen.class);
    return ((Work.Choice.Chosen) choice).demand();
  }

  private static String order(int destination, String command, String params) {
    JsonObject order = new JsonObject();
    order.addProperty("cluster_id", 1);
    order.addProperty("node_id", destination);
    order.addProperty("mi_cmd", command);
    order.addProperty("mi_params", params);
    return order.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3|no_such_command|{}|has no MI command",
        "3|cluster_send_mi|{\"cluster_id\":1,\"destination\":2,\"cmd_name\":\"ps\"}|can't be sent on",
        "3|cluster_broadcast_mi|{\"cluster_id\":1,\"cmd_name\":\"ps\"}|can't be sent on",
        "3|get_statistics|{\"statistics\":[\"all\"]}|plain values only",
        "3|trace|{}|named parameters",
        "3|t_uac_dlg|{}|answers late",
        "3|rl_list|{\"pipe\":\"lab_pipe\"}|forms of that many parameters",
        "3|uptime|{\"so\":1}|does not take",
        "3|uptime|[1]|no JSON object",
        "3|uptime|{\"a|no JSON object",
        "2|uptime|{}|can't be reached",
        "7|uptime|{}|no other node",
        "1|uptime|{}|no other node"
      })
  void whatTheClusterCantCarryIsRefused(
      int destination, String command, String params, String why) {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      Outcome outcome = node.run("cluster_send_command", order(destination, command, params));
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Failure.class,
              failure -> {
                assertThat(failure.code()).isEqualTo("CLUSTER_COMMAND_REFUSED");
                assertThat(failure.cause()).contains(why);
              });
    }
  }

  @Test
  void aDisabledNodeIsNotSentToThoughANodeWouldSayOk() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      node.object("cluster_set_node_status", "{\"cluster_id\":1,\"node_id\":3,\"enabled\":false}");
      assertThat(node.code("cluster_send_command", order(3, "uptime", "{}")))
          .isEqualTo("CLUSTER_COMMAND_REFUSED");
    }
  }

  @Test
  void aNodeThatIsItselfDisabledSendsNothing() {
    try (OnLab node = OnLab.of(Version.V3_6)) {
      node.object("cluster_set_node_status", "{\"cluster_id\":1,\"node_id\":1,\"enabled\":false}");
      assertThat(node.code("cluster_send_command", order(3, "uptime", "{}")))
          .isEqualTo("CLUSTER_COMMAND_REFUSED");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void whatIsSentGetsNoAnswerAndTheResultSaysSo(Version version) {
    try (OnLab node = OnLab.of(version)) {
      String order = order(3, "rl_reset_pipe", "{\"pipe\":\"lab_pipe\"}");
      assertThat(node.object("cluster_send_command", order).get("sent").getAsBoolean()).isTrue();
      assertThat(node.warnings("cluster_send_command", order))
          .singleElement()
          .asString()
          .contains("unknown: ask that node");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void whatIsBroadcastRunsHereTooAndShows(Version version) {
    try (OnLab node = OnLab.of(version)) {
      JsonObject done =
          node.object(
              "cluster_broadcast_command",
              "{\"cluster_id\":1,\"mi_cmd\":\"rl_reset_pipe\","
                  + "\"mi_params\":\"{\\\"pipe\\\":\\\"gw_pstn\\\"}\"}");
      assertThat(done.get("reached")).hasToString("[3]");
      assertThat(done.get("missed")).hasToString("[2]");
      assertThat(node.rows("ratelimit_status", "{\"near_limit_only\":true}")).isEmpty();
    }
  }
}
