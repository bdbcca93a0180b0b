package dev.opensipsmcp.server.toolset.b2b;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the tools make of nodes that do not simply obey. */
class B2bChangesTest {
  private static final String KEY = "{'key':'603.0'}";
  private static final String BRIDGE = "{'key':'603.0','new_uri':'sip:carol@example.com'}";
  private static final MiError HANDLER_FAILED =
      new MiError.Refused("b2b_bridge", -32000, "Server error", "b2b_bridge: -32000", "Look.");

  @Test
  void deadPeersKeepAnEndedSessionListedAndThatIsSaid() {
    ScriptedNode node =
        new ScriptedNode()
            .reads(Recorded.list(Recorded.TOP_HIDING), Recorded.list(Recorded.ending()));

    Outcome outcome = Calls.change("b2b_terminate", KEY, node);

    assertThat(Calls.value(outcome))
        .hasToString("{\"key\":\"603.0\",\"ended\":true,\"gone\":false,\"state\":\"ending\"}");
    assertThat(((Outcome.Value) outcome).warnings()).singleElement().asString().contains("BYE");
  }

  @Test
  void anEndThatTheNodeDoesNotShowIsNotClaimed() {
    ScriptedNode node = new ScriptedNode().reads(Recorded.list(Recorded.TOP_HIDING));

    assertThat(Calls.change("b2b_terminate", KEY, node))
        .isInstanceOfSatisfying(
            Outcome.Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("NOT_PROVEN");
              assertThat(failure.mayHaveRun()).isTrue();
            });
  }

  @Test
  void aSessionThatEndedBetweenPlanAndCallIsReportedAsAlreadyGone() {
    ScriptedNode node =
        new ScriptedNode()
            .reads(Recorded.list(Recorded.TOP_HIDING))
            .failsWrites(
                new MiError.Refused("b2b_terminate_call", 404, "B2B session not found", "", ""));

    Outcome outcome = Calls.change("b2b_terminate", KEY, node);

    assertThat(Calls.value(outcome).get("ended").getAsBoolean()).isFalse();
    assertThat(((Outcome.Value) outcome).warnings()).singleElement().asString().contains("already");
  }

  @Test
  void anotherSessionThatGotTheSameKeyAtOnceIsNotTakenForTheEndedOne() {
    String successor = Recorded.TOP_HIDING.replace("B2B.", "B2B.7");
    ScriptedNode node =
        new ScriptedNode().reads(Recorded.list(Recorded.TOP_HIDING), Recorded.list(successor));

    assertThat(Calls.value(Calls.change("b2b_terminate", KEY, node)).get("gone").getAsBoolean())
        .isTrue();
  }

  @Test
  void anEndWithoutAnswerIsResolvedByReading() {
    ScriptedNode node =
        new ScriptedNode()
            .reads(Recorded.list(Recorded.TOP_HIDING), Recorded.list())
            .failsWrites(
                new MiError.OutcomeUnknown(
                    "b2b_terminate_call", Duration.ofSeconds(1), true, "silence", "look"));

    assertThat(Calls.value(Calls.change("b2b_terminate", KEY, node)).get("gone").getAsBoolean())
        .isTrue();
    assertThat(node.written()).containsExactly("b2b_terminate_call{\"key\":\"603.0\"}");
  }

  @Test
  void anEndingSessionIsNotEndedAgain() {
    ScriptedNode node = new ScriptedNode().reads(Recorded.list(Recorded.ending()));

    assertThat(Calls.refused("b2b_terminate", KEY, node).code()).isEqualTo("B2B_SESSION_ENDED");
    assertThat(Calls.refused("b2b_bridge", BRIDGE, node).code()).isEqualTo("B2B_SESSION_ENDED");
    assertThat(node.written()).isEmpty();
  }

  @Test
  void aSessionWithoutTwoJoinedLegsIsEndedWithoutByeAndThePlanSaysSo() {
    String alone =
        """
        {"key":"603.0","state":0,"scenario":"x","SERVERS":[],"CLIENTS":[],"BRIDGE_ENTITIES":[]}\
        """;

    Plan plan = Calls.plan("b2b_terminate", KEY, new ScriptedNode().reads(Recorded.list(alone)));

    assertThat(((Plan.Ready) plan).effects()).first().asString().contains("no BYE");
  }

  @Test
  void anUnansweredLegIsNotBridgedForTheNodeWouldEndTheCall() {
    String ringing =
        Recorded.TOP_HIDING.replace(
            "\"disconnected\":0,\"state\":1", "\"disconnected\":0,\"state\":0");
    ScriptedNode node = new ScriptedNode().reads(Recorded.list(ringing));

    assertThat(Calls.refused("b2b_bridge", BRIDGE, node).code()).isEqualTo("B2B_LEG_NOT_READY");
    assertThat(node.written()).isEmpty();
  }

  @Test
  void aBridgeThatEndedTheSessionIsSaidToHave() {
    ScriptedNode node =
        new ScriptedNode()
            .reads(Recorded.list(Recorded.TOP_HIDING), Recorded.list(Recorded.ending()))
            .failsWrites(HANDLER_FAILED);

    assertThat(Calls.change("b2b_bridge", BRIDGE, node))
        .isInstanceOfSatisfying(
            Outcome.Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("B2B_BRIDGE_FAILED");
              assertThat(failure.cause()).contains("-32000").contains("ending");
              assertThat(failure.mayHaveRun()).isTrue();
            });
  }

  @Test
  void aNewDestinationThatDoesNotAnswerYetIsSaidToRing() {
    String bridging =
        Recorded.TOP_HIDING
            .replace("\"scenario\"", "\"x\":0,\"scenario\"")
            .replace("603.0\",\"state\":4", "603.0\",\"state\":3");
    ScriptedNode node =
        new ScriptedNode().reads(Recorded.list(Recorded.TOP_HIDING), Recorded.list(bridging));

    Outcome outcome = Calls.change("b2b_bridge", BRIDGE, node);

    assertThat(((Outcome.Value) outcome).warnings())
        .isEqualTo(List.of("The new destination has not answered yet."));
  }

  @Test
  void aScenarioThatLeavesNoSessionIsNotClaimed() {
    ScriptedNode node = new ScriptedNode().reads(Recorded.list());

    assertThat(
            Calls.change(
                "b2b_trigger_scenario",
                "{'scenario_id':'x','entity1':'a,sip:a@h','entity2':'b,sip:b@h'}",
                node))
        .isInstanceOfSatisfying(
            Outcome.Failure.class, failure -> assertThat(failure.code()).isEqualTo("NOT_PROVEN"));
  }

  @Test
  void aScenarioThatTheNodeCannotStartNamesTheLikelyParameter() {
    ScriptedNode node =
        new ScriptedNode()
            .reads(Recorded.list())
            .failsWrites(
                new MiError.Refused(
                    "b2b_trigger_scenario", 500, "Failed to initialize scenario", "500", ""));

    assertThat(
            Calls.change(
                "b2b_trigger_scenario",
                "{'scenario_id':'x','entity1':'a,sip:a@h','entity2':'b,sip:b@h'}",
                node))
        .isInstanceOfSatisfying(
            Outcome.Failure.class,
            failure -> assertThat(failure.nextStep()).contains("server_address"));
  }
}
