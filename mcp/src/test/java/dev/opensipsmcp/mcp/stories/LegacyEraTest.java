package dev.opensipsmcp.mcp.stories;

import static dev.opensipsmcp.mcp.stories.StdioClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.ResourceLink;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.ToolResult;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyEraTest {
  private final TestHost host =
      new TestHost()
          .tool(
              "noisy",
              (arguments, exchange) -> {
                exchange.log("info", new JsonPrimitive("plain"));
                exchange.log("error", new JsonPrimitive("grave"));
                return TestHost.said("done for " + exchange.client().protocolVersion());
              })
          .tool(
              "numbers",
              (arguments, exchange) ->
                  new Reply.Complete<>(
                      new ToolResult(new JsonArray(), Optional.of(json("[1,2]")), false)));

  private final StdioClient client =
      new StdioClient(
          host.tool(
                  "linked",
                  (arguments, exchange) ->
                      new Reply.Complete<>(
                          ToolResult.of("a file", new JsonObject())
                              .linking(
                                  new ResourceLink(
                                      "test://file",
                                      "file",
                                      "A file.",
                                      "text/plain",
                                      7,
                                      new JsonObject()))))
              .server());

  @AfterEach
  void end() {
    client.close();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25,2025-11-25",
    "2025-06-18,2025-06-18",
    "2025-03-26,2025-03-26",
    "2024-11-05,2024-11-05",
    "2026-07-28,2025-11-25",
    "1999-01-01,2025-11-25"
  })
  void aHandshakeSettlesTheRevision(String requested, String settled) {
    JsonObject result = client.handshake(requested, "");

    assertThat(result.get("protocolVersion").getAsString()).isEqualTo(settled);
    assertThat(result.get("serverInfo"))
        .isEqualTo(json("{'name':'test','title':'Test host','version':'1.2.3'}"));
    assertThat(result.get("instructions").getAsString()).isEqualTo("Be kind.");
    assertThat(result.getAsJsonObject("capabilities").get("resources"))
        .isEqualTo(json("{'listChanged':true,'subscribe':true}"));

    client.legacy("1", "tools/call", "'name':'noisy'");
    client.next();
    client.next();
    assertThat(TestHost.text(client.result())).isEqualTo("done for " + settled);
  }

  @ParameterizedTest
  @CsvSource({"2025-11-25,2", "2025-06-18,2", "2025-03-26,1", "2024-11-05,1"})
  void linksToResourcesReachClientsThatKnowThem(String revision, int blocks) {
    client.handshake(revision, "");
    client.legacy("1", "tools/call", "'name':'linked'");

    JsonObject result = client.result();

    assertThat(result.getAsJsonArray("content")).hasSize(blocks);
    assertThat(result.toString().contains("'type':'resource_link'".replace('\'', '"')))
        .isEqualTo(blocks == 2);
  }

  @Test
  void aClientThatProbedTheNewEraFirstMayStillMakeAHandshake() {
    client.modern("1", "server/discover", "");
    client.result();

    assertThat(client.handshake("2025-11-25", "").has("protocolVersion")).isTrue();
  }

  @Test
  void bothErasMayBeSpokenOnOneConnection() {
    client.handshake("2025-06-18", "");
    client.legacy("1", "tools/list", "");
    assertThat(client.result().has("resultType")).isFalse();
    client.modern("2", "tools/list", "");
    assertThat(client.result().has("resultType")).isTrue();
  }

  @Test
  void pingIsAnsweredAtAnyTime() {
    client.legacy("1", "ping", "");
    assertThat(client.result().isEmpty()).isTrue();
    client.handshake("2025-11-25", "");
    client.legacy("2", "ping", "");
    assertThat(client.result().isEmpty()).isTrue();
  }

  @Test
  void aSecondHandshakeIsRefused() {
    client.handshake("2025-11-25", "");
    client.legacy("2", "initialize", "'protocolVersion':'2025-11-25','capabilities':{}");

    assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.INVALID_REQUEST);
  }

  @Test
  void aHandshakeWithoutARevisionIsRefusedAndMayBeMadeAgain() {
    client.legacy("1", "initialize", "'capabilities':{}");
    assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.INVALID_PARAMS);

    assertThat(client.handshake("2025-11-25", "").has("serverInfo")).isTrue();
  }

  @Test
  void theLogFollowsTheLevelThatWasSet() {
    client.handshake("2025-11-25", "");
    client.legacy("1", "logging/setLevel", "'level':'warning'");
    assertThat(client.result().isEmpty()).isTrue();
    client.legacy("2", "tools/call", "'name':'noisy'");

    assertThat(client.next().get("params")).isEqualTo(json("{'level':'error','data':'grave'}"));
    assertThat(TestHost.text(client.result())).startsWith("done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'level':'loud'", "'level':3", ""})
  void anUnknownLevelIsRefused(String members) {
    client.handshake("2025-11-25", "");
    client.legacy("1", "logging/setLevel", members);

    assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.INVALID_PARAMS);
  }

  @Test
  void listsArePagedWithoutWhatOnlyTheNewEraKnows() {
    client.handshake("2025-11-25", "");
    client.legacy("1", "prompts/list", "");

    assertThat(client.result().keySet()).containsExactly("prompts");
  }

  @Test
  void anUnknownResourceHasACodeOfItsOwn() {
    client.handshake("2025-11-25", "");
    client.legacy("1", "resources/read", "'uri':'x:y'");

    JsonObject error = client.error();
    assertThat(error.get("code").getAsInt()).isEqualTo(-32002);
    assertThat(error.get("data")).isEqualTo(json("{'uri':'x:y'}"));
  }

  @Test
  void structuredContentThatIsNoObjectStaysInTheTextAlone() {
    client.handshake("2025-11-25", "");
    client.legacy("1", "tools/call", "'name':'numbers'");
    assertThat(client.result().keySet()).containsExactly("content");
    client.modern("2", "tools/call", "'name':'numbers'");
    assertThat(client.result().get("structuredContent")).isEqualTo(json("[1,2]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no/such", "server/discover", "subscriptions/listen"})
  void aMethodThisEraDoesNotKnowIsNotFound(String method) {
    client.handshake("2025-11-25", "");
    client.legacy("1", method, "");

    assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.METHOD_NOT_FOUND);
  }
}
