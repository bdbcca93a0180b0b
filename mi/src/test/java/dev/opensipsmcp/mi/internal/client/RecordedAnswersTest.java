package dev.opensipsmcp.mi.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.mi.internal.check.Target;
import dev.opensipsmcp.mi.internal.http.HttpChannel;
import dev.opensipsmcp.mi.internal.wire.Envelope;
import dev.opensipsmcp.mi.replay.HttpNode;
import dev.opensipsmcp.mi.replay.Recording;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every answer that real servers gave over HTTP, malformed requests' too, means the right thing.
 */
class RecordedAnswersTest {
  private static final Duration SILENCE = Duration.ofMillis(150);
  private static final MiSettings SETTINGS =
      new MiSettings(Duration.ofSeconds(5), SILENCE, 4, Optional.empty());

  @ParameterizedTest
  @ValueSource(strings = {"http-3.4", "http-3.6", "http-4.0"})
  void everyRecordedAnswerIsUnderstood(String name) throws IOException {
    AtomicReference<Recording> playing = new AtomicReference<>();
    List<Recording> recordings = Recording.all(name);
    assertThat(recordings).hasSizeGreaterThan(600);
    try (HttpNode node = HttpNode.start(call -> played(playing.get()));
        HttpChannel channel =
            new HttpChannel(
                new MiEndpoint.Http(node.url(), Optional.empty(), Optional.empty()), SETTINGS)) {
      CircuitBreaker breaker =
          new CircuitBreaker("the node", MiSettings.Rest.NEVER, System::nanoTime);
      Exchange exchange = new Exchange(channel, new Turns(4, Duration.ofSeconds(5)), breaker);
      for (Recording recording : recordings) {
        playing.set(recording);
        for (boolean write : new boolean[] {false, true}) {
          MiResult<JsonElement> result = exchange.run(call(recording, write), MiReader.tree());
          check(recording, write, result);
        }
      }
    }
  }

  private static HttpNode.Played played(Recording recording) {
    if (recording.is("pieces")) {
      JsonElement first = recording.json().getAsJsonArray("pieces").get(0);
      return HttpNode.Played.neverEnding(first.getAsString());
    }
    if (recording.is("ended")) {
      return recording.text("ended").orElseThrow().equals("silent")
          ? HttpNode.Played.silence()
          : HttpNode.Played.of("");
    }
    String bytes = recording.text("head").orElseThrow() + recording.text("body").orElse("");
    return recording.is("open") ? HttpNode.Played.neverEnding(bytes) : HttpNode.Played.of(bytes);
  }

  private static Call call(Recording recording, boolean write) {
    int id = answeredId(recording).orElse(1);
    Target target = new Target("command", "", List.of(), false);
    byte[] bytes = Envelope.request("command", new JsonObject(), id);
    return new Call(target, bytes, id, write, SILENCE, Optional.empty());
  }

  private static Optional<Integer> answeredId(Recording recording) {
    return recording
        .answer()
        .filter(answer -> answer.get("id") instanceof JsonPrimitive id && id.isNumber())
        .map(answer -> answer.get("id").getAsInt());
  }

  private static void check(Recording recording, boolean write, MiResult<JsonElement> result) {
    if (recording.is("pieces") || recording.is("ended") || recording.is("cut")) {
      checkWithoutAnswer(recording, write, result);
      return;
    }
    int status = Integer.parseInt(recording.text("head").orElseThrow().substring(9, 12));
    if (status != 200) {
      boolean mayHaveRun = status == 202 || status == 500;
      assertThat(error(result))
          .describedAs("%s", recording)
          .isInstanceOf(write && mayHaveRun ? MiError.OutcomeUnknown.class : MiError.NotMi.class);
      return;
    }
    JsonObject answer = recording.answer().orElseThrow();
    boolean anothersId = !answer.get("id").isJsonNull() && answeredId(recording).isEmpty();
    if (answer.has("error") && !anothersId) {
      checkError(recording, answer.getAsJsonObject("error"), error(result));
    } else if (answeredId(recording).isPresent()) {
      assertThat(result)
          .describedAs("%s", recording)
          .isEqualTo(new MiResult.Success<>(answer.get("result")));
    } else {
      assertThat(error(result).code())
          .describedAs("%s", recording)
          .isEqualTo(write ? "MI_OUTCOME_UNKNOWN" : "MI_NOT_MI");
    }
  }

  private static void checkWithoutAnswer(
      Recording recording, boolean write, MiResult<JsonElement> result) {
    boolean statusOnly = recording.is("pieces") && !recording.toString().contains("requests");
    if (recording.is("pieces") && result instanceof MiResult.Success<JsonElement>) {
      // The recordings of two requests on one connection start with a whole answer to the first.
      assertThat(recording.toString()).containsAnyOf("keep-alive", "pipelined");
      return;
    }
    assertThat(error(result).code())
        .describedAs("%s", recording)
        .isIn(
            write ? "MI_OUTCOME_UNKNOWN" : "MI_NO_ANSWER",
            statusOnly ? "MI_NOT_MI" : "MI_NO_ANSWER");
  }

  private static void checkError(Recording recording, JsonObject recorded, MiError error) {
    int code = recorded.get("code").getAsInt();
    Class<? extends MiError> expected =
        switch (code) {
          case -32601, -32001 -> MiError.NoSuchCommand.class;
          case -32602 -> MiError.WrongArguments.class;
          default -> MiError.Refused.class;
        };
    assertThat(error).describedAs("%s", recording).isInstanceOf(expected);
    if (error instanceof MiError.Refused refused) {
      assertThat(refused.status()).isEqualTo(code);
      assertThat(refused.message()).isEqualTo(recorded.get("message").getAsString());
    }
    if (code == -32001) {
      assertThat(((MiError.NoSuchCommand) error).nearest())
          .hasSizeGreaterThan(1)
          .allMatch(candidate -> candidate.matches("\\w+:\\w+"));
    }
  }

  private static MiError error(MiResult<?> result) {
    return switch (result) {
      case MiResult.Success<?> success -> throw new AssertionError("a success: " + success.value());
      case MiResult.Failure<?> failure -> failure.error();
    };
  }
}
