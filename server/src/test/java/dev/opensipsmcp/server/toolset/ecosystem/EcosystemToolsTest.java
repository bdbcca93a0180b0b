package dev.opensipsmcp.server.toolset.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.relay.RtpProxyLab;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.config.InsightEntry;
import dev.opensipsmcp.server.config.InsightEntry.PanelEntry;
import dev.opensipsmcp.server.config.InsightEntry.SnapshotEntry;
import dev.opensipsmcp.server.gate.NodeFleet;
import dev.opensipsmcp.server.instance.FleetReads;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.ecosystem.Part.Seen;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody asks which part of a site is down. */
@Timeout(60)
class EcosystemToolsTest {
  private final List<AutoCloseable> open = new ArrayList<>();
  private final NodePorts ports = NodePorts.nowhere();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
    ports.close();
  }

  private FleetReads fleet(LabNode... nodes) {
    List<Instance> instances = new ArrayList<>();
    for (LabNode node : nodes) {
      MiClient client =
          MiClient.of(MiEndpoint.parse(node.miUrl().toString()), MiSettings.defaults());
      open.add(client);
      instances.add(
          new Instance(
              "node-" + (instances.size() + 1),
              client,
              Optional.empty(),
              List.of(),
              Optional.empty()));
    }
    return new NodeFleet(new Instances(instances), new MiTable());
  }

  private LabNode lab() {
    LabNode node = LabNode.start(Version.V3_6);
    open.add(node);
    return node;
  }

  private static EvidenceDesk desk(RelayEntry... relays) {
    EvidenceEntry none = EvidenceDesk.none().settings();
    return new EvidenceDesk(
        new EvidenceEntry(
            none.captures(),
            none.hep(),
            none.homer(),
            List.of(relays),
            none.fail2ban(),
            none.probes(),
            none.aliases()),
        InstantSource.system());
  }

  private static InsightEntry panel(String url) {
    return new InsightEntry(
        new SnapshotEntry(List.of(), 1, 1),
        List.of(),
        Optional.of(new PanelEntry(url, Optional.empty(), 2_000)));
  }

  private static InsightEntry noPanel() {
    return new InsightEntry(new SnapshotEntry(List.of(), 1, 1), List.of(), Optional.empty());
  }

  private String web(int status, String body) {
    byte[] answer =
        ("HTTP/1.1 "
                + status
                + " X\r\n"
                + (status == 302 ? "Location: /login.php\r\n" : "")
                + "Connection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n"
                + body)
            .getBytes(StandardCharsets.UTF_8);
    try {
      ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(() -> answer(server, answer));
      open.add(server::close);
      return "http://127.0.0.1:" + server.getLocalPort() + "/cp";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(ServerSocket server, byte[] answer) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String line = lines.readLine();
        while (line != null && !line.isEmpty()) {
          line = lines.readLine();
        }
        socket.getOutputStream().write(answer);
      } catch (IOException _) {
        // Closed, or its client went away.
      }
    }
  }

  private JsonObject health(FleetReads fleet, EvidenceDesk desk, InsightEntry insight) {
    Tool tool = named(EcosystemToolset.make(fleet, desk, insight).tools(), "ecosystem_health");
    return Outcomes.object(tool, ports.run(tool, "{}"));
  }

  private static Tool named(List<Tool> tools, String name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst().orElseThrow();
  }

  private static JsonObject part(JsonObject health, String kind) {
    for (JsonElement part : Json.list(health, "parts")) {
      if (Json.text(part.getAsJsonObject(), "kind").equals(kind)) {
        return part.getAsJsonObject();
      }
    }
    throw new AssertionError(kind);
  }

  @Test
  void whatIsNotConfiguredIsSaidAndIsNoFault() {
    JsonObject health = health(fleet(lab()), desk(), noPanel());

    for (String kind : List.of("database", "homer", "relay", "control_panel")) {
      assertThat(Json.text(part(health, kind), "state")).as(kind).isEqualTo("not_asked");
      assertThat(Json.text(part(health, kind), "next_step")).as(kind).contains("OPENSIPS_MCP_");
    }
    assertThat(Json.text(health, "status")).isIn("ok", "degraded");
  }

  @Test
  void aDeadNodeAndADeadRelayAreNamed() {
    LabNode good = lab();
    LabNode dead = LabNode.start(Version.V3_6);
    FleetReads fleet = fleet(good, dead);
    dead.close();
    JsonObject health =
        health(
            fleet,
            desk(
                new RelayEntry("m1", "rtpengine", "udp:127.0.0.1:9", 200),
                new RelayEntry("m2", "rtpproxy", "udp:127.0.0.1:9", 200)),
            panel(web(200, "<title>OpenSIPS Control Panel</title>")));

    assertThat(Json.text(health, "status")).isEqualTo("down");
    List<String> states = new ArrayList<>();
    for (JsonElement element : Json.list(health, "parts")) {
      JsonObject part = element.getAsJsonObject();
      states.add(Json.text(part, "name") + " " + Json.text(part, "state"));
    }
    assertThat(states)
        .contains("node-2 down", "m1 down", "m2 down", "control_panel ok")
        .doesNotContain("node-1 down");
  }

  @Test
  void anRtpproxyThatAnswersIsWell() throws IOException {
    try (RtpProxyLab proxy = new RtpProxyLab()) {
      JsonObject health =
          health(
              fleet(lab()), desk(new RelayEntry("m2", "rtpproxy", proxy.url(), 5_000)), noPanel());

      assertThat(Json.text(part(health, "relay"), "state")).isEqualTo("ok");
    }
  }

  @Test
  void theControlPanelIsJudgedByItsPage() {
    assertThat(look(web(302, ""))).isEqualTo(Seen.OK);
    assertThat(look(web(200, "Login to OpenSIPS"))).isEqualTo(Seen.OK);
    assertThat(look(web(200, "It works!"))).isEqualTo(Seen.DEGRADED);
    assertThat(look(web(404, "no"))).isEqualTo(Seen.DEGRADED);
    assertThat(look(web(500, "PHP Fatal error"))).isEqualTo(Seen.DOWN);
    assertThat(look("http://127.0.0.1:1/cp")).isEqualTo(Seen.DOWN);
  }

  private static String look(String url) {
    return ControlPanel.look(new PanelEntry(url, Optional.empty(), 2_000)).state();
  }

  @Test
  void theOverviewAsksNobody() {
    FleetReads fleet = fleet(lab());
    Tool tool =
        named(
            EcosystemToolset.make(fleet, desk(), panel("http://127.0.0.1:1/")).tools(),
            "ecosystem_overview");
    List<JsonObject> rows = Outcomes.rows(tool, ports.run(tool, "{}"));

    assertThat(rows).hasSize(5);
    assertThat(rows)
        .filteredOn(row -> Json.text(row, "kind").equals("control_panel"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("configured").getAsBoolean()).isTrue());
  }

  @Test
  void thePanelIsAskedAlone() {
    Tool tool =
        named(
            EcosystemToolset.make(List::of, desk(), panel(web(200, "opensips-cp"))).tools(),
            "opensips_cp_status");
    assertThat(Json.text(Outcomes.object(tool, ports.run(tool, "{}")), "state")).isEqualTo("ok");
  }

  @Test
  void nobodyWaitsForAPartThatDoesNotAnswer() {
    CountDownLatch never = new CountDownLatch(1);
    open.add(never::countDown);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      parts.add(
          new Part(
              "x",
              "x",
              "x",
              "x",
              List.of(),
              "",
              () -> {
                try {
                  never.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                return Seen.ok("late");
              }));
    }
    assertThat(new Together(Duration.ofMillis(50)).look(parts))
        .hasSize(40)
        .allSatisfy(seen -> assertThat(seen.state()).isEqualTo(Seen.DOWN));
  }
}
