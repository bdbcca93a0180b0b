package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client sees of the program on a pipe. */
class ServeProcessTest {
  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

  @TempDir Path folder;

  @Test
  void it_lists_its_tools_in_the_new_era() throws Exception {
    JsonObject result = onlyResult(request("tools/list", ""));

    assertThat(names(result)).contains("tool_search", "tool_call", "dlg_list", "health_check");
    assertThat(names(result)).hasSizeLessThanOrEqualTo(25).doesNotContain("dlg_end");
  }

  @Test
  void it_lists_its_tools_in_the_old_era() throws Exception {
    Product.Run run =
        new Product(folder)
            .run(
                """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":\
                "2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
                {"jsonrpc":"2.0","method":"notifications/initialized"}
                {"jsonrpc":"2.0","id":2,"method":"tools/list"}
                """,
                "serve");

    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out()).contains("\"protocolVersion\":\"2025-11-25\"", "\"dlg_list\"");
  }

  @Test
  void an_operator_is_also_shown_what_changes_calls() throws Exception {
    Product.Run run =
        new Product(folder)
            .with("OPENSIPS_MCP_ROLE", "operator")
            .run(request("tools/list", ""), "serve");

    assertThat(names(JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("result")))
        .contains("dlg_end");
  }

  @Test
  void a_node_that_is_not_there_is_a_failed_call_with_a_next_step() throws Exception {
    String answer =
        new Product(folder)
            .with("OPENSIPS_MCP_MI_URL", "http://127.0.0.1:1/mi")
            .answer(request("tools/call", "\"name\":\"get_uptime\",\"arguments\":{},"));

    assertThat(answer)
        .contains("\"isError\":true", "MI_UNREACHABLE", "127.0.0.1:1")
        .doesNotContain("\tat ");
  }

  @Test
  void it_ends_promptly_when_its_input_ends() throws Exception {
    Process process = new Product(folder).start("serve");
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    process.getOutputStream().write(request("tools/list", "").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    assertThat(out.readLine()).contains("\"id\":1");

    process.getOutputStream().close();

    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void wrong_settings_stop_it_with_every_fault_and_no_word_on_standard_output() throws Exception {
    Path file =
        Files.writeString(folder.resolve("config.yaml"), "role: king\nhttp:\n  port: many\n");

    Product.Run run =
        new Product(folder).with("OPENSIPS_MCP_CONFIG", file.toString()).run("", "serve");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("config.yaml:1:", "config.yaml:3:").doesNotContain("\tat ");
  }

  @Test
  void an_address_that_others_can_reach_needs_a_token() throws Exception {
    Product.Run run =
        new Product(folder)
            .with("OPENSIPS_MCP_TRANSPORT", "streamable-http")
            .with("OPENSIPS_MCP_HOST", "0.0.0.0")
            .with("OPENSIPS_MCP_PORT", "0")
            .run("", "serve");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("OPENSIPS_MCP_API_KEY");
  }

  private JsonObject onlyResult(String input) throws Exception {
    Product.Run run = new Product(folder).run(input, "serve");
    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    return JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("result");
  }

  private static String request(String method, String members) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
        + method
        + "\",\"params\":{"
        + members
        + META
        + "}}\n";
  }

  private static java.util.List<String> names(JsonObject result) {
    JsonArray tools = result.getAsJsonArray("tools");
    return tools.asList().stream()
        .map(tool -> tool.getAsJsonObject().get("name").getAsString())
        .toList();
  }
}
