package dev.opensipsmcp.server.toolset.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.MiWrites;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a drain is watched when nobody waits for it any more, or the server's patience ends. */
class DrainWatchTest {
  private static final Arguments OWN =
      new Arguments(
          JsonParser.parseString(
                  "{\"cluster_id\":1,\"node_id\":1,\"timeout_sec\":600,"
                      + "\"poll_interval_sec\":60}")
              .getAsJsonObject());

  private final LabNode lab = LabNode.start(Version.V3_6);
  private final NodePorts node = NodePorts.onto(lab.miUrl());

  @AfterEach
  void stop() {
    node.close();
    lab.close();
  }

  /** Ports of a call whose caller may have gone. */
  private record Leaving(NodePorts node, boolean withdrawn, List<String> told)
      implements WritePorts {
    @Override
    public MiReads mi() {
      return node.mi();
    }

    @Override
    public MiWrites miWrites() {
      return node.miWrites();
    }

    @Override
    public Rights rights() {
      return node.rights();
    }

    @Override
    public void progress(double done, double total, String message) {
      told.add(message);
      // What the gate does to a change that lasts longer than it lets one.
      Thread.currentThread().interrupt();
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  private static JsonObject drained(Leaving ports) {
    Work.Change work = (Work.Change) DrainNode.tool().work();
    Plan.Ready plan = (Plan.Ready) work.plan(OWN, ports);
    return ((Outcome.Value) work.apply(plan, OWN, ports)).data().getAsJsonObject();
  }

  @Test
  void itEndsAtOnceWhenTheCallerWithdrewButTheNodeIsDisabled() {
    Leaving ports = new Leaving(node, true, new ArrayList<>());

    JsonObject result = drained(ports);

    assertThat(result.get("drained").getAsBoolean()).isFalse();
    assertThat(result.get("dialogs_left").getAsInt()).isPositive();
    assertThat(ports.told()).isEmpty();
    assertThat(result.getAsJsonObject("after"))
        .hasToString("{\"state\":\"unknown\",\"self\":true}");
  }

  @Test
  void itSaysWhatItSawWhenTheServerEndsTheCall() {
    Leaving ports = new Leaving(node, false, new ArrayList<>());

    JsonObject result = drained(ports);

    assertThat(Thread.interrupted()).isFalse();
    assertThat(result.get("drained").getAsBoolean()).isFalse();
    assertThat(ports.told()).singleElement().asString().endsWith("calls left");
  }
}
