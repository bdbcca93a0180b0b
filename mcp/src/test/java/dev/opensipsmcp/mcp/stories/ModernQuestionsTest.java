package dev.opensipsmcp.mcp.stories;

import static dev.opensipsmcp.mcp.stories.StdioClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.ToolResult;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModernQuestionsTest {
  private static final String ABLE =
      "'io.modelcontextprotocol/clientCapabilities':{'elicitation':{}}";
  private static final String ANSWER = "'inputResponses':{'name':{'action':'accept','content':{}}}";
  private static final String CALL = "'name':'end_call','arguments':{'id':1,'why':'stuck'}";

  private final AtomicInteger ended = new AtomicInteger();

  private final TestHost host =
      new TestHost()
          .tool("end_call", this::endCall)
          .tool("other", this::endCall)
          .tool(
              "sample",
              (arguments, exchange) ->
                  TestHost.ask("s", "{'method':'sampling/createMessage','params':{}}", "x"))
          .tool(
              "visit",
              (arguments, exchange) ->
                  TestHost.ask("u", "{'method':'elicitation/create','params':{'mode':'url'}}", "x"))
          .tool(
              "later",
              (arguments, exchange) ->
                  exchange.state().isEmpty()
                      ? new Reply.InputRequired<>(Map.of(), json("{'step':1}"))
                      : TestHost.said("state " + exchange.state().get()))
          .tool("absurd", (arguments, exchange) -> TestHost.ask("x", "{'method':'no/such'}", "x"));

  private StdioClient client = new StdioClient(host.server());

  @AfterEach
  void end() {
    client.close();
  }

  private Reply<ToolResult> endCall(JsonObject arguments, Exchange exchange) {
    if (exchange.state().isEmpty() || !exchange.inputResponses().has("name")) {
      return TestHost.askName("plan");
    }
    ended.incrementAndGet();
    return TestHost.said(exchange.state().get() + " with " + exchange.inputResponses().keySet());
  }

  private String firstRound() {
    client.modern("1", "tools/call", CALL, ABLE);
    JsonObject result = client.result();
    assertThat(result.get("resultType").getAsString()).isEqualTo("input_required");
    return result.get("requestState").getAsString();
  }

  private void retry(String method, String members, JsonElement state) {
    client.modern("2", method, members + "," + ANSWER + ",'requestState':" + state, ABLE);
  }

  private void assertRefused(String hint) {
    JsonObject error = client.error();
    assertThat(error.get("code").getAsInt()).isEqualTo(RpcError.INVALID_PARAMS);
    assertThat(error.get("message").getAsString()).contains(hint);
    assertThat(ended.get()).as("calls that were ended").isZero();
  }

  private static JsonElement quoted(String text) {
    return new JsonPrimitive(text);
  }

  @Test
  void aQuestionGoesOutAndItsAnswerComesBackToTheHost() {
    client.modern("1", "tools/call", CALL, ABLE);
    JsonObject asked = client.result();
    assertThat(asked.getAsJsonObject("inputRequests").getAsJsonObject("name").get("method"))
        .isEqualTo(json("'elicitation/create'"));
    assertThat(asked.get("requestState").getAsString()).doesNotContain("plan");
    assertThat(asked.has("content")).isFalse();

    retry("tools/call", CALL, asked.get("requestState"));
    assertThat(TestHost.text(client.result())).isEqualTo("\"plan\" with [name]");
    assertThat(ended.get()).isEqualTo(1);
  }

  @Test
  void argumentsInAnotherOrderAreTheSameRequest() {
    String state = firstRound();

    retry("tools/call", "'arguments':{'why':'stuck','id':1.0},'name':'end_call'", quoted(state));
    assertThat(TestHost.text(client.result())).startsWith("\"plan\"");
  }

  @Test
  void aStateWorksOnce() {
    String state = firstRound();
    retry("tools/call", CALL, quoted(state));
    client.result();
    ended.set(0);

    retry("tools/call", CALL, quoted(state));
    assertRefused("used before");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'name':'other','arguments':{'id':1,'why':'stuck'}",
        "'name':'end_call','arguments':{'id':2,'why':'stuck'}",
        "'name':'end_call','arguments':{'id':1,'why':'stuck','more':null}",
        "'name':'end_call','arguments':{'id':'1','why':'stuck'}",
        "'name':'end_call'"
      })
  void aStateOpensForItsOwnRequestOnly(String members) {
    String state = firstRound();

    retry("tools/call", members, quoted(state));
    assertRefused("another request");
  }

  @Test
  void aStateOfAPromptOpensNoTool() {
    client.modern("1", "prompts/get", "'name':'asking'", ABLE);
    JsonElement state = client.result().get("requestState");

    retry("tools/call", "'name':'asking'", state);
    assertRefused("another request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "'AA'", "'plan'", "'\u00e9'", "'AQ=='"})
  void aMadeUpStateIsRefused(String state) {
    retry("tools/call", CALL, json(state));

    assertRefused("not genuine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "{}", "null", "[]"})
  void aStateThatIsNoStringIsRefused(String state) {
    retry("tools/call", CALL, json(state));

    assertRefused("must be the string");
  }

  @Test
  void anExpiredStateIsRefused() throws InterruptedException {
    client.close();
    client = new StdioClient(host.server(new Limits(64 << 10, 8, 3, Duration.ofMillis(1))));
    String state = firstRound();
    Thread.sleep(5);

    retry("tools/call", CALL, quoted(state));
    assertRefused("expired");
  }

  @Test
  void answersWithoutAStateDoNotReachTheHost() {
    client.modern("1", "tools/call", CALL + "," + ANSWER, ABLE);

    assertThat(client.result().get("resultType").getAsString()).isEqualTo("input_required");
    assertThat(ended.get()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'other':{'action':'accept'}}", "{'name':7}", "{'name':null}"})
  void aMissingAnswerIsAskedForAgain(String responses) {
    String state = firstRound();
    client.modern(
        "2",
        "tools/call",
        CALL + ",'inputResponses':" + responses + ",'requestState':'" + state + "'",
        ABLE);

    JsonObject again = client.result();
    assertThat(again.get("resultType").getAsString()).isEqualTo("input_required");
    assertThat(again.get("requestState").getAsString()).isNotEqualTo(state);
  }

  @Test
  void onlyWhatWasAskedReachesTheHost() {
    String state = firstRound();
    client.modern(
        "2",
        "tools/call",
        CALL
            + ",'inputResponses':{'name':{},'approved':{'action':'accept'}},'requestState':'"
            + state
            + "'",
        ABLE);

    assertThat(TestHost.text(client.result())).isEqualTo("\"plan\" with [name]");
  }

  @Test
  void aHostMayWantOnlyItsStateBack() {
    client.modern("1", "tools/call", "'name':'later'");
    JsonObject result = client.result();
    assertThat(result.has("inputRequests")).isFalse();
    client.modern("2", "tools/call", "'name':'later','requestState':" + result.get("requestState"));

    assertThat(TestHost.text(client.result())).isEqualTo("state {\"step\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {"prompts/get,'name':'asking'", "resources/read,'uri':'node://asking'"})
  void promptsAndResourcesMayAskToo(String method, String members) {
    client.modern("1", method, members, ABLE);
    JsonObject asked = client.result();
    assertThat(asked.get("resultType").getAsString()).isEqualTo("input_required");
    assertThat(asked.has("ttlMs")).isFalse();

    retry(method, members, asked.get("requestState"));
    assertThat(client.result().get("resultType").getAsString()).isEqualTo("complete");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "end_call,{},{'elicitation':{'form':{}}}",
        "end_call,{'elicitation':{'url':{}}},{'elicitation':{'form':{}}}",
        "sample,{'elicitation':{}},{'sampling':{}}",
        "visit,{'elicitation':{}},{'elicitation':{'url':{}}}"
      })
  void aClientIsNeverAskedWhatItCanNotAnswer(String tool, String declared, String lacking) {
    client.modern(
        "1",
        "tools/call",
        "'name':'" + tool + "'",
        "'io.modelcontextprotocol/clientCapabilities':" + declared);

    JsonObject error = client.error();
    assertThat(error.get("code").getAsInt()).isEqualTo(RpcError.MISSING_CLIENT_CAPABILITY);
    assertThat(error.getAsJsonObject("data").get("requiredCapabilities")).isEqualTo(json(lacking));
  }

  @Test
  void aHostThatAsksWhatTheProtocolDoesNotKnowFails() {
    client.modern("1", "tools/call", "'name':'absurd'", ABLE);

    assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.INTERNAL_ERROR);
  }
}
