package dev.opensipsmcp.mcp.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.RpcError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {
  private final TestHost host =
      new TestHost()
          .tool("echo", (arguments, exchange) -> TestHost.said(arguments.get("x").getAsString()));

  private final StdioClient client = new StdioClient(host.server());

  @AfterEach
  void end() {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "nonsense",
        "{'jsonrpc':'2.0','id':1,'method':'ping'} {}",
        "{'jsonrpc':'2.0',id:1}",
        "{'jsonrpc':'2.0','id':NaN,'method':'ping'}",
        "// comment",
        "'unfinished"
      })
  void brokenJsonIsAParseErrorAndTheNextLineIsServed(String line) {
    client.send(line);

    JsonObject answer = client.next();
    assertThat(answer.get("id").isJsonNull()).isTrue();
    assertThat(answer.getAsJsonObject("error").get("code").getAsInt())
        .isEqualTo(RpcError.PARSE_ERROR);
    client.assertNothingElseWasSent();
  }

  @Test
  void bytesThatAreNotUtf8AreAParseError() {
    client.sendBytes(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"', '\n'});

    assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.PARSE_ERROR);
  }

  @Test
  void nestingWithoutEndIsAParseError() {
    client.sendLine("[".repeat(60_000));

    assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.PARSE_ERROR);
    client.assertNothingElseWasSent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | null",
        "[] | null",
        "[{'jsonrpc':'2.0','id':1,'method':'ping'}] | null",
        "{'id':1,'method':'ping'} | 1",
        "{'jsonrpc':'1.0','id':'x','method':'ping'} | \"x\"",
        "{'jsonrpc':'2.0','id':1,'method':7} | 1",
        "{'jsonrpc':'2.0','id':null,'method':'ping'} | null",
        "{'jsonrpc':'2.0','id':1.5,'method':'ping'} | null",
        "{'jsonrpc':'2.0','id':{},'method':'ping'} | null",
        "{'jsonrpc':'2.0','id':3} | 3"
      },
      quoteCharacter = '~')
  void aMessageThatIsNoRequestIsRefusedUnderTheIdItHas(String line, String id) {
    client.send(line);

    JsonObject answer = client.next();
    assertThat(answer.get("id").toString()).isEqualTo(id);
    assertThat(answer.getAsJsonObject("error").get("code").getAsInt())
        .isEqualTo(RpcError.INVALID_REQUEST);
  }

  @Test
  void parametersThatAreNoObjectAreInvalid() {
    client.send("{'jsonrpc':'2.0','id':1,'method':'tools/list','params':[1]}");

    assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.INVALID_PARAMS);
  }

  @Test
  void aMessageOfTenMegabytesIsRefusedAndTheStreamGoesOn() {
    byte[] part = new byte[1 << 20];
    Arrays.fill(part, (byte) 'x');
    for (int i = 0; i < 10; i++) {
      client.sendBytes(part);
    }
    client.sendLine("");

    JsonObject answer = client.next();
    assertThat(answer.get("id").isJsonNull()).isTrue();
    assertThat(answer.getAsJsonObject("error").get("message").getAsString()).contains("65536");
    client.assertNothingElseWasSent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9007199254740993", "\"7\"", "-1", "\"\""})
  void anIdIsEchoedAsItCame(String id) {
    client.sendLine("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}");

    assertThat(client.next().get("id").toString()).isEqualTo(id);
  }

  @Test
  void notificationsAndStrayResponsesAreNeverAnswered() {
    client.send("{'jsonrpc':'2.0','method':'no/such'}");
    client.send("{'jsonrpc':'2.0','method':'tools/list'}");
    client.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{}}");
    client.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':[3]}");
    client.send("{'jsonrpc':'2.0','id':'ask-1','result':{}}");
    client.sendLine("");
    client.sendLine("   \r");

    client.assertNothingElseWasSent();
  }

  @Test
  void anyTextComesBackOnOneLine() {
    String text = "line\nbreak \u2028 \"quote\" \\ tab\t null\u0000 h\u00e9 \ud83d\ude00";
    JsonObject arguments = new JsonObject();
    arguments.addProperty("x", text);
    client.sendLine(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\","
            + "\"arguments\":"
            + arguments
            + ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}");

    assertThat(TestHost.text(client.result())).isEqualTo(text);
  }

  @Test
  void aLineMayArriveInPieces() {
    byte[] line =
        "{\"jsonrpc\":\"2.0\",\"id\":\"h\u00e9\",\"method\":\"ping\"}\r\n"
            .getBytes(StandardCharsets.UTF_8);
    for (byte b : line) {
      client.sendBytes(new byte[] {b});
    }

    assertThat(client.next().get("id").getAsString()).isEqualTo("h\u00e9");
  }

  @Test
  void aRequestWithoutARevisionOrAHandshakeIsTold() {
    client.send("{'jsonrpc':'2.0','id':1,'method':'tools/list'}");

    JsonObject error = client.error();
    assertThat(error.get("code").getAsInt()).isEqualTo(RpcError.INVALID_PARAMS);
    assertThat(error.get("message").getAsString())
        .contains("io.modelcontextprotocol/protocolVersion");
  }
}
