package dev.opensipsmcp.server.toolset.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.CaptureEntry;
import dev.opensipsmcp.server.hep.HepEar;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.sip.hep.Hep;
import dev.opensipsmcp.sip.hep.HepPacket;
import dev.opensipsmcp.sip.hep.PayloadType;
import dev.opensipsmcp.sip.trace.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** A lab node, the tools on one desk, a time that passes when told, and a sender of copies. */
final class LiveBench implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LabNode node;
  private final NodePorts ports;
  private final HepEar ear;
  private final EvidenceDesk desk;
  private final Semaphore passes = new Semaphore(0);
  private final List<Tool> tools;

  private LiveBench(Version version, CaptureEntry captures) {
    EvidenceEntry none = EvidenceDesk.none().settings();
    EvidenceEntry settings =
        new EvidenceEntry(
            captures,
            none.hep(),
            none.homer(),
            none.relays(),
            none.fail2ban(),
            none.probes(),
            none.aliases());
    InstantSource clock = InstantSource.fixed(NOW);
    node = LabNode.of(LabSettings.of(version));
    ports = NodePorts.onto(node.miUrl());
    ear = new HepEar(settings.hep(), List.of(), clock);
    desk = new EvidenceDesk(settings, clock, ear);
    tools = LiveToolset.make(desk, _ -> passes.acquire()).tools();
  }

  static LiveBench of(Version version, Path... captures) {
    return of(version, new CaptureEntry(List.of(captures), Optional.empty(), List.of()));
  }

  static LiveBench of(Version version, CaptureEntry captures) {
    return new LiveBench(version, captures);
  }

  EvidenceDesk desk() {
    return desk;
  }

  HepEar ear() {
    return ear;
  }

  NodePorts ports() {
    return ports;
  }

  LabNode node() {
    return node;
  }

  /** The time that somebody waits for is over. */
  void timePasses() {
    passes.release();
  }

  Tool tool(String name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst().orElseThrow();
  }

  Outcome run(String tool, String arguments) {
    return ports.run(tool(tool), arguments);
  }

  JsonObject object(String tool, String arguments) {
    return Outcomes.object(tool(tool), run(tool, arguments));
  }

  List<JsonObject> rows(String tool, String arguments) {
    return Outcomes.rows(tool(tool), run(tool, arguments));
  }

  String code(String tool, String arguments) {
    return Outcomes.failure(run(tool, arguments)).code();
  }

  Plan.Ready plan(String tool, String arguments) {
    Plan plan = ports.plan(tool(tool), arguments);
    assertThat(plan).isInstanceOf(Plan.Ready.class);
    return (Plan.Ready) plan;
  }

  JsonObject status() {
    return object("live_get_status", "{}");
  }

  /** {@return the IDs of live traces that the node has} */
  List<String> nodeTraces() {
    return switch (NodeTraces.read(ports.mi())) {
      case MiResult.Success<List<NodeTraces.Found>>(List<NodeTraces.Found> traces) ->
          traces.stream().map(NodeTraces.Found::id).toList();
      case MiResult.Failure<List<NodeTraces.Found>>(MiError error) ->
          throw new IllegalStateException(error.cause());
    };
  }

  /** {@return the state of the only trace} */
  String state() {
    return status().getAsJsonArray("traces").get(0).getAsJsonObject().get("state").getAsString();
  }

  void until(BooleanSupplier there) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.yield();
    }
  }

  static byte[] copy(String first, String more, int second) {
    String text =
        first
            + "\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nFrom: <sip:alice@example.org>;tag=1\r\n"
            + "To: <sip:bob@example.net>\r\nCall-ID: one@a\r\nCSeq: 1 INVITE\r\n"
            + more
            + "Content-Length: 0\r\n\r\n";
    return Hep.write(
        new HepPacket(
            3,
            17,
            new Endpoint("192.0.2.1", 5060),
            new Endpoint("192.0.2.2", 5060),
            NOW.plusSeconds(second),
            PayloadType.SIP,
            text.getBytes(StandardCharsets.UTF_8),
            7,
            Optional.empty(),
            Optional.of("one@a")));
  }

  private static InetSocketAddress address(String place) {
    int colon = place.lastIndexOf(':');
    return new InetSocketAddress(
        InetAddress.getLoopbackAddress(), Integer.parseInt(place.substring(colon + 1)));
  }

  static void overUdp(String place, byte[] copy) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(copy, copy.length, address(place)));
    }
  }

  static void overTcp(String place, byte[]... copies) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(address(place));
      OutputStream out = socket.getOutputStream();
      for (byte[] copy : copies) {
        out.write(copy);
      }
      out.flush();
    }
  }

  @Override
  public void close() {
    ear.close();
    ports.close();
    node.close();
  }
}
