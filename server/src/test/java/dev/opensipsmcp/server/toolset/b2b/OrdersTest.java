package dev.opensipsmcp.server.toolset.b2b;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which arguments the tools that start and bridge understand. */
class OrdersTest {
  private final ScriptedNode node = new ScriptedNode().reads(Recorded.list(Recorded.TOP_HIDING));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bad",
        "client1",
        ",sip:a@example.com",
        "client1,alice@example.com",
        "client1,sip:",
        "client1,sip:a b@example.com",
        "client1,<sip:a@example.com>",
        "client1,sip:a@example.com,Alice,more"
      })
  void anEntityOfAnotherFormIsRefusedBeforeAnythingIsSent(String entity) {
    var refused =
        Calls.refused(
            "b2b_trigger_scenario",
            "{'scenario_id':'x','entity1':'" + entity + "','entity2':'b,sip:b@h'}",
            node);

    assertThat(refused.code()).isEqualTo("B2B_WRONG_ARGUMENTS");
    assertThat(refused.cause()).startsWith("entity1");
    assertThat(node.written()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'scenario_id':'x','custom_hdrs':'','params':'client1,sip:a@h;client2,sip:b@h'}",
        "{'scenario_id':'x','entity1':'a,sip:a@h','entity2':'b,sip:b@h','custom_hdrs':'X-A: 1'}"
      })
  void theEarlierServersHeadersAndParamsAreExplainedInsteadOfSent(String arguments) {
    var refused = Calls.refused("b2b_trigger_scenario", arguments, node);

    assertThat(refused.nextStep()).contains("entity1").contains("entity2").contains("context");
  }

  @Test
  void anEntityMissingIsNamedWithItsForm() {
    var refused =
        Calls.refused("b2b_trigger_scenario", "{'scenario_id':'x','entity1':'a,sip:a@h'}", node);

    assertThat(refused.nextStep()).contains("id,sip:uri");
  }

  @Test
  void contextIsKeysAndValues() {
    var refused =
        Calls.refused(
            "b2b_trigger_scenario",
            "{'scenario_id':'x','entity1':'a,sip:a@h','entity2':'b,sip:b@h','context':['agent']}",
            node);

    assertThat(refused.cause()).contains("agent").contains("key=value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'key':'603.0'}",
        "{'key':'603.0','new_uri':'sip:c@h','new_dst':'sip:d@h'}",
        "{'key':'603.0','new_uri':'carol'}",
        "{'key':'603.0','new_uri':'<sip:c@h>'}",
        "{'key':'603.0','new_uri':'sip:c@h','prov_media_uri':'music'}"
      })
  void aBridgeNeedsOneDestinationThatIsASipUri(String arguments) {
    assertThat(Calls.refused("b2b_bridge", arguments, node).code())
        .isEqualTo("B2B_WRONG_ARGUMENTS");
  }
}
