package dev.opensipsmcp.server.toolset.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Fault;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiHealth;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.server.gate.NodeFleet;
import dev.opensipsmcp.server.instance.FleetNode;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the nodes are, asked all at once, and where those of a cluster differ. */
@Timeout(60)
class InstanceListTest {
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  private LabNode lab(Version version) {
    LabNode node = LabNode.start(version);
    open.add(node);
    return node;
  }

  private Instance instance(
      String name, LabNode node, Optional<Integer> cluster, List<String> tags, Optional<Role> cap) {
    MiClient client = MiClient.of(MiEndpoint.parse(node.miUrl().toString()), MiSettings.defaults());
    open.add(client);
    return new Instance(name, client, cluster, tags, cap);
  }

  private static Outcome.Rows list(Duration patience, Instance... instances) {
    NodeFleet fleet = new NodeFleet(new Instances(List.of(instances)), new MiTable());
    Work.Read work = (Work.Read) InstanceList.tool(fleet, patience).work();
    return (Outcome.Rows)
        work.run(new Arguments(new JsonObject()), NodePorts.over(instances[0].client()));
  }

  @Test
  void everyNodeTellsWhatItIsAndADeadOneWhyItDoesNot() {
    LabNode old = lab(Version.V3_6);
    LabNode young = lab(Version.V4_0);
    LabNode dead = lab(Version.V3_6);
    Instance gone = instance("gone", dead, Optional.of(1), List.of(), Optional.empty());
    dead.close();

    Outcome.Rows rows =
        list(
            Duration.ofSeconds(30),
            instance("edge-1", old, Optional.of(1), List.of("edge"), Optional.of(Role.VIEWER)),
            instance("edge-2", young, Optional.of(1), List.of("edge", "new"), Optional.empty()),
            gone);

    JsonObject first = rows.rows().get(0);
    assertThat(first.get("reachable").getAsBoolean()).isTrue();
    assertThat(first.get("version").getAsString()).isEqualTo("3.6");
    assertThat(first.get("up_s").getAsLong()).isNotNegative();
    assertThat(first.get("commands").getAsInt()).isGreaterThan(50);
    assertThat(first.get("modules").getAsInt()).isGreaterThan(5);
    assertThat(first.get("cluster").getAsInt()).isEqualTo(1);
    assertThat(first.get("max_role").getAsString()).isEqualTo("viewer");
    assertThat(first.get("breaker").getAsString()).isEqualTo("closed");
    assertThat(first.getAsJsonArray("drift").get(0).getAsString())
        .isEqualTo("runs 3.6, while edge-2 runs 4.0");
    JsonObject second = rows.rows().get(1);
    assertThat(second.getAsJsonArray("tags")).hasSize(2);
    assertThat(second.has("max_role")).isFalse();
    assertThat(second.getAsJsonArray("drift").get(0).getAsString())
        .isEqualTo("runs 4.0, while edge-1 runs 3.6");
    JsonObject third = rows.rows().get(2);
    assertThat(third.get("reachable").getAsBoolean()).isFalse();
    assertThat(third.get("problem").getAsString()).startsWith("MI_UNREACHABLE: ");
    assertThat(third.get("next_step").getAsString()).isNotBlank();
    assertThat(third.getAsJsonArray("drift")).isEmpty();
    assertThat(rows.warnings())
        .containsExactly(
            "Nodes of one cluster differ, see drift: edge-1, edge-2", "Without an answer: gone");
  }

  @Test
  void nodesThatAreAlikeHaveNoDriftAndThoseOfOtherClustersAreNotCompared() {
    LabNode one = lab(Version.V3_6);
    LabNode two = lab(Version.V3_6);
    LabNode three = lab(Version.V4_0);
    Outcome.Rows rows =
        list(
            Duration.ofSeconds(30),
            instance("a", one, Optional.of(1), List.of(), Optional.empty()),
            instance("b", two, Optional.of(1), List.of(), Optional.empty()),
            instance("c", three, Optional.of(2), List.of(), Optional.empty()),
            instance("d", three, Optional.empty(), List.of(), Optional.empty()));
    assertThat(rows.rows())
        .allSatisfy(row -> assertThat(row.getAsJsonArray("drift")).isEqualTo(new JsonArray()));
    assertThat(rows.warnings()).isEmpty();
  }

