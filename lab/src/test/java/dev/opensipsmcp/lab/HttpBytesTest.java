package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the recordings show on the level of bytes. */
class HttpBytesTest {
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String UPTIME = "{\"jsonrpc\":\"2.0\",\"method\":\"uptime\",\"id\":1}";

  private final LabNode node = LabNode.start(Version.V3_6);

  @AfterEach
  void stop() {
    node.close();
  }

  @ParameterizedTest
  @CsvSource({"500,200", "1023,200", "1024,200", "1025,400", "1400,400", "5000,400", "100000,0"})
  void takesBodiesUpTo1024Bytes(int size, int status) {
    String begin = "{\"jsonrpc\":\"2.0\",\"method\":\"uptime\",\"id\":1,\"pad\":\"";
    String body = begin + "x".repeat(size - begin.length() - 2) + "\"}";

    String request = Wire.request("POST", "/mi", JSON, body);
    Wire.Seen seen =
        status == 0 ? Wire.sendIntoSilence(node, request, 300) : Wire.send(node, request, 300);

    assertThat(seen.statusLine()).startsWith(status == 0 ? "" : "HTTP/1.1 " + status);
    assertThat(seen.head().isEmpty()).isEqualTo(status == 0);
    assertThat(seen.timedOut()).isEqualTo(status != 200);
  }

  @Test
  void endsAnAnswerWithoutABodyOnlyWhenSomebodyElseAsks() throws IOException {
    try (Socket waiting = new Socket(InetAddress.getLoopbackAddress(), node.miUrl().getPort())) {
      String notification = "{\"jsonrpc\":\"2.0\",\"method\":\"uptime\"}";
      waiting.getOutputStream().write(bytes(Wire.request("POST", "/mi", JSON, notification)));
      String head = untilSilence(waiting);
      assertThat(head).startsWith("HTTP/1.1 202 Accepted\r\nDate: ").endsWith("\r\n\r\n");

      Wire.post(node, UPTIME);

      waiting.setSoTimeout(20_000);
      assertThat(new String(waiting.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
          .isEqualTo("0\r\n\r\n");
    }
  }

  @Test
  void answersOnAKeptConnectionButNotThePipelinedSecond() throws IOException {
    String request = Wire.request("POST", "/mi", JSON, UPTIME);
    try (Socket kept = new Socket(InetAddress.getLoopbackAddress(), node.miUrl().getPort())) {
      for (int i = 0; i < 3; i++) {
        kept.getOutputStream().write(bytes(request));
        assertThat(untilSilence(kept)).startsWith("HTTP/1.1 200 OK");
      }
      kept.getOutputStream().write(bytes(request + request));
      assertThat(untilSilence(kept)).containsOnlyOnce("HTTP/1.1 200 OK");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 401",
    "Authorization: Basic bGFidXNlcjpiYWQ=, 401",
    "Authorization: Bearer abc, 401",
    "Authorization: Basic bGFidXNlcjpsYWJwYXNz, 200"
  })
  void asksForThePasswordOn40(String header, int status) {
    LabSettings settings = LabSettings.of(Version.V4_0).withBasicAuth("labuser", "labpass");
    try (LabNode locked = LabNode.of(settings)) {
      String headers = JSON + (header.isEmpty() ? "" : header + "\r\n");
      Wire.Seen seen = Wire.send(locked, Wire.request("POST", "/mi", headers, UPTIME), 5000);

      assertThat(seen.statusLine()).startsWith("HTTP/1.1 " + status);
      if (status == 401) {
        assertThat(seen.head()).contains("WWW-Authenticate: Basic realm=\"OpenSIPS MI\"");
        assertThat(seen.body()).isEqualTo("<html><body>Unauthorized</body></html>");
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Waits long for the first bytes, and then until none come for a moment. */
  private static String untilSilence(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    socket.setSoTimeout(20_000);
    try {
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        socket.setSoTimeout(300);
      }
    } catch (SocketTimeoutException e) {
      return text.toString();
    }
    return text.toString();
  }
}
