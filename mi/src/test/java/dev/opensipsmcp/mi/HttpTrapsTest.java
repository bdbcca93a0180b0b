package dev.opensipsmcp.mi;

import static dev.opensipsmcp.mi.replay.Nodes.error;
import static dev.opensipsmcp.mi.replay.Nodes.json;
import static dev.opensipsmcp.mi.replay.Nodes.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.mi.replay.HttpCall;
import dev.opensipsmcp.mi.replay.HttpNode;
import dev.opensipsmcp.mi.replay.HttpNode.Played;
import dev.opensipsmcp.mi.replay.Nodes;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of MI over HTTP, each met on a real server. */
@Timeout(60)
class HttpTrapsTest {
  private static final JsonObject NONE = new JsonObject();

  @Test
  void everyRequestHasAFreshConnectionBecauseReusedOnesStall() throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.result("{}"));
        MiClient client = Nodes.client(node)) {
      for (int i = 0; i < 5; i++) {
        value(client.call(MiRequest.read("uptime", NONE)));
      }
      // The node serves one request per connection, so each of these came on its own.
      assertThat(node.calls()).hasSize(7);
      assertThat(node.calls()).allMatch(call -> call.head().contains("\r\nConnection: close\r\n"));
    }
  }

  @ParameterizedTest
  @CsvSource({"3.6,dlg_list", "4.0,dialog:list"})
  void aBodyOver1024BytesIsRefusedBeforeItIsSent(String version, String command)
      throws IOException {
    try (HttpNode node = Nodes.of(version, call -> call.result("{}"));
        MiClient client = Nodes.client(node)) {
      value(client.node());
      int fixed = "{'jsonrpc':'2.0','method':'','params':{'callid':''},'id':3}".length();
      int room = 1024 - fixed - command.length();
      value(client.call(MiRequest.read(command, callId(room))));
      assertThat(node.calls().getLast().body()).hasSize(1024);

      MiError.TooLarge error =
          error(client.call(MiRequest.read(command, callId(room + 1))), MiError.TooLarge.class);
      assertThat(node.calls()).hasSize(3);
      assertThat(error.bytes()).isEqualTo(1025);
      assertThat(error.limit()).isEqualTo(1024);
      assertThat(error.nextStep()).contains("mi_datagram", "mi_fifo");
    }
  }

  @Test
  void aBodyOver1024BytesIsSentWhereTheNodeTakesItOrIsSaidToTakeIt() throws IOException {
    MiSettings raised =
        new MiSettings(
            Duration.ofSeconds(5), Duration.ofSeconds(20), 4, Optional.empty(), Optional.of(8192));
    try (HttpNode old = Nodes.of("3.4", call -> call.result("{}"));
        HttpNode fresh = Nodes.of("4.0", call -> call.result("{}"));
        MiClient toOld = Nodes.client(old);
        MiClient toFresh = Nodes.client(fresh, raised)) {
      value(toOld.call(MiRequest.read("dlg_list", callId(5000))));
      value(toFresh.call(MiRequest.read("dlg_list", callId(5000))));
    }
  }

  private static JsonObject callId(int length) {
    JsonObject params = new JsonObject();
    params.addProperty("callid", "x".repeat(length));
    return params;
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 400, 405, 500})
  void aBodilessAnswerThatNeverEndsIsActedOnAtOnce(int status) throws IOException {
    Played stalled =
        Played.neverEnding(
            "HTTP/1.1 "
                + status
                + " X\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
    try (HttpNode node = Nodes.of("3.6", call -> stalled);
        MiClient client = Nodes.client(node)) {
      value(client.node());
      long start = System.nanoTime();
      error(client.call(MiRequest.read("uptime", NONE)), MiError.NotMi.class);
      // The client would wait 20 s for a body.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 500, 503})
  void aWriteAnsweredWithoutAResultMayHaveRun(int status) throws IOException {
    Played noResult = Played.of("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n");
    try (HttpNode node = Nodes.of("3.6", call -> noResult);
        MiClient client = Nodes.client(node)) {
      MiError.OutcomeUnknown error = error(client.call(endDialog()), MiError.OutcomeUnknown.class);
      assertThat(error.mayHaveRun()).isTrue();
      assertThat(error.cause()).contains("HTTP " + status);
      assertThat(node.calls()).hasSize(3);
    }
  }

  private static MiRequest endDialog() {
    return MiRequest.write("dlg_end_dlg", json("{'dialog_id':'5c2.4a03efc3'}"));
  }

  @Test
  void aSilentWriteIsSentOnceAndNamesTheReadThatFindsOut() throws IOException {
    try (HttpNode node = Nodes.of("4.0", call -> Played.silence());
        MiClient client = Nodes.client(node, Nodes.impatient())) {
      MiError.OutcomeUnknown error = error(client.call(endDialog()), MiError.OutcomeUnknown.class);
      assertThat(error.code()).isEqualTo("MI_OUTCOME_UNKNOWN");
      assertThat(error.command()).isEqualTo("dialog:end_dlg");
      assertThat(error.mayHaveRun()).isTrue();
      assertThat(error.nextStep()).contains("dialog:list");
      assertThat(error.waited()).isGreaterThanOrEqualTo(Duration.ofMillis(350));
      assertThat(node.calls()).hasSize(3);
    }
  }

  @Test
  void aSilentReadIsNotAskedAgainBecauseTheNodeIsBusy() throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> Played.silence());
        MiClient client = Nodes.client(node, Nodes.impatient())) {
      MiError.OutcomeUnknown error =
          error(client.call(MiRequest.read("dlg_list", NONE)), MiError.OutcomeUnknown.class);
      assertThat(error.code()).isEqualTo("MI_NO_ANSWER");
      assertThat(error.mayHaveRun()).isFalse();
      assertThat(error.nextStep()).contains("busy");
      assertThat(node.calls()).hasSize(3);
    }
  }

  @Test
  void anAsynchronousCommandIsGivenLongerBecauseItWaitsForASipPeer() throws IOException {
    JsonObject options =
        json("{'method':'OPTIONS','ruri':'sip:127.0.0.1:9','headers':'Call-ID: 1'}");
    try (HttpNode node = Nodes.of("3.6", HttpTrapsTest::afterAWhile);
        MiClient client = Nodes.client(node, Nodes.impatient())) {
      value(client.call(MiRequest.write("t_uac_dlg", options)));
      error(client.call(endDialog()), MiError.OutcomeUnknown.class);
    }
  }

  private static Played afterAWhile(HttpCall call) {
    try {
      Thread.sleep(700);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return call.result("\"OK\"");
  }

  @Test
  void aBrokenWriteIsNotSentAgainAndABrokenReadIs() throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> Played.of(""));
        MiClient client = Nodes.client(node)) {
      value(client.node());
      error(client.call(endDialog()), MiError.OutcomeUnknown.class);
      assertThat(node.calls()).hasSize(3);
      error(client.call(MiRequest.read("dlg_list", NONE)), MiError.OutcomeUnknown.class);
      assertThat(node.calls()).hasSize(6);
    }
  }

  @Test
  void aRefusedConnectionIsTriedAgainSinceNothingWasSent() throws IOException {
    int port = freePort();
    try (MiClient client = MiClient.of(http(port), Nodes.SETTINGS)) {
      long start = System.nanoTime();
      MiError.Unreachable error = error(client.node(), MiError.Unreachable.class);
      assertThat(error.cause()).contains("refused");
      assertThat(error.nextStep()).contains("mi_http");
      // Two pauses, of 40 and 80 ms, lie between the three attempts.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(110));
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static MiEndpoint http(int port) {
    return new MiEndpoint.Http(
        URI.create("http://127.0.0.1:" + port + "/mi"), Optional.empty(), Optional.empty());
  }

  @Test
  void anUnknownHostIsNamed() {
    MiEndpoint nowhere = MiEndpoint.parse("http://no-such-host.invalid:8888/mi");
    try (MiClient client = MiClient.of(nowhere, Nodes.SETTINGS)) {
      assertThat(error(client.node(), MiError.Unreachable.class).cause()).contains("No address");
    }
  }

  @Test
  void aWebPageIsCalledAWebPage() throws IOException {
    Played page =
        Played.of("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Welcome</html>");
    try (HttpNode node = HttpNode.start(call -> page);
        MiClient client = Nodes.client(node)) {
      MiError.NotMi error = error(client.node(), MiError.NotMi.class);
      assertThat(error.cause()).contains("web page", "<html>Welcome");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 400 Bad Request|Content-Type: text/html,mi_http's root",
    "HTTP/1.1 404 Not Found|Content-Type: text/html,mi_http's root",
    "HTTP/1.1 302 Found|Location: https://example.org/,final URL",
    "HTTP/1.1 401 Unauthorized|WWW-Authenticate: Basic,auth_username",
    "SSH-2.0-OpenSSH_9.2,mi_http's root",
  })
  void anotherServiceIsToldFromMi(String answer, String advice) throws IOException {
    Played other = Played.of(answer.replace("|", "\r\n") + "\r\nContent-Length: 0\r\n\r\n");
    try (HttpNode node = HttpNode.start(call -> other);
        MiClient client = Nodes.client(node)) {
      assertThat(error(client.node(), MiError.NotMi.class).nextStep()).contains(advice);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'jsonrpc':'2.0','result':{'a':[1,2",
        "{'jsonrpc':'2.0','result':{'a':[1,2]}",
        "{'jsonrpc':'2.0','result':tru}",
        "{'jsonrpc':'2.0','result':{'a' 1},'id':3}",
        "{'jsonrpc':'2.0','id':3}",
        "{'result':{}}",
        "",
      })
  void aTruncatedOrMalformedAnswerIsNeverASuccess(String answer) throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> Played.json(answer.replace('\'', '"')));
        MiClient client = Nodes.client(node)) {
      MiError read = error(client.call(MiRequest.read("uptime", NONE)), MiError.class);
      assertThat(read.code()).isIn("MI_NO_ANSWER", "MI_NOT_MI");
      assertThat(error(client.call(endDialog()), MiError.class).code())
          .isEqualTo("MI_OUTCOME_UNKNOWN");
    }
  }

  @Test
  void anAnswerWithAnotherIdIsRefused() throws IOException {
    try (HttpNode node =
            Nodes.of("3.6", call -> Played.json("{\"result\":{},\"id\":" + (call.id() + 1) + '}'));
        MiClient client = Nodes.client(node)) {
      assertThat(error(client.call(MiRequest.read("uptime", NONE)), MiError.NotMi.class).cause())
          .contains("another request");
      error(client.call(endDialog()), MiError.OutcomeUnknown.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':ID,'jsonrpc':'2.0','result':[1]}",
        "{'result':[1],'id':ID}",
        "{'extra':{'id':7},'result':[1],'jsonrpc':'2.0','id':ID}",
      })
  void theMembersOfAnAnswerMayComeInAnyOrder(String answer) throws IOException {
    try (HttpNode node =
            Nodes.of(
                "3.6",
                call -> Played.json(answer.replace('\'', '"').replace("ID", "" + call.id())));
        MiClient client = Nodes.client(node)) {
      assertThat(value(client.call(MiRequest.read("uptime", NONE))))
          .isEqualTo(JsonParser.parseString("[1]"));
    }
  }

  @Test
  void credentialsAreSentAndAppearInNoText() throws IOException {
    try (HttpNode node = Nodes.of("4.0", call -> call.result("{}"))) {
      String url = "http://labuser:lab%3Apass@127.0.0.1:" + node.port() + "/mi";
      MiEndpoint endpoint = MiEndpoint.parse(url);
      assertThat(endpoint.toString()).doesNotContain("pass");
      try (MiClient client = MiClient.of(endpoint, Nodes.SETTINGS)) {
        value(client.node());
      }
      assertThat(node.calls().getFirst().head())
          .contains("\r\nAuthorization: Basic bGFidXNlcjpsYWI6cGFzcw==\r\n");
    }
  }

  @Test
  void anIdIsAlwaysSentAndNeverABatch() throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.result("{}"));
        MiClient client = Nodes.client(node)) {
      for (int i = 0; i < 3; i++) {
        value(client.call(MiRequest.read("uptime", NONE)));
      }
      List<Integer> ids = node.calls().stream().map(HttpCall::id).toList();
      assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id > 0);
      assertThat(node.calls()).allMatch(call -> call.body().startsWith("{\"jsonrpc\":\"2.0\""));
      // Empty parameters are left out; params: null would be refused.
      assertThat(node.calls()).noneMatch(call -> call.json().has("params"));
    }
  }

  @Test
  void anUnknownStatisticIsAnEmptySuccess() throws IOException {
    try (HttpNode node = Nodes.of("3.6", call -> call.result("{}"));
        MiClient client = Nodes.client(node)) {
      JsonElement answer =
          value(
              client.call(
                  MiRequest.read(
                      "get_statistics", json("{'statistics':['dialog:active_dialogs']}"))));
      assertThat(answer).isEqualTo(new JsonObject());
    }
  }

  @Test
  void closingTheClientEndsACallInProgress() throws Exception {
    try (HttpNode node = Nodes.of("3.6", call -> Played.silence())) {
      MiClient client = Nodes.client(node);
      value(client.node());
      Thread closer =
          Thread.ofVirtual()
              .start(() -> {
                while (node.calls().size() < 3) {
                  sleep(5);
                }
                client.close();
              });
      error(client.call(endDialog()), MiError.OutcomeUnknown.class);
      closer.join();
      assertThat(error(client.call(endDialog()), MiError.Busy.class).cause()).contains("closed");
      assertThat(node.calls()).hasSize(3);
    }
  }
}
