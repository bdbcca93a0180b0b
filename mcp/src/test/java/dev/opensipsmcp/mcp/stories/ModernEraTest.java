package dev.opensipsmcp.mcp.stories;

import static dev.opensipsmcp.mcp.stories.StdioClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.RpcError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModernEraTest {
  private final TestHost host =
      new TestHost()
          .tool("a", (arguments, exchange) -> TestHost.said("got " + arguments))
          .tool("b", (arguments, exchange) -> TestHost.said("b"))
          .tool(
              "noisy",
              (arguments, exchange) -> {
                exchange.log("debug", new JsonPrimitive("fine"));
                exchange.log("error", new JsonPrimitive("grave"));
                exchange.progress(1, 2, "half");
                exchange.progress(1, 2, "still half");
                exchange.progress(1.5, -1, "");
                return TestHost.said("done");
              })
          .tool(
              "broken",
              (arguments, exchange) -> {
                throw new IllegalStateException("secret detail");
              });

  private final StdioClient client = new StdioClient(host.server());

  @AfterEach
  void end() {
    client.close();
  }

  @Test
  void aClientDiscoversTheServerWithoutAHandshake() {
    client.modern("'probe'", "server/discover", "");

    JsonObject message = client.next();
    assertThat(message.get("id").getAsString()).isEqualTo("probe");
    JsonObject result = message.getAsJsonObject("result");
    assertThat(result.get("supportedVersions")).isEqualTo(json("['2026-07-28']"));
    assertThat(result.getAsJsonObject("capabilities").keySet())
        .containsExactly("tools", "prompts", "resources", "completions", "logging");
    assertThat(result.get("instructions").getAsString()).isEqualTo("Be kind.");
    assertThat(result.get("resultType").getAsString()).isEqualTo("complete");
    assertThat(result.get("ttlMs").getAsInt()).isPositive();
    assertThat(result.get("cacheScope").getAsString()).isEqualTo("private");
    assertThat(result.getAsJsonObject("_meta").get("io.modelcontextprotocol/serverInfo"))
        .isEqualTo(json("{'name':'test','title':'Test host','version':'1.2.3'}"));
  }

  @Test
  void aListIsPagedAndTheCursorLeadsOn() {
    client.modern("1", "tools/list", "");
    JsonObject first = client.result();
    assertThat(first.get("tools")).isEqualTo(json("[{'name':'a'},{'name':'b'},{'name':'broken'}]"));
    assertThat(first.get("ttlMs").getAsInt()).isPositive();
    assertThat(first.get("cacheScope").getAsString()).isEqualTo("private");

    client.modern(
        "2", "tools/list", "'cursor':'%s'".formatted(first.get("nextCursor").getAsString()));
    JsonObject second = client.result();
    assertThat(second.get("tools")).isEqualTo(json("[{'name':'noisy'}]"));
    assertThat(second.has("nextCursor")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'junk'", "''", "7", "null", "'cmVzb3VyY2VzIG5vZGU6Ly9h'"})
  void aCursorThatIsNotOfThisListIsRefused(String cursor) {
    client.modern("1", "tools/list", "'cursor':" + cursor);

    assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.INVALID_PARAMS);
  }

  @Test
  void aToolIsCalled() {
    client.modern("1", "tools/call", "'name':'a','arguments':{'x':1.50}");

    JsonObject result = client.result();
    assertThat(TestHost.text(result)).isEqualTo("got {\"x\":1.50}");
    assertThat(result.get("resultType").getAsString()).isEqualTo("complete");
    assertThat(result.has("isError")).isFalse();
    assertThat(result.has("ttlMs")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'name':'nosuch'", "'arguments':{}", "'name':1", "'name':'a','arguments':[]"})
  void aWrongToolCallIsInvalid(String members) {
    client.modern("1", "tools/call", members);

    assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.INVALID_PARAMS);
  }

  @Test
  void aHostThatFailsTellsNobodyItsSecrets() {
    client.modern("1", "tools/call", "'name':'broken'");

    JsonObject error = client.error();
    assertThat(error.get("code").getAsInt()).isEqualTo(RpcError.INTERNAL_ERROR);
    assertThat(error.toString()).doesNotContain("secret");
  }

  @Test
  void logAndProgressComeOnlyWhenAskedFor() {
    client.modern("1", "tools/call", "'name':'noisy'");
    assertThat(TestHost.text(client.result())).isEqualTo("done");

    client.modern(
        "2",
        "tools/call",
        "'name':'noisy'",
        "'io.modelcontextprotocol/clientCapabilities':{},'progressToken':'p',"
            + "'io.modelcontextprotocol/logLevel':'warning'");
    assertThat(client.next())
        .isEqualTo(
            json(
                "{'jsonrpc':'2.0','method':'notifications/message',"
                    + "'params':{'level':'error','data':'grave'}}"));
    assertThat(client.next().get("params"))
        .isEqualTo(json("{'progressToken':'p','progress':1,'total':2,'message':'half'}"));
    assertThat(client.next().get("params")).isEqualTo(json("{'progressToken':'p','progress':1.5}"));
    assertThat(TestHost.text(client.result())).isEqualTo("done");
  }

  @Test
  void resourcesAreListedAndRead() {
    client.modern("1", "resources/list", "");
    assertThat(client.result().get("resources")).isEqualTo(json("[{'uri':'node://a'}]"));
    client.modern("2", "resources/templates/list", "");
    assertThat(client.result().get("resourceTemplates"))
        .isEqualTo(json("[{'uriTemplate':'node://{name}'}]"));
    client.modern("3", "resources/read", "'uri':'node://a'");
    JsonObject read = client.result();
    assertThat(read.get("contents")).isEqualTo(json("[{'uri':'node://a','text':'hello'}]"));
    assertThat(read.get("ttlMs").getAsInt()).isZero();
    assertThat(read.get("cacheScope").getAsString()).isEqualTo("private");
  }

  @Test
  void anUnknownResourceIsNamedInTheError() {
    client.modern("1", "resources/read", "'uri':'file:///etc/passwd'");

    JsonObject error = client.error();
    assertThat(error.get("code").getAsInt()).isEqualTo(RpcError.INVALID_PARAMS);
    assertThat(error.get("data")).isEqualTo(json("{'uri':'file:///etc/passwd'}"));
  }

  @Test
  void promptsAreListedRenderedAndCompleted() {
    client.modern("1", "prompts/list", "");
    assertThat(client.result().getAsJsonArray("prompts")).hasSize(2);
    client.modern("2", "prompts/get", "'name':'plain'");
    assertThat(client.result().get("description").getAsString()).isEqualTo("plain");
    client.modern(
        "3",
        "completion/complete",
        "'ref':{'type':'ref/prompt','name':'plain'},'argument':{'name':'x','value':'v'}");
    JsonObject completion = client.result().getAsJsonObject("completion");
    assertThat(completion.getAsJsonArray("values")).hasSize(100);
    assertThat(completion.get("total").getAsInt()).isEqualTo(120);
    assertThat(completion.get("hasMore").getAsBoolean()).isTrue();
  }

  @Test
  void anotherRevisionIsRefusedWithThoseThatAreServed() {
    client.send(
        "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'_meta':{"
            + "'io.modelcontextprotocol/protocolVersion':'1900-01-01',"
            + "'io.modelcontextprotocol/clientCapabilities':{}}}}");

    JsonObject error = client.error();
    assertThat(error.get("code").getAsInt()).isEqualTo(RpcError.UNSUPPORTED_PROTOCOL_VERSION);
    assertThat(error.get("data"))
        .isEqualTo(json("{'supported':['2026-07-28'],'requested':'1900-01-01'}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'io.modelcontextprotocol/protocolVersion':'2026-07-28'",
        "'io.modelcontextprotocol/clientCapabilities':{}",
        "'io.modelcontextprotocol/protocolVersion':7,"
            + "'io.modelcontextprotocol/clientCapabilities':{}",
        "'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientCapabilities':[]",
        "'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientCapabilities':{},"
            + "'io.modelcontextprotocol/logLevel':'loud'",
        ""
      })
  void aRequestThatDoesNotTellWhatItMustIsInvalid(String meta) {
    client.send("{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'_meta':{" + meta + "}}}");

    assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.INVALID_PARAMS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "initialize",
        "ping",
        "logging/setLevel",
        "resources/subscribe",
        "resources/unsubscribe",
        "no/such"
      })
  void aMethodOfAnotherEraIsNotFound(String method) {
    client.modern("1", method, "");

    assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.METHOD_NOT_FOUND);
  }

  @Test
  void aTraceContextIsAccepted() {
    client.modern(
        "1",
        "tools/list",
        "",
        "'io.modelcontextprotocol/clientCapabilities':{},"
            + "'traceparent':'00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01'");

    assertThat(client.result().has("tools")).isTrue();
  }
}
