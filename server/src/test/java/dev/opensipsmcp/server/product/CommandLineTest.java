package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of the program at a shell. */
class CommandLineTest {
  @TempDir Path folder;

  @Test
  void the_demonstration_ends_the_stuck_call_and_proves_its_trail() throws Exception {
    Product.Run run = new Product(folder).run("", "demo");

    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("dlg_end", "Dialogs with that Call-ID: 0", "intact", "claude mcp add");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_tool_prints_a_table_or_json() throws Exception {
    Product.Run table = new Product(folder).run("", "call", "dlg_list", "limit=2", "--demo");
    Product.Run json =
        new Product(folder).run("", "call", "dlg_list", "limit=2", "--demo", "--json");

    assertThat(table.status()).isZero();
    assertThat(table.out()).contains("dialog_id", "callid");
    JsonObject envelope = JsonParser.parseString(json.out()).getAsJsonObject();
    assertThat(envelope.getAsJsonArray("data")).hasSize(2);
    assertThat(envelope.get("truncated").getAsBoolean()).isTrue();
  }

  @Test
  void a_failed_tool_ends_with_1_and_wrong_words_with_2() throws Exception {
    Product product = new Product(folder).with("OPENSIPS_MCP_MI_URL", "http://127.0.0.1:1/mi");

    assertThat(product.run("", "call", "get_uptime").status()).isEqualTo(1);
    assertThat(product.run("", "call", "dlg_lst").status()).isEqualTo(2);
    assertThat(product.run("", "call", "dlg_list", "limit").status()).isEqualTo(2);
    assertThat(product.run("", "frobnicate").status()).isEqualTo(2);
    assertThat(product.run("").status()).isEqualTo(2);
  }

  @Test
  void a_script_gets_its_failure_as_json_too() throws Exception {
    Product.Run run =
        new Product(folder)
            .with("OPENSIPS_MCP_MI_URL", "http://127.0.0.1:1/mi")
            .run("", "call", "get_uptime", "--json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(
            JsonParser.parseString(run.out())
                .getAsJsonObject()
                .getAsJsonObject("error")
                .get("code")
                .getAsString())
        .isEqualTo("MI_UNREACHABLE");
  }

  @Test
  void a_viewer_may_not_end_a_call_from_the_shell_either() throws Exception {
    Product.Run run =
        new Product(folder)
            .with("OPENSIPS_MCP_ROLE", "viewer")
            .run("", "call", "dlg_end", "dialog_id=1.2", "--demo");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("viewer").doesNotContain("\tat ");
  }

  @Test
  void without_a_terminal_a_change_waits_for_approval_out_of_band() throws Exception {
    Product product = new Product(folder).with("OPENSIPS_MCP_ROLE", "operator");

    Product.Run run =
        product.run("", "call", "dlg_end", "callid=stuck-9h@lab.example.com", "--demo");
    Product.Run waiting = product.run("", "approve");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("APPROVAL_REQUIRED", "opensips-mcp approve ");
    assertThat(waiting.status()).isZero();
    assertThat(waiting.out()).contains("dlg_end");
  }

  @Test
  void an_altered_trail_is_found() throws Exception {
    Product product = new Product(folder).with("OPENSIPS_MCP_ROLE", "operator");
    product.run("", "call", "get_uptime", "--demo");
    product.run("", "call", "get_uptime", "--demo");
    assertThat(product.run("", "audit", "verify").status()).isZero();

    Path trail = product.stateDirectory().resolve("audit.jsonl");
    Files.writeString(trail, Files.readString(trail).replaceFirst("get_uptime", "get_nothing"));

    Product.Run verdict = product.run("", "audit", "verify");
    assertThat(verdict.status()).isEqualTo(1);
    assertThat(verdict.out() + verdict.err()).contains("line 1");
  }

  @Test
  void the_doctor_tells_what_is_reachable_and_missing() throws Exception {
    Product.Run run =
        new Product(folder)
            .with("OPENSIPS_MCP_MI_URL", "http://127.0.0.1:1/mi")
            .with("OPENSIPS_MCP_DB_URL", "sqlite:///x")
            .run("", "doctor");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL", "127.0.0.1:1", "database default", "There is no file /x");
  }

  @Test
  void the_doctor_asks_every_node_and_a_call_prints_each_nodes_part() throws Exception {
    try (LabNode node = LabNode.start(Version.V4_0)) {
      Path file =
          Files.writeString(
              folder.resolve("nodes.yaml"),
              """
              instances:
                - name: edge-1
                  mi: %s
                  cluster: 3
                  tags: [edge]
                  max_role: operator
                - name: gone
                  mi: http://127.0.0.1:1/mi
              """
                  .formatted(node.miUrl()));
      Product product = new Product(folder).with("OPENSIPS_MCP_CONFIG", file.toString());

      Product.Run doctor = product.run("", "doctor");
      assertThat(doctor.status()).isEqualTo(1);
      assertThat(doctor.out())
          .contains("ok    node edge-1 (cluster 3, tag edge, at most operator): OpenSIPS (4.0")
          .contains("FAIL  node gone: http://127.0.0.1:1/mi refused the connection");

      Product.Run call = product.run("", "call", "get_uptime", "instance=gone,edge-1");
      assertThat(call.out()).contains("# gone\n", "MI_UNREACHABLE", "# edge-1\n", "up_s");
      assertThat(call.err()).contains("1 of 2 nodes gave no result: gone");
    }
  }

  @Test
  void a_file_is_held_against_a_running_node() throws Exception {
    try (LabNode node = LabNode.start(Version.V4_0)) {
      Path file =
          Files.writeString(
              folder.resolve("opensips.cfg"), "socket=udp:192.0.2.1:5070\nroute {\n  exit;\n}\n");
      Product product = new Product(folder).with("OPENSIPS_MCP_MI_URL", node.miUrl().toString());
      Product.Run run =
          product.run(
              "", "cfg", "lint", "--live", "default", "--include", "N01,N02", file.toString());

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).contains("udp:192.0.2.1:5060", "[N01]", "[N02]");
      assertThat(run.err()).contains("node: default: OpenSIPS (4.0.1", "host not looked at");
      Product.Run unknown = product.run("", "cfg", "lint", "--live", "edge", file.toString());
      assertThat(unknown.status()).isEqualTo(2);
      assertThat(unknown.err()).contains("There is no node edge", "default");
    }
  }
}
