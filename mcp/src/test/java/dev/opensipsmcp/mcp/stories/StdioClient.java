package dev.opensipsmcp.mcp.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.mcp.McpServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A client that says exactly what a test wants and sees every message of the server. */
final class StdioClient implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final ClientStream in = new ClientStream();
  private final ServerStream out = new ServerStream();
  private final Thread serving;

  StdioClient(McpServer server) {
    serving = Thread.ofPlatform().daemon().start(() -> server.serveStdio(in, out));
  }

  void sendLine(String line) {
    in.feed((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void sendBytes(byte[] bytes) {
    in.feed(bytes);
  }

  /** Sends a message in which single quotes stand for double ones. */
  void send(String message) {
    sendLine(message.replace('\'', '"'));
  }

  /** Sends a request of 2026-07-28; the parameters are members without braces. */
  void modern(String id, String method, String members) {
    modern(id, method, members, "'io.modelcontextprotocol/clientCapabilities':{}");
  }

  /** As {@link #modern(String, String, String)}, with members of {@code _meta}. */
  void modern(String id, String method, String members, String meta) {
    send(
        "{'jsonrpc':'2.0','id':%s,'method':'%s','params':{%s'_meta':{%s,%s}}}"
            .formatted(
                id,
                method,
                members.isEmpty() ? "" : members + ",",
                "'io.modelcontextprotocol/protocolVersion':'2026-07-28'",
                meta));
  }

  /** Sends a request of the handshake era. */
  void legacy(String id, String method, String members) {
    send("{'jsonrpc':'2.0','id':%s,'method':'%s','params':{%s}}".formatted(id, method, members));
  }

  /** Makes a handshake. */
  JsonObject handshake(String revision, String capabilities) {
    legacy(
        "'hello'",
        "initialize",
        "'protocolVersion':'%s','capabilities':{%s},'clientInfo':{'name':'t','version':'1'}"
            .formatted(revision, capabilities));
    JsonObject answer = next();
    send("{'jsonrpc':'2.0','method':'notifications/initialized'}");
    return answer.getAsJsonObject("result");
  }

  void cancel(String id) {
    send(
        "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':%s}}"
            .formatted(id));
  }

  /** The next message, which must be one JSON object. */
  JsonObject next() {
    try {
      String line = out.lines().poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(line).as("a message within %d s", PATIENCE_SECONDS).isNotNull();
      return JsonParser.parseString(line).getAsJsonObject();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next message's result. */
  JsonObject result() {
    JsonObject message = next();
    assertThat(message.has("result")).as("a result in %s", message).isTrue();
    return message.getAsJsonObject("result");
  }

  /** The next message's error. */
  JsonObject error() {
    JsonObject message = next();
    assertThat(message.has("error")).as("an error in %s", message).isTrue();
    return message.getAsJsonObject("error");
  }

  /** Fails unless a whole exchange passes without any other message in between. */
  void assertNothingElseWasSent() {
    modern("'marker'", "server/discover", "");
    assertThat(next().get("id").getAsString()).isEqualTo("marker");
  }

  /** Closes the input and returns how long the server took to end. */
  Duration closeAndWait() {
    long begin = System.nanoTime();
    in.end();
    try {
      serving.join(PATIENCE_SECONDS * 1_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(serving.isAlive()).as("the server still runs").isFalse();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  boolean hasUnread() {
    return !out.lines().isEmpty();
  }

  @Override
  public void close() {
    closeAndWait();
  }

  /** JSON in which single quotes stand for double ones. */
  static JsonElement json(String text) {
    return JsonParser.parseString(text.replace('\'', '"'));
  }
}