  @Test
  void aNodeThatIsLateIsNotWaitedForAndOneThatFailsOnAndOnIsLeftAlone() {
    LabNode silent = lab(Version.V3_6);
    silent.faults().always(new Fault.Silence(false));
    Instance late = instance("late", silent, Optional.empty(), List.of(), Optional.empty());
    JsonObject row = list(Duration.ofMillis(50), late).rows().getFirst();
    assertThat(row.get("problem").getAsString()).contains("late did not answer within");

    LabNode dead = lab(Version.V3_6);
    Instance gone = instance("gone", dead, Optional.empty(), List.of(), Optional.empty());
    dead.close();
    for (int i = 0; i < 3; i++) {
      list(Duration.ofSeconds(30), gone);
    }
    JsonObject resting = list(Duration.ofSeconds(30), gone).rows().getFirst();
    assertThat(resting.get("breaker").getAsString()).isEqualTo("open");
    assertThat(resting.get("failures").getAsInt()).isEqualTo(3);
    assertThat(resting.get("retry_in_s").getAsInt()).isPositive();
    assertThat(resting.get("problem").getAsString()).startsWith("MI_NODE_RESTING: ");
  }

  @Test
  void aNodeThatCameBackAsAnotherVersionSaysSo() {
    LabNode node = lab(Version.V3_6);
    Instance instance = instance("a", node, Optional.empty(), List.of(), Optional.empty());
    list(Duration.ofSeconds(30), instance);
    list(Duration.ofSeconds(30), instance);
    assertThat(node.received("version")).isEqualTo(2);
    assertThat(node.received("which")).isEqualTo(2);
  }

  @Test
  void differencesAreNamedByModuleAndWithinAModuleByCommand() {
    Set<String> all = Set.of("version", "dlg_list", "dlg_end_dlg", "ds_list", "ul_dump");
    Map<String, List<String>> drift =
        Drift.of(
            List.of(
                seen("a", Version.V3_6, all),
                seen("b", Version.V3_6, Set.of("version", "dlg_list", "ul_dump")),
                seen("c", Version.V3_6, all),
                seen("d", Version.V4_0, Set.of("core:version", "dialog:list", "usrloc:dump"))));
    Map<String, List<String>> expected = new HashMap<>();
    expected.put("a", List.of("runs 3.6, while d runs 4.0"));
    expected.put(
        "b",
        List.of(
            "runs 3.6, while d runs 4.0",
            "has no commands of dispatcher (of a, c)",
            "lacks command dlg_end_dlg (of a, c)"));
    expected.put("c", List.of("runs 3.6, while d runs 4.0"));
    expected.put(
        "d", List.of("runs 4.0, while a, b, c run 3.6", "has no commands of dispatcher (of a, c)"));
    assertThat(drift).isEqualTo(expected);
  }

  private static Seen seen(String name, Version version, Set<String> commands) {
    return new Seen(
        new Node(name),
        Optional.of(new MiNode("OpenSIPS", version, commands)),
        1,
        1,
        Optional.<MiError>empty());
  }

  /** A node of cluster 1 that nobody asks. */
  private record Node(String name) implements FleetNode {
    @Override
    public Optional<Integer> cluster() {
      return Optional.of(1);
    }

    @Override
    public List<String> tags() {
      return List.of();
    }

    @Override
    public Optional<Role> cap() {
      return Optional.empty();
    }

    @Override
    public MiReads mi() {
      throw new AssertionError("asked");
    }

    @Override
    public MiHealth health() {
      return MiHealth.good();
    }
  }
}
