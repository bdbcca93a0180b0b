package dev.opensipsmcp.mi;

import static dev.opensipsmcp.mi.replay.Nodes.error;
import static dev.opensipsmcp.mi.replay.Nodes.json;
import static dev.opensipsmcp.mi.replay.Nodes.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.internal.posix.Posix;
import dev.opensipsmcp.mi.replay.FifoNode;
import dev.opensipsmcp.mi.replay.Nodes;
import dev.opensipsmcp.mi.replay.UdpNode;
import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The traps of MI over datagrams and named pipes. */
@Timeout(60)
class LocalChannelTrapsTest {
  private static final JsonObject NONE = new JsonObject();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  @Test
  void aDatagramWithAnotherIdIsDroppedAndTheRightOneAwaited() {
    try (UdpNode node = node("3.6", "{\"result\":\"late\",\"id\":99999}");
        MiClient client = client(node)) {
      assertThat(value(client.call(MiRequest.read("uptime", NONE))).getAsString())
          .isEqualTo("mine");
    }
  }

  @Test
  void tUacDlgIsNotSentOverDatagramsSince36BecauseItNeverAnswers() {
    JsonObject options = json("{'method':'OPTIONS','ruri':'sip:a@b','headers':'X: 1'}");
    try (UdpNode node = node("4.0", "");
        UdpNode old = node("3.4", "");
        MiClient client = client(node);
        MiClient oldClient = client(old)) {
      MiError.Unreachable error =
          error(client.call(MiRequest.write("t_uac_dlg", options)), MiError.Unreachable.class);
      assertThat(error.cause()).contains("tm:uac_dlg", "never answers");
      assertThat(error.nextStep()).contains("HTTP");
      assertThat(requests).hasSize(2);
      value(oldClient.call(MiRequest.write("t_uac_dlg", options)));
    }
  }

  @Test
  void aDatagramOfMoreThan65457BytesIsRefusedBeforeItIsSent() {
    try (UdpNode node = node("3.6", "");
        MiClient client = client(node)) {
      JsonObject params = new JsonObject();
      params.addProperty("callid", "x".repeat(60_000));
      value(client.call(MiRequest.read("dlg_list", params)));
      params.addProperty("callid", "x".repeat(65_457));
      error(client.call(MiRequest.read("dlg_list", params)), MiError.TooLarge.class);
    }
  }

  @Test
  void nobodyAtTheUdpPortIsToldAtOnce() throws IOException {
    int port;
    try (DatagramSocket socket = new DatagramSocket()) {
      port = socket.getLocalPort();
    }
    try (MiClient client = MiClient.of(new MiEndpoint.Udp("127.0.0.1", port), Nodes.SETTINGS)) {
      assertThat(error(client.node(), MiError.Unreachable.class).nextStep())
          .contains("mi_datagram");
    }
  }

  private UdpNode node(String version, String first) {
    String which = Nodes.which(version);
    return new UdpNode(text -> {
      requests.add(text);
      JsonObject request = json(text);
      String result =
          switch (request.get("method").getAsString()) {
            case "version" -> "{\"Server\":\"OpenSIPS (" + version + ".1)\"}";
            case "which" -> which;
            default -> "\"mine\"";
          };
      String answer = "{\"result\":" + result + ",\"id\":" + request.get("id") + '}';
      return first.isEmpty() ? List.of(answer) : List.of(first, answer);
    });
  }

  private static MiClient client(UdpNode node) {
    return MiClient.of(new MiEndpoint.Udp("127.0.0.1", node.port()), Nodes.SETTINGS);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFifoRequestOfMoreThanTheNodesBufferIsRefusedBeforeItIsSent(@TempDir Path directory)
      throws IOException {
    String which = Nodes.which("3.6");
    try (FifoNode node =
            new FifoNode(
                directory,
                text -> {
                  JsonObject request = json(text);
                  String result =
                      request.get("method").getAsString().equals("which")
                          ? which
                          : "{\"Server\":\"OpenSIPS (3.6.8)\"}";
                  return Optional.of(
                      "{\"result\":" + result + ",\"id\":" + request.get("id") + '}');
                });
        MiClient client =
            MiClient.of(new MiEndpoint.Fifo(node.fifo(), directory), Nodes.SETTINGS)) {
      JsonObject params = new JsonObject();
      params.addProperty("callid", "x".repeat(4000));
      value(client.call(MiRequest.read("dlg_list", params)));
      params.addProperty("callid", "x".repeat(4096));
      assertThat(
              error(client.call(MiRequest.read("dlg_list", params)), MiError.TooLarge.class)
                  .nextStep())
          .contains("mi_datagram");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFifoThatNobodyReadsDoesNotBlock(@TempDir Path directory) throws IOException {
    Path fifo = directory.resolve("commands");
    Posix.get().mkfifo(fifo);
    MiError.Unreachable error = fifoError(fifo, directory);
    assertThat(error.cause()).contains("No process reads");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).containsExactly(fifo);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anOrdinaryFileAtTheFifosPlaceIsNotWrittenTo(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("commands"), "precious");
    assertThat(fifoError(file, directory).cause()).contains("no named pipe");
    assertThat(file).hasContent("precious");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aMissingReplyDirectoryIsNamed(@TempDir Path directory) throws IOException {
    Path fifo = directory.resolve("commands");
    Posix.get().mkfifo(fifo);
    assertThat(fifoError(fifo, directory.resolve("none")).nextStep()).contains("reply_dir");
  }

  private static MiError.Unreachable fifoError(Path fifo, Path directory) {
    try (MiClient client = MiClient.of(new MiEndpoint.Fifo(fifo, directory), Nodes.SETTINGS)) {
      return error(client.node(), MiError.Unreachable.class);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aMissingUnixSocketIsNamed(@TempDir Path directory) {
    Path socket = directory.resolve("mi.sock");
    try (MiClient client = MiClient.of(new MiEndpoint.UnixDatagram(socket), Nodes.SETTINGS)) {
      assertThat(error(client.node(), MiError.Unreachable.class).cause()).contains("mi.sock");
    }
  }
}
