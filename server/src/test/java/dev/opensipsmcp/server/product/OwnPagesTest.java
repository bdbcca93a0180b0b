package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program shows of itself over HTTP, and to whom. */
class OwnPagesTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();

  private Product product() {
    return new Product(folder)
        .with("OPENSIPS_MCP_TRANSPORT", "streamable-http")
        .with("OPENSIPS_MCP_PORT", "0")
        .with("OPENSIPS_MCP_LOG_LEVEL", "debug");
  }

  private HttpResponse<String> get(URI server, String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String body(String tool) {
    return """
    {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":{},\
    "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
    "io.modelcontextprotocol/clientCapabilities":{},\
    "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}}}
    """
        .formatted(tool);
  }

  private HttpResponse<String> call(URI server, String tool, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", tool)
            .POST(HttpRequest.BodyPublishers.ofString(body(tool)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** {@return where it listens, and what it writes from then on} */
  private static URI listening(BufferedReader err) throws Exception {
    String line = err.readLine();
    while (!line.contains("listens on http://")) {
      line = err.readLine();
    }
    return URI.create(line.substring(line.indexOf("http://")));
  }

  @Test
  void metricsAreForThoseWhoMayUseTheServer() throws Exception {
    Process process = product().with("OPENSIPS_MCP_API_KEY", TOKEN).start("serve");
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      URI server = listening(err);
      String[] bearer = {"Authorization", "Bearer " + TOKEN};

      assertThat(get(server, "/healthz").body()).isEqualTo("ok\n");
      assertThat(get(server, "/readyz").body()).isEqualTo("ready\n");
      assertThat(get(server, "/metrics").statusCode()).isEqualTo(401);
      assertThat(get(server, "/metrics", "Origin", "http://evil.example").statusCode())
          .isEqualTo(403);
      assertThat(call(server, "whoami", bearer).statusCode()).isEqualTo(200);
      call(server, "no_such_tool_of_alice", bearer);

      HttpResponse<String> metrics = get(server, "/metrics", bearer);

      assertThat(metrics.statusCode()).isEqualTo(200);
      assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
      assertThat(metrics.body())
          .contains(
              "_count{mcp_method_name=\"tools/call\",gen_ai_tool_name=\"whoami\",error_type=\"\"}"
                  + " 1",
              "gen_ai_tool_name=\"unknown\",error_type=\"rpc_error\"")
          .doesNotContain("alice", TOKEN);
    } finally {
      process.destroy();
    }
  }

  @Test
  void theLogTellsToWhichTraceACallBelongs() throws Exception {
    Process process = product().start("serve");
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      URI server = listening(err);
      call(server, "whoami");
      String line = err.readLine();
      while (!line.contains("operation ended")) {
        line = err.readLine();
      }

      JsonObject json = JsonParser.parseString(line).getAsJsonObject();

      assertThat(json.get("trace_id").getAsString()).isEqualTo(TRACE);
      assertThat(json.get("parent_span_id").getAsString()).isEqualTo("00f067aa0ba902b7");
      assertThat(json.get("gen_ai.tool.name").getAsString()).isEqualTo("whoami");
      assertThat(json.get("level").getAsString()).isEqualTo("debug");
      assertThat(get(server, "/metrics").statusCode()).as("on loopback").isEqualTo(200);
    } finally {
      process.destroy();
    }
  }

  @Test
  void aServerThatCantWriteItsTrailIsNotReady() throws Exception {
    Assumptions.assumeFalse(
        "root".equals(System.getProperty("user.name")), "Left out: root can write everywhere");
    Path locked =
        Files.createDirectory(
            folder.resolve("locked"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
    Process process = product().with("OPENSIPS_MCP_STATE_DIR", locked.toString()).start("serve");
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      assertThat(get(listening(err), "/readyz").statusCode()).isEqualTo(503);
    } finally {
      process.destroy();
    }
  }

  @Test
  void aStateDirectoryThatIsAFileIsNotReady() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Process process = product().with("OPENSIPS_MCP_STATE_DIR", file.toString()).start("serve");
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      assertThat(get(listening(err), "/readyz").statusCode()).isEqualTo(503);
    } finally {
      process.destroy();
    }
  }
}
