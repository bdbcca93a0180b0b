package dev.opensipsmcp.mi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mi.replay.HttpCall;
import dev.opensipsmcp.mi.replay.HttpNode;
import dev.opensipsmcp.mi.replay.Nodes;
import dev.opensipsmcp.mi.replay.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every recorded request in good form, made by this client: it sends what was recorded, or refuses
 * what the server refused.
 */
class RecordedRequestsTest {
  private static final int WRONG_PARAMS = -32602;

  /**
   * Where this client is stricter than the servers were: raise_event answers 400 to an object and
   * loses the keys of an array, and b2b_trigger_scenario ignores a context that is a string.
   */
  private static final Set<String> STRICTER =
      Set.of("params as object", "params as array", "context as string");

  @ParameterizedTest
  @ValueSource(strings = {"3.4", "3.6", "4.0"})
  void theClientSendsWhatWasRecordedAndRefusesWhatServersRefused(String version)
      throws IOException {
    AtomicReference<Recording> playing = new AtomicReference<>();
    AtomicReference<HttpCall> seen = new AtomicReference<>();
    int sent = 0;
    int refused = 0;
    List<String> surprises = new ArrayList<>();
    try (HttpNode node =
            Nodes.of(
                version,
                call -> {
                  seen.set(call);
                  return answered(call, playing.get());
                });
        MiClient client = Nodes.client(node)) {
      Nodes.value(client.node());
      for (Recording recording : Recording.all("http-" + version)) {
        if (!replayable(recording)) {
          continue;
        }
        playing.set(recording);
        seen.set(null);
        MiResult<JsonElement> result = client.call(request(recording));
        if (seen.get() == null) {
          refused++;
          if (code(recording) != WRONG_PARAMS
              && !STRICTER.contains(recording.text("case").orElseThrow())) {
            surprises.add("not sent: " + recording + " -> " + result);
          }
        } else {
          sent++;
          if (code(recording) == WRONG_PARAMS && !isForTheNodeToJudge(recording)) {
            surprises.add("sent: " + recording);
          }
          checkSent(recording, seen.get());
          checkResult(recording, result);
        }
      }
    }
    assertThat(surprises).isEmpty();
    assertThat(sent).isGreaterThan(400);
    assertThat(refused).isGreaterThan(15);
  }

  /**
   * An unknown process, and the parameters of a command within a command, are the node's to know.
   */
  private static boolean isForTheNodeToJudge(Recording recording) {
    String request = recording.text("request").orElseThrow();
    return recording.text("case").orElseThrow().equals("unknown pid")
        || request.contains("\"cmd_params\"");
  }

  private static boolean replayable(Recording recording) {
    String kind = recording.text("kind").orElseThrow();
    boolean ours = kind.equals("read") || kind.equals("write") || kind.equals("kill");
    return ours && recording.inGoodForm() && recording.answer().isPresent() && !isWhich(recording);
  }

  /** The node of this test answers these itself. */
  private static boolean isWhich(Recording recording) {
    JsonObject request = recording.request().orElseThrow();
    String method = request.get("method").getAsString();
    return method.endsWith("version") || (method.endsWith("which") && !request.has("params"));
  }

  private static MiRequest request(Recording recording) {
    JsonObject request = recording.request().orElseThrow();
    JsonObject params =
        request.has("params") ? request.getAsJsonObject("params") : new JsonObject();
    String method = request.get("method").getAsString();
    return recording.text("kind").orElseThrow().equals("write")
        ? MiRequest.write(method, params)
        : MiRequest.read(method, params);
  }

  private static HttpNode.Played answered(HttpCall call, Recording recording) {
    JsonObject answer = recording.answer().orElseThrow().deepCopy();
    answer.addProperty("id", call.id());
    return HttpNode.Played.json(answer.toString());
  }

  private static void checkSent(Recording recording, HttpCall sent) {
    JsonObject recorded = recording.request().orElseThrow();
    assertThat(sent.head())
        .startsWith("POST /mi HTTP/1.1\r\n")
        .contains("\r\nContent-Type: application/json\r\n", "\r\nConnection: close\r\n");
    assertThat(sent.json().keySet()).isSubsetOf("jsonrpc", "method", "params", "id");
    assertThat(sent.json().get("jsonrpc").getAsString()).isEqualTo("2.0");
    assertThat(sent.method())
        .describedAs("%s", recording)
        .isEqualTo(recorded.get("method").getAsString());
    assertThat(sent.id()).isPositive();
    JsonObject params =
        recorded.has("params") ? recorded.getAsJsonObject("params") : new JsonObject();
    JsonObject seen = sent.params().deepCopy();
    if (seen.has("options")) {
      // Blanks at the end keep carrierroute's commands from ending the server.
      seen.addProperty("options", seen.get("options").getAsString().stripTrailing());
    }
    assertThat(seen).describedAs("%s", recording).isEqualTo(withFlagsAsNumbers(params));
  }

  private static JsonObject withFlagsAsNumbers(JsonObject params) {
    JsonObject flags = new JsonObject();
    params
        .asMap()
        .forEach((name, value) ->
            flags.add(
                name,
                value instanceof JsonPrimitive flag && flag.isBoolean()
                    ? new JsonPrimitive(flag.getAsBoolean() ? 1 : 0)
                    : value));
    return flags;
  }

  private static int code(Recording recording) {
    JsonObject answer = recording.answer().orElseThrow();
    return answer.has("error") ? answer.getAsJsonObject("error").get("code").getAsInt() : 0;
  }

  private static void checkResult(Recording recording, MiResult<JsonElement> result) {
    JsonObject answer = recording.answer().orElseThrow();
    if (answer.has("result")) {
      assertThat(result)
          .describedAs("%s", recording)
          .isEqualTo(new MiResult.Success<>(answer.get("result")));
      return;
    }
    MiError error = Nodes.error(result, MiError.class);
    assertThat(error.cause()).describedAs("%s", recording).isNotBlank();
    assertThat(error.nextStep()).describedAs("%s", recording).isNotBlank();
    if (error instanceof MiError.Refused refused) {
      assertThat(refused.status()).isEqualTo(code(recording));
    }
  }
}
