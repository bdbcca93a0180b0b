package dev.opensipsmcp.mi.replay;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.MiSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * What the tests' nodes have in common: the recorded answers to {@code version} and {@code which}.
 */
public final class Nodes {
  /** Short enough for a test, long enough for a busy machine. */
  public static final MiSettings SETTINGS =
      new MiSettings(Duration.ofSeconds(5), Duration.ofSeconds(20), 64, Optional.empty());

  private Nodes() {}

  /** {@return settings under which silence is noticed soon, and never spares the node calls} */
  public static MiSettings impatient() {
    return new MiSettings(Duration.ofSeconds(5), Duration.ofMillis(400), 64, Optional.empty())
        .withRest(MiSettings.Rest.NEVER);
  }

  /** {@return a node of a release line that answers discovery itself and the rest by a script} */
  public static HttpNode of(String version, HttpNode.Script script) {
    String server = "{\"Server\":\"OpenSIPS (" + version + ".1 (x86_64/linux))\"}";
    String which = which(version);
    return HttpNode.start(call ->
        switch (call.method()) {
          case "version" -> call.result(server);
          case "which" -> call.params().isEmpty() ? call.result(which) : script.answer(call);
          default -> script.answer(call);
        });
  }

  /** {@return the recorded list of commands} */
  public static String which(String version) {
    for (Recording recording : Recording.all("udp-" + version)) {
      if (recording.text("case").orElseThrow().equals("which")) {
        return recording.answer().orElseThrow().get("result").toString();
      }
    }
    throw new AssertionError("no recorded which for " + version);
  }

  /** {@return a client of such a node} */
  public static MiClient client(HttpNode node) {
    return client(node, SETTINGS);
  }

  /** {@return a client of such a node} */
  public static MiClient client(HttpNode node, MiSettings settings) {
    return MiClient.of(
        new MiEndpoint.Http(node.url(), Optional.empty(), Optional.empty()), settings);
  }

  /** {@return JSON written with single quotes} */
  public static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  /** {@return what a success carries} */
  public static <T> T value(MiResult<T> result) {
    return switch (result) {
      case MiResult.Success<T> success -> success.value();
      case MiResult.Failure<T> failure -> throw new AssertionError(failure.error().toString());
    };
  }

  /** {@return why a call failed} */
  public static <E extends MiError> E error(MiResult<?> result, Class<E> kind) {
    return switch (result) {
      case MiResult.Success<?> success -> throw new AssertionError("a success: " + success.value());
      case MiResult.Failure<?> failure -> kind.cast(failure.error());
    };
  }
}
