package dev.opensipsmcp.server.toolset.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.relay.RtpProxyLab;
import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.sip.relay.RelayAddress;
import dev.opensipsmcp.sip.relay.RelayAnswer;
import dev.opensipsmcp.sip.relay.RelayError;
import dev.opensipsmcp.sip.relay.RtpProxy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An rtpproxy tells what its protocol can, and what it can't is said. */
class ProxyToolsTest {
  private static final String CALL = "{\"call_id\":\"one@a\",\"from_tag\":\"alice\"}";

  private final NodePorts ports = NodePorts.nowhere();
  private final RtpProxyLab proxy = lab();

  private static RtpProxyLab lab() {
    try {
      return new RtpProxyLab();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void stop() {
    proxy.close();
    ports.close();
  }

  private Tool tool(String name, RelayEntry... relays) {
    EvidenceEntry none = EvidenceDesk.none().settings();
    EvidenceEntry settings =
        new EvidenceEntry(
            none.captures(),
            none.hep(),
            none.homer(),
            List.of(relays),
            none.fail2ban(),
            none.probes(),
            none.aliases());
    return RelayToolset.make(new EvidenceDesk(settings, InstantSource.system())).tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private RelayEntry entry() {
    return new RelayEntry("old", "rtpproxy", proxy.url(), 5_000);
  }

  private JsonObject object(String name, String arguments) {
    Tool tool = tool(name, entry());
    return Outcomes.object(tool, ports.run(tool, arguments));
  }

  private String code(String name, String arguments) {
    return Outcomes.failure(ports.run(tool(name, entry()), arguments)).code();
  }

  @Test
  void itIsPingedBesideOthersEvenWhenAnAnswerIsLost() {
    proxy.lose(1);
    Tool tool =
        tool("relay_ping", entry(), new RelayEntry("gone", "rtpproxy", "udp:127.0.0.1:1", 300));
    JsonArray rows = ((Outcome.Value) ports.run(tool, "{}")).data().getAsJsonArray();
    assertThat(rows)
        .extracting(row -> row.getAsJsonObject().get("answers").getAsBoolean())
        .containsExactly(true, false);
    assertThat(proxy.commands()).as("a repeated command is done once").containsExactly("V");
  }

  @Test
  void itsCountsAreTold() {
    proxy.carry("one@a", "alice;1", "60 1 2 3 4");
    JsonObject counts = object("relay_get_statistics", "{}");
    assertThat(counts.getAsJsonObject("current").get("active_sessions").getAsInt()).isEqualTo(1);
    assertThat(counts.getAsJsonObject("totals").get("packets_received").getAsInt())
        .isEqualTo(4_711);
    assertThat(counts.getAsJsonArray("interfaces")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "alice;1"})
  void aCallIsFoundByItsTagWithAndWithoutTheNumberOfItsMedia(String tag) {
    proxy.carry("one@a", tag, "58 400 0 390 10");
    JsonObject call = object("relay_get_call", CALL);
    assertThat(call.get("verdict").getAsString()).isEqualTo("one_way");
    assertThat(call.get("says").getAsString())
        .isEqualTo(
            "Since the call began 400 packets came from the side of the given tag and 0 from the"
                + " other; 390 were relayed, 10 dropped; 58 s are left until it is given up.");
    assertThat(call.get("hints").toString()).contains("ask again");
  }

  @Test
  void whatItCantTellIsSaid() {
    assertThat(code("relay_list_calls", "{}")).isEqualTo("RELAY_REFUSED");
    assertThat(code("relay_get_call", "{\"call_id\":\"one@a\"}")).isEqualTo("ARGUMENTS_INCOMPLETE");
    assertThat(code("relay_end_call", "{\"call_id\":\"one@a\"}")).isEqualTo("ARGUMENTS_INCOMPLETE");
    assertThat(code("relay_get_call", CALL)).isEqualTo("RELAY_CALL_NOT_FOUND");
    assertThat(code("relay_get_call", CALL.replace("one@a", "one a"))).isEqualTo("RELAY_REFUSED");
    assertThat(proxy.commands()).noneMatch(command -> command.startsWith("Q one a"));
  }

  @Test
  void aCallIsEndedAndProvenGone() {
    proxy.carry("one@a", "alice;1", "58 400 300 690 10");
    proxy.carry("two@a", "bob;1", "58 1 1 2 0");
    JsonObject ended = object("relay_end_call", CALL);
    assertThat(ended.get("packets").getAsInt()).isEqualTo(700);
    assertThat(code("relay_get_call", CALL)).isEqualTo("RELAY_CALL_NOT_FOUND");
    assertThat(object("relay_get_statistics", "{}").getAsJsonObject("current").toString())
        .contains("\"active_sessions\":1");
    assertThat(proxy.commands()).noneMatch(command -> command.startsWith("X"));
  }

  @Test
  void behindAStreamTheAnswerIsReadToItsEnd() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(server));
      RtpProxy client =
          new RtpProxy(
              RelayAddress.parse("tcp:127.0.0.1:" + server.getLocalPort()).orElseThrow(),
              Duration.ofSeconds(20));
      assertThat(client.statistics())
          .isEqualTo(
              new RelayAnswer.Value<>(Map.of("active sessions", 3L, "packets transmitted", 5L)));
    }
  }

  private static void serve(ServerSocket server) {
    try (Socket socket = server.accept();
        OutputStream out = socket.getOutputStream()) {
      byte[] asked = socket.getInputStream().readNBytes(3);
      assertThat(new String(asked, StandardCharsets.US_ASCII)).isEqualTo("Ib\n");
      out.write("active sessions: 3\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      out.write("packets transmitted: 5\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatAnswersThereAndIsNoRtpproxyIsTold() throws Exception {
    try (DatagramSocket echo = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> echo(echo));
      RtpProxy client =
          new RtpProxy(
              new RelayAddress.Udp("127.0.0.1", echo.getLocalPort()), Duration.ofSeconds(20));
      assertThat(client.version())
          .isInstanceOfSatisfying(
              RelayAnswer.Failure.class,
              failure ->
                  assertThat(failure.error().kind()).isEqualTo(RelayError.Kind.WRONG_ANSWER));
    }
  }

  private static void echo(DatagramSocket socket) {
    try {
      DatagramPacket packet = new DatagramPacket(new byte[100], 100);
      socket.receive(packet);
      socket.send(packet);
    } catch (IOException _) {
      // The test is over.
    }
  }
}
