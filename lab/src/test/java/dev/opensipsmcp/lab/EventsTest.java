package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonStreamParser;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What changes in the node is told to those who subscribed. */
class EventsTest {
  private static final int PATIENCE_MILLIS = 20_000;

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aDatagramTellsThatACallEnded(Version version) throws IOException {
    try (LabNode node = LabNode.start(version);
        Sink sink = new Sink()) {
      subscribe(node, "E_DLG_STATE_CHANGED", sink.address(), 60);
      Wire.result(node, "dlg_end_dlg", "{\"dialog_id\":\"" + LabNode.STUCK_9H + "\"}");
      JsonObject params = sink.next("E_DLG_STATE_CHANGED").getAsJsonObject();
      assertThat(params.keySet())
          .containsExactly("id", "db_id", "callid", "from_tag", "to_tag", "old_state", "new_state");
      assertThat(params.get("callid").getAsString()).isEqualTo(LabNode.STUCK_9H);
      assertThat(params.get("new_state").getAsInt()).isEqualTo(5);
    }
  }

  @Test
  void everyChangeOfAStateIsTold() throws IOException {
    try (LabNode node = LabNode.start(Version.V3_6);
        Sink sink = new Sink()) {
      for (String event :
          new String[] {
            "E_DISPATCHER_STATUS",
            "E_LOAD_BALANCER_STATUS",
            "E_DROUTING_STATUS",
            "E_CALLCENTER_AGENT_REPORT"
          }) {
        subscribe(node, event, sink.address(), 60);
      }
      String media = "{\"state\":\"i\",\"group\":1,\"address\":\"sip:203.0.113.5:5060\"}";
      Wire.result(node, "ds_set_state", media);
      Wire.result(node, "ds_set_state", media);
      Wire.result(node, "lb_status", "{\"destination_id\":1,\"new_status\":0}");
      Wire.result(node, "dr_gw_status", "{\"gw_id\":\"gw1\",\"status\":0}");
      Wire.result(node, "cc_agent_login", "{\"agent_id\":\"agentX\",\"state\":1}");

      assertThat(sink.next("E_DISPATCHER_STATUS"))
          .hasToString(
              "{\"group\":1,\"address\":\"sip:203.0.113.5:5060\",\"status\":\"inactive\","
                  + "\"reason\":\"MI command\"}");
      assertThat(sink.next("E_LOAD_BALANCER_STATUS"))
          .as("the second state was the same, so nothing was told of it")
          .hasToString("{\"group\":1,\"uri\":\"sip:203.0.113.20:5060\",\"status\":\"disabled\"}");
      assertThat(sink.next("E_DROUTING_STATUS"))
          .hasToString(
              "{\"partition\":\"Default\",\"gwid\":\"gw1\",\"address\":\"203.0.113.30:5060\","
                  + "\"status\":\"disabled MI\",\"reason\":\"MI command\"}");
      assertThat(sink.next("E_CALLCENTER_AGENT_REPORT"))
          .hasToString("{\"agent_id\":\"agentX\",\"status\":\"free\"}");
    }
  }

  @Test
  void registrationsThatComeAndGoAreTold() throws IOException {
    try (LabNode node = LabNode.start(Version.V4_0);
        Sink sink = new Sink()) {
      for (String event :
          new String[] {
            "E_UL_AOR_INSERT", "E_UL_CONTACT_INSERT", "E_UL_CONTACT_DELETE", "E_UL_AOR_DELETE"
          }) {
        subscribe(node, event, sink.address(), 60);
      }
      Wire.result(
          node,
          "ul_add",
          "{\"table_name\":\"location\",\"aor\":\"eve@example.com\","
              + "\"contact\":\"sip:eve@192.0.2.77\",\"expires\":600,\"q\":\"1.0\",\"flags\":0,"
              + "\"cflags\":0,\"methods\":0}");
      Wire.result(node, "ul_rm", "{\"table_name\":\"location\",\"aor\":\"eve@example.com\"}");

      assertThat(sink.next("E_UL_AOR_INSERT"))
          .hasToString("{\"domain\":\"location\",\"aor\":\"eve@example.com\"}");
      JsonObject contact = sink.next("E_UL_CONTACT_INSERT").getAsJsonObject();
      assertThat(contact.keySet())
          .containsExactly(
              "domain",
              "aor",
              "uri",
              "received",
              "path",
              "qval",
              "user_agent",
              "socket",
              "bflags",
              "expires",
              "callid",
              "cseq",
              "attr",
              "latency",
              "shtag");
      assertThat(contact.get("qval").getAsInt()).isEqualTo(1000);
      sink.next("E_UL_CONTACT_DELETE");
      sink.next("E_UL_AOR_DELETE");
    }
  }

