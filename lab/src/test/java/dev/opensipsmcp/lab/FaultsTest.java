package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String END =
      "{\"jsonrpc\":\"2.0\",\"method\":\"dlg_end_dlg\",\"params\":{\"dialog_id\":\""
          + LabNode.STUCK_9H
          + "\"},\"id\":7}";

  private final LabNode node = LabNode.start(Version.V3_6);

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void losesTheAnswerOfACommandThatRan() {
    node.faults().next("dlg_end_dlg", 1, new Fault.Silence(true));

    String request = Wire.request("POST", "/mi", "Content-Type: application/json\r\n", END);
    Wire.Seen seen = Wire.sendIntoSilence(node, request, 500);

    assertThat(seen.head()).isEmpty();
    assertThat(seen.timedOut()).isTrue();
    assertThat(stuckIsThere()).isFalse();
    assertThat(node.received("dlg_end_dlg")).isEqualTo(1);
    assertThat(node.received().getFirst().ran()).isTrue();
  }

  @Test
  void answersWithAStateThatItCannotBeBroughtInto() {
    node.faults().always("ds_list", new Fault.Instead(new JsonPrimitive("nothing")));

    assertThat(Wire.result(node, "ds_list", "{}").toString()).contains("nothing");
    node.faults().clear();
    assertThat(Wire.result(node, "ds_list", "{}").toString()).contains("PARTITIONS");
  }

  @Test
  void hasTheStatisticsThatItWasBroughtTo() {
    String asked = "{\"statistics\":[\"waiting_udp\",\"active_dialogs\"]}";
    node.setStatistic("net:waiting_udp", 4_711);
    node.setStatistic("dialog:active_dialogs", 99);

    assertThat(Wire.result(node, "get_statistics", asked).toString())
        .contains("\"net:waiting_udp\":4711", "\"dialog:active_dialogs\":99");
    assertThatThrownBy(() -> node.setStatistic("net:no_such", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void closesBeforeItRunsTheCommand() {
    node.faults().next("dlg_end_dlg", 1, new Fault.Close(false));

    Wire.Seen seen = end(5000);

    assertThat(seen.head()).isEmpty();
    assertThat(seen.timedOut()).isFalse();
    assertThat(node.received().getFirst().ran()).isFalse();
    assertThat(stuckIsThere()).isTrue();
  }

  @Test
  void isSlowAndHoldsAllOthers() throws InterruptedException {
    node.faults().next("dlg_end_dlg", 1, new Fault.Slow(Duration.ofMillis(1500)));
    Thread slow = Thread.ofVirtual().start(() -> end(5000));
    while (node.received().isEmpty()) {
      Thread.onSpinWait();
    }
    long begin = System.nanoTime();

    Wire.result(node, "uptime", "{}");

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(100));
    slow.join();
    assertThat(stuckIsThere()).isFalse();
  }

  @Test
  void resetsTheConnectionInMidAnswer() throws IOException {
    node.faults().next(1, new Fault.Reset(10));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.miUrl().getPort())) {
      socket.setSoTimeout(20_000);
      String request = Wire.request("POST", "/mi", "Content-Type: application/json\r\n", END);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));

      assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
    assertThat(stuckIsThere()).isFalse();
  }

  @Test
  void breaksOffTheJsonInWholeHttp() {
    node.faults().next(1, new Fault.Truncated(20));

    assertThat(end(5000).body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"re");
  }

  @Test
  void answersWithAPage() {
    node.faults().next(1, new Fault.Html(503));

    Wire.Seen seen = end(5000);

    assertThat(seen.statusLine()).isEqualTo("HTTP/1.1 503 Service Unavailable");
    assertThat(seen.head()).contains("Content-Type: text/html");
    assertThat(seen.body()).startsWith("<html>");
    assertThat(stuckIsThere()).isTrue();
  }

  @Test
  void answersUnderAnotherId() {
    node.faults().next(1, new Fault.WrongId());

    assertThat(end(5000).json().getAsJsonObject().get("id").getAsString()).isEqualTo("wrong-7");
  }

  @Test
  void holdsBackTheEndOfAnAnswerWithoutABody() {
    node.faults().next(1, new Fault.Stalled(500, false));

    Wire.Seen seen = end(200);

    assertThat(seen.statusLine()).isEqualTo("HTTP/1.1 500 Internal Server Error");
    assertThat(seen.timedOut()).isTrue();
    assertThat(stuckIsThere()).isTrue();
  }

  @Test
  void misbehavesAsOftenAsItWasToldAndThenAgainNever() {
    node.faults().next("version", 2, new Fault.Html(502));
    for (int status : new int[] {502, 502, 200}) {
      assertThat(Wire.post(node, version()).statusLine()).startsWith("HTTP/1.1 " + status);
    }
    node.faults().always(new Fault.Html(502));
    assertThat(Wire.post(node, version()).statusLine()).startsWith("HTTP/1.1 502");
    node.faults().clear();
    assertThat(Wire.post(node, version()).statusLine()).startsWith("HTTP/1.1 200");
  }

  @Test
  void refusesAFaultForACommandThatTheNodeDoesNotHave() {
    assertThatThrownBy(() -> node.faults().always("dlg_lst", new Fault.WrongId()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dlg_lst");
  }

  private static String version() {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":1}";
  }

  private Wire.Seen end(int millis) {
    return Wire.send(
        node, Wire.request("POST", "/mi", "Content-Type: application/json\r\n", END), millis);
  }

  private boolean stuckIsThere() {
    return Wire.call(node, "dlg_list", "{\"callid\":\"" + LabNode.STUCK_9H + "\"}").has("result");
  }
}
