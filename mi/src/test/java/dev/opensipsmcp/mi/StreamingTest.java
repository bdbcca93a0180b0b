package dev.opensipsmcp.mi;

import static dev.opensipsmcp.mi.replay.Nodes.error;
import static dev.opensipsmcp.mi.replay.Nodes.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.replay.HttpNode;
import dev.opensipsmcp.mi.replay.HttpNode.Played;
import dev.opensipsmcp.mi.replay.Nodes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Large answers are decoded while they arrive. */
@Timeout(180)
class StreamingTest {
  private static final int DIALOGS = 1_000_000;
  private static final MiRequest LIST = MiRequest.read("dlg_list", new JsonObject());

  @Test
  void aMillionDialogsAreReadInASmallHeap() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> serveMillion(socket));
      Process reader =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Counter.class.getName(),
                  String.valueOf(socket.getLocalPort()))
              .redirectErrorStream(true)
              .start();
      String printed = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(printed).contains("dialogs: " + DIALOGS);
      assertThat(reader.exitValue()).isZero();
    }
  }

  private static void serveMillion(ServerSocket server) {
    try {
      for (int i = 0; i < 3; i++) {
        try (Socket socket = server.accept()) {
          byte[] head = new byte[2048];
          String request =
              new String(head, 0, socket.getInputStream().read(head), StandardCharsets.UTF_8);
          Millions.answer(request, socket.getOutputStream(), DIALOGS);
        }
      }
    } catch (IOException gone) {
      // The reader's own words tell what went wrong.
    }
  }

  /** The process with the small heap. */
  static final class Counter {
    private Counter() {}

    public static void main(String[] arguments) {
      URI url = URI.create("http://127.0.0.1:" + arguments[0] + "/mi");
      MiSettings settings =
          new MiSettings(
              Duration.ofSeconds(5), Duration.ofSeconds(60), 4, Optional.of(Version.V3_6));
      MiEndpoint endpoint = new MiEndpoint.Http(url, Optional.empty(), Optional.empty());
      try (MiClient client = MiClient.of(endpoint, settings)) {
        System.out.println("dialogs: " + value(client.stream(LIST, StreamingTest::count)));
      }
    }
  }

  private static int count(JsonReader reader) throws IOException {
    int count = 0;
    reader.beginObject();
    assertThat(reader.nextName()).isEqualTo("Dialogs");
    reader.beginArray();
    while (reader.hasNext()) {
      assertThat(MiReader.tree().read(reader).getAsJsonObject().has("callid")).isTrue();
      count++;
    }
    reader.endArray();
    reader.endObject();
    return count;
  }

  @Test
  void anAnswerMayBeAbandonedEarly() throws IOException {
    String twoDialogs = "{\"Dialogs\":[{\"callid\":\"a\"},{\"callid\":\"b\"}]}";
    try (HttpNode node = Nodes.of("3.6", call -> call.result(twoDialogs));
        MiClient client = Nodes.client(node)) {
      String first =
          value(
              client.stream(
                  LIST,
                  reader -> {
                    reader.beginObject();
                    assertThat(reader.nextName()).isEqualTo("Dialogs");
                    reader.beginArray();
                    return MiReader.tree().read(reader).toString();
                  }));
      assertThat(first).isEqualTo("{\"callid\":\"a\"}");
      String nothing = value(client.stream(LIST, reader -> "nothing read"));
      assertThat(nothing).isEqualTo("nothing read");
    }
  }

  @Test
  void aReaderThatHasSeenRowsIsNotStartedAnew() throws IOException {
    AtomicInteger started = new AtomicInteger();
    Played cut =
        Played.of("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"result\":{\"Dialogs\":[{}");
    try (HttpNode node = Nodes.of("3.6", call -> cut);
        MiClient client = Nodes.client(node)) {
      MiResult<Integer> result =
          client.stream(
              LIST,
              reader -> {
                started.incrementAndGet();
                reader.skipValue();
                return 0;
              });
      assertThat(error(result, MiError.OutcomeUnknown.class).cause()).contains("broke off");
      assertThat(started).hasValue(1);
    }
  }

  @Test
  void anErrorInsteadOfAResultNeverReachesTheReader() throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.error(404, "No such dialog"));
        MiClient client = Nodes.client(node)) {
      MiResult<Integer> result =
          client.stream(
              LIST,
              reader -> {
                throw new AssertionError("no result was sent");
              });
      assertThat(error(result, MiError.Refused.class).status()).isEqualTo(404);
    }
  }

  @Test
  void anotherShapeThanExpectedIsAnErrorNotAnException() throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.result("[]"));
        MiClient client = Nodes.client(node)) {
      MiResult<Integer> result = client.stream(LIST, StreamingTest::count);
      assertThat(error(result, MiError.NotMi.class).cause()).contains("another shape");
    }
  }
}
