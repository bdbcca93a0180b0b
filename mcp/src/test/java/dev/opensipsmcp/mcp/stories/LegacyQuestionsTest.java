package dev.opensipsmcp.mcp.stories;

import static dev.opensipsmcp.mcp.stories.StdioClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.RpcError;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LegacyQuestionsTest {
  private static final String ABLE = "'elicitation':{},'sampling':{},'roots':{}";

  private final AtomicInteger rounds = new AtomicInteger();

  private final TestHost host =
      new TestHost()
          .tool(
              "greet",
              (arguments, exchange) ->
                  exchange.state().isEmpty()
                      ? TestHost.askName("plan")
                      : TestHost.said(exchange.state().get() + " " + exchange.inputResponses()))
          .tool(
              "several",
              (arguments, exchange) ->
                  exchange.state().isEmpty()
                      ? new Reply.InputRequired<>(
                          Map.of(
                              "r", json("{'method':'roots/list'}").getAsJsonObject(),
                              "s",
                                  json("{'method':'sampling/createMessage','params':{'maxTokens':1}}")
                                      .getAsJsonObject()),
                          json("1"))
                      : TestHost.said(exchange.inputResponses().keySet().size() + " answers"))
          .tool(
              "endless",
              (arguments, exchange) -> {
                rounds.incrementAndGet();
                return TestHost.askName("again");
              })
          .tool(
              "visit",
              (arguments, exchange) ->
                  exchange.state().isEmpty()
                      ? TestHost.ask(
                          "u",
                          "{'method':'elicitation/create','params':{'mode':'url','url':'https://x'}}",
                          "x")
                      : TestHost.said("visited"));

  private static void answer(StdioClient client, JsonObject question, String body) {
    client.send("{'jsonrpc':'2.0','id':" + question.get("id") + "," + body + "}");
  }

  @Test
  void theCoreAsksTheClientAndGivesTheHostTheAnswer() {
    try (StdioClient client = new StdioClient(host.server())) {
      client.handshake("2025-11-25", ABLE);
      client.legacy("1", "tools/call", "'name':'greet'");
      JsonObject question = client.next();
      assertThat(question.get("method").getAsString()).isEqualTo("elicitation/create");
      assertThat(question.getAsJsonObject("params").get("message").getAsString())
          .isEqualTo("Name?");
      answer(client, question, "'result':{'action':'accept','content':{'name':'Ann'}}");

      JsonObject result = client.result();
      assertThat(TestHost.text(result))
          .isEqualTo("\"plan\" {\"name\":{\"action\":\"accept\",\"content\":{\"name\":\"Ann\"}}}");
      assertThat(result.has("resultType")).isFalse();
    }
  }

  @Test
  void theModeIsLeftOutWhereTheRevisionDoesNotKnowIt() {
    try (StdioClient client = new StdioClient(host.server())) {
      client.handshake("2025-06-18", ABLE);
      client.legacy("1", "tools/call", "'name':'greet'");

      assertThat(client.next().getAsJsonObject("params").has("mode")).isFalse();
    }
  }

  @Test
  void aPageToVisitHasAnIdInThisEra() {
    try (StdioClient client = new StdioClient(host.server())) {
      client.handshake("2025-11-25", "'elicitation':{'url':{}}");
      client.legacy("1", "tools/call", "'name':'visit'");
      JsonObject question = client.next();
      assertThat(question.getAsJsonObject("params").has("elicitationId")).isTrue();
      answer(client, question, "'result':{'action':'accept'}");

      assertThat(TestHost.text(client.result())).isEqualTo("visited");
    }
  }

  @Test
  void severalQuestionsGoOutAtOnceAndMayBeAnsweredInAnyOrder() {
    try (StdioClient client = new StdioClient(host.server())) {
      client.handshake("2025-11-25", ABLE);
      client.legacy("1", "tools/call", "'name':'several'");
      JsonObject one = client.next();
      JsonObject two = client.next();
      answer(client, two, "'result':{'roots':[]}");
      answer(client, one, "'result':{'roots':[]}");

      assertThat(TestHost.text(client.result())).isEqualTo("2 answers");
    }
  }

  @Test
  void aHostThatNeverHasEnoughIsStopped() {
    try (StdioClient client = new StdioClient(host.server())) {
      client.handshake("2025-11-25", ABLE);
      client.legacy("1", "tools/call", "'name':'endless'");
      for (int i = 0; i < 10; i++) {
        answer(client, client.next(), "'result':{'action':'decline'}");
      }

      assertThat(client.error().get("message").getAsString()).contains("10 times");
      assertThat(rounds.get()).as("the first round and one per answer").isEqualTo(11);
    }
  }

  @Test
  void aClientThatNeverAnswersIsNotWaitedForForever() {
    Limits hasty = new Limits(64 << 10, 8, 3, Duration.ofMillis(50));
    try (StdioClient client = new StdioClient(host.server(hasty))) {
      client.handshake("2025-11-25", ABLE);
      client.legacy("1", "tools/call", "'name':'greet'");
      JsonObject question = client.next();
      JsonObject withdrawn = client.next();
      assertThat(withdrawn.get("method").getAsString()).isEqualTo("notifications/cancelled");
      assertThat(withdrawn.getAsJsonObject("params").get("requestId"))
          .isEqualTo(question.get("id"));
      assertThat(client.error().get("message").getAsString()).contains("did not answer");

      answer(client, question, "'result':{'action':'accept'}");
      client.assertNothingElseWasSent();
    }
  }

  @Test
  void aClientMayRefuseToAnswer() {
    try (StdioClient client = new StdioClient(host.server())) {
      client.handshake("2025-11-25", ABLE);
      client.legacy("1", "tools/call", "'name':'greet'");
      answer(client, client.next(), "'error':{'code':-1,'message':'no person here'}");

      assertThat(client.error().get("message").getAsString()).contains("no person here");
    }
  }

  @Test
  void aRequestMayBeWithdrawnWhileItsQuestionIsOpen() {
    try (StdioClient client = new StdioClient(host.server())) {
      client.handshake("2025-11-25", ABLE);
      client.legacy("1", "tools/call", "'name':'greet'");
      JsonObject question = client.next();
      client.cancel("1");
      answer(client, question, "'result':{'action':'accept'}");

      client.assertNothingElseWasSent();
    }
  }

  @Test
  void otherRequestsAreServedWhileAQuestionIsOpen() {
    try (StdioClient client = new StdioClient(host.server())) {
      client.handshake("2025-11-25", ABLE);
      client.legacy("1", "tools/call", "'name':'greet'");
      client.next();
      client.legacy("2", "tools/list", "");

      assertThat(client.result().has("tools")).isTrue();
      assertThat(client.closeAndWait()).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void aClientIsNeverAskedWhatItCanNotAnswer() {
    try (StdioClient client = new StdioClient(host.server())) {
      client.handshake("2025-11-25", "");
      client.legacy("1", "tools/call", "'name':'greet'");

      JsonObject error = client.error();
      assertThat(error.get("code").getAsInt()).isEqualTo(RpcError.INVALID_REQUEST);
      assertThat(error.getAsJsonObject("data").get("requiredCapabilities"))
          .isEqualTo(json("{'elicitation':{'form':{}}}"));
    }
  }
}
