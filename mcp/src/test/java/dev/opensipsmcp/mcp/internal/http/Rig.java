package dev.opensipsmcp.mcp.internal.http;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.mcp.Authenticator;
import dev.opensipsmcp.mcp.HttpSettings;
import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.StateKey;
import dev.opensipsmcp.mcp.conformance.Fixture;
import dev.opensipsmcp.mcp.internal.core.Core;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A listener on a free port, with fast clocks, and a client for it. */
final class Rig implements AutoCloseable {
  static final Timing FAST =
      new Timing(
          Duration.ofMillis(1_500),
          Duration.ofMillis(50),
          Duration.ofSeconds(2),
          Duration.ofMinutes(1),
          Duration.ofSeconds(2));

  final ScriptedTools tools = new ScriptedTools();
  final Core core;
  final JettyListener listener;
  private final HttpClient client = HttpClient.newHttpClient();

  Rig() {
    this(settings(Rig::everybody), Limits.defaults(), FAST);
  }

  Rig(HttpSettings settings, Limits limits, Timing timing) {
    core = Core.of(Fixture.host(tools), limits, StateKey.of(new byte[32]));
    listener = JettyListener.start(core, settings, timing);
  }

  static Authenticator.Verdict everybody(Optional<String> token) {
    return new Authenticator.Verdict.Accepted(token.orElse("somebody"), Map.of("role", "viewer"));
  }

  static HttpSettings settings(Authenticator authenticator) {
    return new HttpSettings(
        "127.0.0.1",
        0,
        "/mcp",
        Set.of("mcp.example.org"),
        Set.of("https://app.example.org"),
        Set.of("x-toolsets", "role"),
        authenticator,
        true);
  }

  URI uri(String path) {
    return listener.uri().resolve(path);
  }

  /** {@return a request with the headers that every POST to the endpoint has} */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream");
  }

  /** {@return a POST of a request of the new era, headers and all} */
  HttpRequest.Builder modern(String method, String params) {
    JsonObject json = JsonParser.parseString(params).getAsJsonObject();
    json.add(
        "_meta",
        JsonParser.parseString(
            """
            {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
             "io.modelcontextprotocol/clientCapabilities": {"elicitation": {}},
             "progressToken": 1}
            """));
    HttpRequest.Builder builder =
        request("/mcp").header("MCP-Protocol-Version", "2026-07-28").header("Mcp-Method", method);
    if (json.has("name")) {
      builder.header("Mcp-Name", json.get("name").getAsString());
    }
    return builder.POST(HttpRequest.BodyPublishers.ofString(message(method, json.toString())));
  }

  /** {@return a POST that calls a tool in the new era} */
  HttpRequest.Builder call(String tool) {
    return modern("tools/call", "{\"name\":\"" + tool + "\",\"arguments\":{}}");
  }

  static String message(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":" + params + "}";
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<InputStream> open(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  /** {@return the JSON body of a response} */
  static JsonObject json(HttpResponse<String> response) {
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }

  /** {@return the code of the JSON-RPC error in a response} */
  static int code(HttpResponse<String> response) {
    return json(response).getAsJsonObject("error").get("code").getAsInt();
  }

  @Override
  public void close() {
    tools.release.countDown();
    listener.close();
    client.shutdownNow();
    client.close();
  }
}
