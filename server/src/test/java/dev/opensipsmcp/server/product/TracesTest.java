package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.spans.LoopbackCollector;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running program tells a collector what it was asked, and nothing of what it was told. */
class TracesTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SECRET = "canary-7f3a";

  @TempDir Path folder;

  private static JsonObject call() {
    return JsonParser.parseString(
            """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"subscriber_list",
            "arguments":{"username":"%s"},"_meta":{
            "io.modelcontextprotocol/protocolVersion":"2026-07-28",
            "io.modelcontextprotocol/clientCapabilities":{},
            "traceparent":"00-%s-00f067aa0ba902b7-01"}}}
            """
                .formatted(SECRET, TRACE))
        .getAsJsonObject();
  }

  @Test
  void aCallIsASpanOfItsCallersTraceAndHoldsNoWordOfTheCaller() throws Exception {
    try (LoopbackCollector collector = LoopbackCollector.start();
        LabNode node = LabNode.start(Version.V3_6)) {
      try (Session client =
          new Product(folder)
              .with("OPENSIPS_MCP_MI_URL", node.miUrl().toString())
              .with("OPENSIPS_MCP_TRACES_ENDPOINT", collector.address())
              .serve()) {
        client.raw(call().toString());
        client.call(SECRET, "{\"password\":\"" + SECRET + "\"}");
      }
      List<JsonObject> spans = new ArrayList<>();
      StringBuilder all = new StringBuilder();
      while (spans.size() < 2) {
        String body = collector.body();
        all.append(body);
        spans.addAll(LoopbackCollector.spans(body));
      }

      assertThat(spans)
          .anyMatch(span ->
              span.get("name").getAsString().equals("tools/call subscriber_list")
                  && span.get("traceId").getAsString().equals(TRACE)
                  && span.get("parentSpanId").getAsString().equals("00f067aa0ba902b7"))
          .anyMatch(span -> span.get("name").getAsString().equals("tools/call unknown"));
      assertThat(all.toString()).doesNotContain(SECRET).doesNotContain("password");
    }
  }

  @Test
  void withACollectorThatIsNotThereCallsAreAnsweredAsEver() throws Exception {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    try (LabNode node = LabNode.start(Version.V3_6);
        Session client =
            new Product(folder)
                .with("OPENSIPS_MCP_MI_URL", node.miUrl().toString())
                .with("OPENSIPS_MCP_TRACES_ENDPOINT", "http://127.0.0.1:" + nobody)
                .serve()) {
      for (int i = 0; i < 5; i++) {
        JsonObject result = client.call("get_uptime", "{}");
        assertThat(result.has("isError") && result.get("isError").getAsBoolean()).isFalse();
      }
    }
  }
}
