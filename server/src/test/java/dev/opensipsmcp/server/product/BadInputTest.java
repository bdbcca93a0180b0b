package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Fault;
import dev.opensipsmcp.lab.LabNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a client or a node sends, the answer is a clear sentence and the next call works. */
class BadInputTest {
  @TempDir Path folder;

  @Test
  void a_client_that_talks_nonsense_is_told_so_and_served_on() throws Exception {
    try (LabNode node = LabNode.start(Version.V3_6);
        Session session = session(node.miUrl().toString())) {
      assertThat(code(session.raw("{\"jsonrpc\":\"2.0\",\"id\":1,"))).isEqualTo(-32700);
      assertThat(code(session.raw("[]"))).isEqualTo(-32600);
      assertThat(text(session.call("dlg_list", "{\"limit\":\"many\"}"))).contains("limit");
      assertThat(text(session.call("dlg_list", "{\"limt\":5}"))).contains("limt", "limit");
      assertThat(text(session.call("dlg_list", "{\"instance\":\"mars\"}"))).contains("mars");
      assertThat(text(session.call("dlg_list", "{\"cursor\":\"" + "x".repeat(400) + "\"}")))
          .contains("cursor");

      works(session);
    }
  }

  @Test
  void ten_megabytes_of_arguments_are_refused_early() throws Exception {
    try (LabNode node = LabNode.start(Version.V3_6);
        Session session = session(node.miUrl().toString())) {
      JsonObject answer =
          session.raw(
              "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/call\",\"params\":{\"name\":\""
                  + "x".repeat(10 << 20)
                  + "\"}}");

      assertThat(answer.has("error")).isTrue();
      assertThat(answer.toString().length()).isLessThan(2_000);
      works(session);
    }
  }

  @Test
  void an_address_that_is_no_mi_is_named() throws Exception {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      try (Session session = session(node.miUrl().resolve("/wrong").toString())) {
        assertThat(text(session.call("get_uptime", "{}"))).startsWith("MI_NOT_MI");
      }
      try (Session session = session(node.miUrl().toString().replace("http:", "https:"))) {
        assertThat(text(session.call("get_uptime", "{}"))).contains("TLS");
      }
    }
  }

  @Test
  void a_node_that_misbehaves_is_described_and_asked_again_later() throws Exception {
    try (LabNode node = LabNode.start(Version.V3_6);
        Session session = session(node.miUrl().toString())) {
      works(session);

      node.faults().always("uptime", new Fault.Html(200));
      assertThat(text(session.call("get_uptime", "{}"))).startsWith("MI_");
      node.faults().always("uptime", new Fault.Truncated(20));
      assertThat(text(session.call("get_uptime", "{}"))).startsWith("MI_");
      node.faults().always("uptime", new Fault.Reset(10));
      assertThat(text(session.call("get_uptime", "{}"))).startsWith("MI_");
      node.faults().clear();

      works(session);
    }
  }

  private Session session(String url) throws Exception {
    return new Product(folder)
        .with("OPENSIPS_MCP_MI_URL", url)
        .with("OPENSIPS_MCP_MI_READ_TIMEOUT_MS", "2000")
        .serve();
  }

  private static void works(Session session) throws Exception {
    assertThat(session.call("get_uptime", "{}").toString()).contains("structuredContent");
  }

  private static int code(JsonObject answer) {
    return answer.getAsJsonObject("error").get("code").getAsInt();
  }

  private static String text(JsonObject result) {
    assertThat(result.get("isError").getAsBoolean()).as(result.toString()).isTrue();
    String text =
        result.getAsJsonArray("content").get(0).getAsJsonObject().get("text").getAsString();
    assertThat(text).doesNotContain("\tat ", "Exception");
    return text;
  }
}
