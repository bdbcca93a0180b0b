package dev.opensipsmcp.mi;

import static dev.opensipsmcp.mi.replay.Nodes.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.mi.replay.FifoNode;
import dev.opensipsmcp.mi.replay.Nodes;
import dev.opensipsmcp.mi.replay.Recording;
import dev.opensipsmcp.mi.replay.UdpNode;
import dev.opensipsmcp.mi.replay.UnixNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every exchange recorded over datagrams and named pipes, from both ends. */
@Timeout(60)
class RecordedLocalChannelsTest {
  private final AtomicReference<Recording> playing = new AtomicReference<>();
  private final AtomicReference<JsonObject> seen = new AtomicReference<>();

  @ParameterizedTest
  @ValueSource(strings = {"3.4", "3.6", "4.0"})
  void udp(String version) {
    try (UdpNode node =
            new UdpNode(request -> script("udp", version).apply(request).stream().toList());
        MiClient client =
            MiClient.of(new MiEndpoint.Udp("127.0.0.1", node.port()), Nodes.impatient())) {
      replay(client, "udp-" + version, 15);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.6", "4.0"})
  @EnabledOnOs(OS.LINUX)
  void unixDatagrams(String version, @TempDir Path directory) throws IOException {
    Path socket = directory.resolve("mi.sock");
    try (UnixNode node = new UnixNode(socket, request -> script("unix", version).apply(request));
        MiClient client = MiClient.of(new MiEndpoint.UnixDatagram(socket), Nodes.impatient())) {
      assertThat(node).isNotNull();
      replay(client, "unix-" + version, 15);
      try (Stream<Path> left = Files.list(directory)) {
        assertThat(left).containsExactly(socket);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.4", "3.6", "4.0"})
  @EnabledOnOs(OS.LINUX)
  void namedPipes(String version, @TempDir Path directory) throws IOException {
    try (FifoNode node = new FifoNode(directory, script("fifo", version));
        MiClient client =
            MiClient.of(new MiEndpoint.Fifo(node.fifo(), directory), Nodes.impatient())) {
      replay(client, "fifo-" + version, 12);
      assertThat(node.names()).allMatch(name -> name.matches("[a-z0-9]+"));
      try (Stream<Path> left = Files.list(directory)) {
        assertThat(left).containsExactly(node.fifo());
      }
    }
  }

  /** The node: discovery is answered from the recording, then what is being played. */
  private Function<String, Optional<String>> script(String channel, String version) {
    return text -> {
      JsonObject request = JsonParser.parseString(text).getAsJsonObject();
      String method = request.get("method").getAsString();
      int id = request.get("id").getAsInt();
      Recording now = playing.get();
      if (now == null) {
        String wanted = method.endsWith("version") ? "version" : "which";
        Recording discovery =
            Recording.all(channel + "-" + version).stream()
                .filter(one -> one.text("case").orElseThrow().equals(wanted))
                .findFirst()
                .orElseThrow();
        return Optional.of(withId(discovery, id));
      }
      seen.set(request);
      return now.text("body").map(body -> now.answer().isPresent() ? withId(now, id) : body);
    };
  }

  private static String withId(Recording recording, int id) {
    JsonObject answer = recording.answer().orElseThrow().deepCopy();
    answer.addProperty("id", id);
    return answer.toString();
  }

  private void replay(MiClient client, String name, int atLeast) {
    value(client.node());
    int answered = 0;
    for (Recording recording : Recording.all(name)) {
      seen.set(null);
      playing.set(recording);
      MiResult<JsonElement> result = client.call(request(recording));
      if (seen.get() == null) {
        checkNotSent(recording, result);
      } else if (recording.answer().isPresent() && recording.answer().get().has("result")) {
        answered++;
        checkSent(recording);
        assertThat(result)
            .describedAs("%s", recording)
            .isEqualTo(new MiResult.Success<>(recording.answer().get().get("result")));
      } else {
        checkFailure(recording, result);
        answered += recording.answer().isPresent() ? 1 : 0;
      }
    }
    assertThat(answered).isGreaterThanOrEqualTo(atLeast);
  }

  /** What this client would send; for a malformed request, any request, to see its answer. */
  private static MiRequest request(Recording recording) {
    if (!recording.inGoodForm()) {
      return MiRequest.read("uptime", new JsonObject());
    }
    JsonObject request = recording.request().orElseThrow();
    JsonObject params =
        request.has("params") ? request.getAsJsonObject("params") : new JsonObject();
    return MiRequest.write(request.get("method").getAsString(), params);
  }

  private void checkSent(Recording recording) {
    if (recording.inGoodForm()) {
      JsonObject recorded = recording.request().orElseThrow();
      assertThat(seen.get().get("method")).isEqualTo(recorded.get("method"));
      assertThat(seen.get().get("params")).isEqualTo(recorded.get("params"));
    }
  }

  private static void checkNotSent(Recording recording, MiResult<JsonElement> result) {
    // Unknown commands, wrong arguments, and t_uac_dlg, which never answers a datagram since 3.6.
    assertThat(Nodes.error(result, MiError.class).code())
        .describedAs("%s", recording)
        .isIn("MI_NO_SUCH_COMMAND", "MI_WRONG_ARGUMENTS", "MI_UNREACHABLE");
    assertThat(recording.text("case").orElseThrow())
        .isIn("unknown command", "wrong params", "missing params", "async command t_uac_dlg");
  }

  private static void checkFailure(Recording recording, MiResult<JsonElement> result) {
    MiError error = Nodes.error(result, MiError.class);
    if (recording.answer().isPresent()) {
      assertThat(error).describedAs("%s", recording).isInstanceOf(MiError.Refused.class);
    } else if (recording.text("body").isPresent()) {
      assertThat(error).describedAs("%s", recording).isInstanceOf(MiError.NotMi.class);
      assertThat(error.cause()).contains("400 Parse_error");
    } else {
      assertThat(error).describedAs("%s", recording).isInstanceOf(MiError.OutcomeUnknown.class);
    }
  }
}
