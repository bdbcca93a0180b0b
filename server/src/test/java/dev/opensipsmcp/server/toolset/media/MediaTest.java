package dev.opensipsmcp.server.toolset.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MediaTest {
  private static final String FIRST = "udp:192.0.2.50:22222";
  private static final String SECOND = "udp:192.0.2.51:22222";

  private static JsonObject run(NodePorts ports, String tool, String arguments) {
    Outcome outcome = ports.run(AllTools.named(tool), arguments.replace('\'', '"'));
    assertThat(outcome).isInstanceOf(Outcome.Value.class);
    return ((Outcome.Value) outcome).data().getAsJsonObject();
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aServerWhoseCallsWereMovedIsDrainedAtOnce(Version version) {
    try (LabNode node = LabNode.start(version);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      JsonObject moved =
          run(
              ports,
              "rtp_relay_update",
              "{'engine':'rtpengine','set':1,'node':'" + FIRST + "','new_node':'" + SECOND + "'}");
      assertThat(moved.get("after")).hasToString("{\"calls\":{\"set 1 " + SECOND + "\":4}}");

      JsonObject drained = run(ports, "rtpengine_drain", "{'url':'" + FIRST + "'}");

      assertThat(drained.get("drained").getAsBoolean()).isTrue();
      assertThat(drained.get("calls_at_start").getAsInt()).isZero();
      assertThat(drained.getAsJsonObject("after").toString()).contains("\"by_hand\":true");
    }
  }

  @Test
  void aDrainTellsHowManyCallsAreLeftAtItsDeadline() {
    try (LabNode node = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      Outcome.Value outcome =
          (Outcome.Value)
              ports.run(
                  AllTools.named("rtpproxy_drain"),
                  "{\"url\":\"udp:192.0.2.60:22298\",\"timeout_sec\":1}");

      JsonObject left = outcome.data().getAsJsonObject();
      assertThat(left.get("drained").getAsBoolean()).isFalse();
      assertThat(left.get("calls_left").getAsInt()).isEqualTo(1);
      assertThat(outcome.warnings()).singleElement().asString().contains("call again");
    }
  }

  @Test
  void oneNameOfAForkIsSentWithTheLegThatOpenSipsAsksFor() {
    try (LabNode node = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      String call = "'callid':'" + LabNode.STUCK_9H + "'";
      run(
          ports,
          "media_fork_start",
          "{" + call + ",'uri':'sip:rec@192.0.2.9','leg':'both','instance_name':'one'}");

      JsonObject ended = run(ports, "media_terminate", "{" + call + ",'instance_name':'one'}");

      assertThat(ended.getAsJsonObject("before").get("media_parties").getAsInt()).isEqualTo(1);
      assertThat(ended.getAsJsonObject("after").get("media_parties").getAsInt()).isZero();
    }
  }

  @Test
  void anUnknownCallIsRefusedBeforeTheNodeSaysOkToIt() {
    try (LabNode node = LabNode.start(Version.V3_6);
        NodePorts ports = NodePorts.onto(node.miUrl())) {
      assertThat(
              ports.run(
                  AllTools.named("rtpengine_terminate_call"), "{\"callid\":\"no-such-call\"}"))
          .isInstanceOfSatisfying(
              Outcome.Failure.class,
              failure -> assertThat(failure.code()).isEqualTo("TARGET_NOT_FOUND"));
      assertThat(node.received("teardown")).isZero();
    }
  }
}
