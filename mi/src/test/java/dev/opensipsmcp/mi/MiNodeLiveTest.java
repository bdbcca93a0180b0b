package dev.opensipsmcp.mi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Reads a real node; it changes nothing there. */
@EnabledIfEnvironmentVariable(
    named = "OPENSIPS_MCP_LIVE_MI",
    matches = ".+",
    disabledReason = "set OPENSIPS_MCP_LIVE_MI to the MI URL of a node that may be read")
class MiNodeLiveTest {
  private MiClient client;

  @BeforeEach
  void connect() {
    MiEndpoint endpoint = MiEndpoint.parse(System.getenv("OPENSIPS_MCP_LIVE_MI"));
    client =
        MiClient.of(
            endpoint,
            new MiSettings(Duration.ofSeconds(2), Duration.ofSeconds(5), 8, Optional.empty()));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void tellsItsVersionAndCommands() {
    MiNode node = success(client.node());
    System.out.println(node.server() + ", " + node.commands().size() + " commands");
    assertThat(node.version().operable()).isTrue();
    assertThat(node.commands()).isNotEmpty();
  }

  @Test
  void answersUnderTheNamesOfBothWorlds() {
    assertThat(success(read("uptime", new JsonObject())).getAsJsonObject().has("Up time")).isTrue();
    assertThat(success(read("core:uptime", new JsonObject())).getAsJsonObject().has("Up time"))
        .isTrue();
  }

  @Test
  void answersAStatisticAndNothingForAnUnknownOne() {
    assertThat(success(read("get_statistics", statistics("shmem:"))).getAsJsonObject().isEmpty())
        .isFalse();
    assertThat(success(read("get_statistics", statistics("no_such_one"))).getAsJsonObject())
        .isEqualTo(new JsonObject());
  }

  @Test
  void asksTheNodeAThousandTimesWithoutALoss() {
    success(client.node());
    long[] nanos = new long[1000];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      success(read("uptime", new JsonObject()));
      nanos[i] = System.nanoTime() - start;
    }
    java.util.Arrays.sort(nanos);
    System.out.println(
        "1000 calls: p50 " + nanos[500] / 1000 + " us, p99 " + nanos[990] / 1000 + " us");
    assertThat(nanos[500]).isLessThan(Duration.ofMillis(50).toNanos());
  }

  private MiResult<JsonElement> read(String command, JsonObject params) {
    return client.call(MiRequest.read(command, params));
  }

  private static JsonObject statistics(String name) {
    JsonArray names = new JsonArray();
    names.add(name);
    JsonObject params = new JsonObject();
    params.add("statistics", names);
    return params;
  }

  private static <T> T success(MiResult<T> result) {
    return switch (result) {
      case MiResult.Success<T> success -> success.value();
      case MiResult.Failure<T> failure -> throw new AssertionError(failure.error().toString());
    };
  }
}