  @Test
  void aStreamCarriesOneObjectAfterAnotherAndTheMethodInPlaceOfTheName() throws IOException {
    try (LabNode node = LabNode.start(Version.V4_0);
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(PATIENCE_MILLIS);
      String address = "tcp:127.0.0.1:" + server.getLocalPort();
      subscribe(node, "E_UL_AOR_INSERT", address, 60);
      subscribe(node, "E_UL_AOR_DELETE", address + "/gone", 60);
      Wire.result(node, "raise_event", "{\"event\":\"E_UL_AOR_INSERT\"}");
      Wire.result(
          node, "raise_event", "{\"event\":\"E_UL_AOR_DELETE\",\"params\":\"{\\\"n\\\":1}\"}");
      try (Socket connection = server.accept()) {
        connection.setSoTimeout(PATIENCE_MILLIS);
        JsonStreamParser stream =
            new JsonStreamParser(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        assertThat(stream.next())
            .hasToString("{\"jsonrpc\":\"2.0\",\"method\":\"E_UL_AOR_INSERT\"}");
        assertThat(stream.next())
            .hasToString("{\"jsonrpc\":\"2.0\",\"method\":\"gone\",\"params\":{\"n\":1}}");
      }
    }
  }

  @Test
  void subscriptionsAreListedRenewedAndRunOut() {
    AtomicLong seconds = new AtomicLong(1_800_000_000L);
    Clock clock = new Ticking(seconds);
    try (LabNode node = LabNode.of(LabSettings.of(Version.V3_6).withClock(clock))) {
      subscribe(node, "E_UL_AOR_INSERT", "udp:192.0.2.9:4000", 100);
      seconds.addAndGet(40);
      assertThat(listed(node, "E_UL_AOR_INSERT"))
          .contains("{\"socket\":\"udp:192.0.2.9:4000\",\"expire\":100,\"ttl\":60}");
      subscribe(node, "E_UL_AOR_INSERT", "udp:192.0.2.9:4000", 100);
      assertThat(listed(node, "E_UL_AOR_INSERT")).contains("\"ttl\":100");
      subscribe(node, "E_UL_AOR_INSERT", "udp:192.0.2.9:4000", 0);
      assertThat(listed(node, "E_UL_AOR_INSERT")).contains("\"expire\":0,\"ttl\":\"expired\"");
      seconds.addAndGet(1);
      assertThat(listed(node, "E_UL_AOR_INSERT")).isEqualTo("{\"Event\":{}}");
    }
  }

  @Test
  void theyCanBeForgottenAsAfterARestart() {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      subscribe(node, "E_UL_AOR_INSERT", "udp:127.0.0.1:9", 100);
      node.forgetSubscribers();
      assertThat(Wire.result(node, "subscribers_list", "{}").toString())
          .contains("route:E_DISPATCHER_STATUS")
          .doesNotContain("udp:127.0.0.1:9");
    }
  }

  @Test
  void numberedEventsAreRaisedInOrder() throws Exception {
    try (LabNode node = LabNode.start(Version.V3_6);
        Sink sink = new Sink()) {
      subscribe(node, "E_UL_AOR_INSERT", sink.address(), 60);
      node.raise("E_UL_AOR_INSERT", 50, 1000);
      for (int i = 1; i <= 50; i++) {
        assertThat(sink.next("E_UL_AOR_INSERT")).hasToString("{\"n\":" + i + "}");
      }
      assertThatThrownBy(() -> node.raise("E_NOPE", 1, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void subscribe(LabNode node, String event, String socket, int expire) {
    String params =
        "{\"event\":\"" + event + "\",\"socket\":\"" + socket + "\",\"expire\":" + expire + "}";
    assertThat(Wire.result(node, "event_subscribe", params).getAsString()).isEqualTo("OK");
  }

  private static String listed(LabNode node, String event) {
    return Wire.result(node, "subscribers_list", "{\"event\":\"" + event + "\"}").toString();
  }

  /** A clock that a test moves. */
  private static final class Ticking extends Clock {
    private final AtomicLong seconds;

    Ticking(AtomicLong seconds) {
      this.seconds = seconds;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(seconds.get());
    }
  }

  /** Receives datagrams. */
  private static final class Sink implements AutoCloseable {
    private final DatagramSocket socket;

    Sink() throws IOException {
      socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      socket.setSoTimeout(PATIENCE_MILLIS);
    }

    String address() {
      return "udp:127.0.0.1:" + socket.getLocalPort();
    }

    JsonElement next(String event) throws IOException {
      byte[] buffer = new byte[65_535];
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      socket.receive(packet);
      JsonObject json =
          JsonParser.parseString(new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8))
              .getAsJsonObject();
      assertThat(json.get("jsonrpc").getAsString()).isEqualTo("2.0");
      assertThat(json.get("method").getAsString()).isEqualTo(event);
      return json.get("params");
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
