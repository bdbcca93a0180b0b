package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Fault;
import dev.opensipsmcp.lab.LabNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program over several nodes: one on 3.6, one on 4.0, one slow, one dead. */
@Timeout(180)
class FleetTest {
  private static final String STUCK = "\"callid\":\"" + LabNode.STUCK_9H + "\"";

  @TempDir Path folder;

  /** Four nodes and the program over them, for an admin. */
  private final class Fleet implements AutoCloseable {
    final LabNode old = LabNode.start(Version.V3_6);
    final LabNode young = LabNode.start(Version.V4_0);
    final LabNode slow = LabNode.start(Version.V3_6);
    final DeadEnd dead = new DeadEnd();
    final Session admin;

    Fleet() throws Exception {
      slow.faults().always("uptime", new Fault.Slow(Duration.ofSeconds(3)));
      Path file =
          Files.writeString(
              folder.resolve("fleet.yaml"),
              """
              role: admin
              instances:
                - name: old
                  mi: %s
                  cluster: 1
                  tags: [edge]
                - name: young
                  mi: %s
                  cluster: 1
                  tags: [edge]
                  max_role: viewer
                - name: slow
                  mi: %s
                  read_timeout_ms: 500
                  rest_after_failures: 1000
                - name: dead
                  mi: http://127.0.0.1:%d/mi
                  connect_timeout_ms: 200
                  rest_ms: 3600000
              """
                  .formatted(old.miUrl(), young.miUrl(), slow.miUrl(), dead.port()));
      admin = new Product(folder).with("OPENSIPS_MCP_CONFIG", file.toString()).serve();
    }

    @Override
    public void close() throws Exception {
      admin.close();
      dead.close();
      slow.close();
      young.close();
      old.close();
    }
  }

  /** A port that takes no further connection and refuses none, as behind a firewall that drops. */
  private static final class DeadEnd implements AutoCloseable {
    private final ServerSocket server;
    private final List<SocketChannel> waiting = new ArrayList<>();

    DeadEnd() throws Exception {
      server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      for (int i = 0; i < 4; i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(server.getInetAddress(), port()));
        waiting.add(channel);
      }
    }

    int port() {
      return server.getLocalPort();
    }

    @Override
    public void close() throws Exception {
      for (SocketChannel channel : waiting) {
        channel.close();
      }
      server.close();
    }
  }

  @Test
  void a_read_of_all_answers_with_what_there_is_and_a_dead_node_soon_costs_no_time()
      throws Exception {
    try (Fleet fleet = new Fleet()) {
      for (int i = 0; i < 3; i++) {
        Map<String, JsonObject> rows =
            rows(fleet.admin.call("get_uptime", "{\"instance\":\"all\"}"));
        assertThat(rows.keySet()).containsExactly("old", "young", "slow", "dead");
        assertThat(up(rows.get("old"))).isNotNegative();
        assertThat(up(rows.get("young"))).isNotNegative();
        assertThat(code(rows.get("slow"))).isEqualTo("MI_NO_ANSWER");
        assertThat(code(rows.get("dead"))).isEqualTo("MI_UNREACHABLE");
      }
      JsonObject envelope =
          structured(fleet.admin.call("get_uptime", "{\"instance\":[\"old\",\"dead\"]}"));
      Map<String, JsonObject> rows = rows(envelope);
      assertThat(up(rows.get("old"))).isNotNegative();
      assertThat(code(rows.get("dead"))).isEqualTo("MI_NODE_RESTING");
      assertThat(envelope.getAsJsonArray("warnings").get(0).getAsString())
          .isEqualTo("1 of 2 nodes gave no result: dead");

      JsonObject refused = fleet.admin.call("dlg_end", "{\"instance\":\"dead\"," + STUCK + "}");
      assertThat(refused.get("isError").getAsBoolean()).isTrue();
      assertThat(refused.toString()).contains("MI_NODE_RESTING").doesNotContain("OUTCOME_UNKNOWN");
    }
  }

  @Test
  void each_node_is_asked_in_its_own_words() throws Exception {
    try (Fleet fleet = new Fleet()) {
      for (String node : List.of("old", "young")) {
        for (String command : List.of("get_statistics", "statistics:get")) {
          JsonObject result =
              fleet.admin.call(
                  "mi_execute",
                  "{\"instance\":\"%s\",\"command\":\"%s\",\"params\":{\"statistics\":[\"core:\"]}}"
                      .formatted(node, command));
          assertThat(result.has("isError") && result.get("isError").getAsBoolean())
              .as(node + " " + command + " " + result)
              .isFalse();
        }
      }
      for (JsonObject row :
          rows(fleet.admin.call("dlg_list", "{\"instance\":\"tag:edge\",\"limit\":2}")).values()) {
        assertThat(row.getAsJsonArray("data")).hasSize(2);
      }
    }
  }

  @Test
  void a_change_is_about_one_node_and_asks_no_more_than_the_node_lets_anybody_do()
      throws Exception {
    try (Fleet fleet = new Fleet()) {
      for (String nodes : List.of("\"old,young\"", "[\"old\"]", "\"tag:edge\"", "\"all\"")) {
        JsonObject refused =
            fleet.admin.call("dlg_end", "{\"instance\":" + nodes + "," + STUCK + "}");
        assertThat(refused.get("isError").getAsBoolean()).isTrue();
        assertThat(refused.toString()).contains("INVALID_ARGUMENTS", "exactly one");
      }
      String change = "{\"instance\":\"young\",\"dry_run\":true," + STUCK + "}";
      assertThat(fleet.admin.call("dlg_end", change).toString())
          .contains("INSTANCE_LIMITED", "viewer");
      assertThat(
              fleet
                  .admin
                  .call(
                      "mi_execute",
                      "{\"instance\":\"young\",\"command\":\"dialog:end_dlg\",\"params\":{"
                          + STUCK.replace("callid", "dialog_id")
                          + "}}")
                  .toString())
          .contains("INSTANCE_LIMITED");
      assertThat(fleet.young.received("dlg_end_dlg")).isZero();
      JsonObject plan = structured(fleet.admin.call("dlg_end", change.replace("young", "old")));
      assertThat(plan.has("plan") || plan.has("data")).isTrue();
    }
  }

  @Test
  void a_cursor_continues_one_nodes_list() throws Exception {
    try (Fleet fleet = new Fleet()) {
      Map<String, JsonObject> rows =
          rows(fleet.admin.call("dlg_list", "{\"instance\":\"tag:edge\",\"limit\":1}"));
      String cursor = rows.get("young").get("next_cursor").getAsString();
      String next = "\"limit\":1,\"cursor\":\"" + cursor + "\"}";
      assertThat(fleet.admin.call("dlg_list", "{\"instance\":\"tag:edge\"," + next).toString())
          .contains("INVALID_ARGUMENTS", "one node's list");
      JsonObject second =
          structured(fleet.admin.call("dlg_list", "{\"instance\":\"young\"," + next));
      assertThat(second.getAsJsonArray("data").get(0))
          .isNotEqualTo(rows.get("young").getAsJsonArray("data").get(0));
    }
  }

  @Test
  void the_list_of_nodes_tells_what_each_is_and_each_answer_is_in_the_trail() throws Exception {
    try (Fleet fleet = new Fleet()) {
      JsonObject nodes = structured(fleet.admin.call("instance_list", "{}"));
      Map<String, JsonObject> rows = new LinkedHashMap<>();
      for (JsonElement row : nodes.getAsJsonArray("data")) {
        rows.put(row.getAsJsonObject().get("instance").getAsString(), row.getAsJsonObject());
      }
      assertThat(rows.get("young").get("max_role").getAsString()).isEqualTo("viewer");
      assertThat(rows.get("old").getAsJsonArray("drift").get(0).getAsString())
          .isEqualTo("runs 3.6, while young runs 4.0");
      assertThat(rows.get("dead").get("reachable").getAsBoolean()).isFalse();

      fleet.admin.call("opensips_version", "{\"instance\":\"cluster:1\"}");
      List<String> asked = new ArrayList<>();
      JsonObject trail =
          structured(fleet.admin.call("audit_query", "{\"tool\":\"opensips_version\"}"));
      for (JsonElement line : trail.getAsJsonArray("data")) {
        asked.add(line.getAsJsonObject().get("instance").getAsString());
      }
      assertThat(asked).containsExactlyInAnyOrder("old", "young");
    }
  }

  @Test
  void tools_show_nodes_to_choose_only_where_there_are_several() throws Exception {
    try (Fleet fleet = new Fleet()) {
      JsonObject tool = definition(fleet.admin, "get_uptime");
      assertThat(arguments(tool)).containsExactly("instance");
      assertThat(tool.getAsJsonObject("outputSchema").getAsJsonObject("properties").keySet())
          .contains("data", "nodes");
      assertThat(tool.getAsJsonObject("outputSchema").has("required")).isFalse();
      assertThat(arguments(definition(fleet.admin, "instance_list"))).contains("limit");
    }
    try (LabNode node = LabNode.start(Version.V3_6);
        Session alone =
            new Product(folder)
                .with("OPENSIPS_MCP_MI_URL", node.miUrl().toString())
                .with("OPENSIPS_MCP_INSTANCE", "only")
                .serve()) {
      JsonObject tool = definition(alone, "get_uptime");
      assertThat(arguments(tool)).isEmpty();
      assertThat(tool.getAsJsonObject("outputSchema").getAsJsonObject("properties").keySet())
          .containsExactly("data");
      for (String named : List.of("{}", "{\"instance\":\"only\"}", "{\"instance\":\"all\"}")) {
        assertThat(structured(alone.call("get_uptime", named)).has("data")).isTrue();
      }
    }
  }

  @Test
  void what_several_nodes_answer_is_as_the_tools_say() throws Exception {
    try (Fleet fleet = new Fleet()) {
      for (String tool : List.of("get_uptime", "dlg_list", "health_check", "mi_list_commands")) {
        JsonObject schema = definition(fleet.admin, tool).getAsJsonObject("outputSchema");
        JsonObject described =
            structured(fleet.admin.call("tool_describe", "{\"name\":\"" + tool + "\"}"))
                .getAsJsonObject("data")
                .getAsJsonObject("outputSchema");
        for (String nodes : List.of("all", "young", "dead", "old,dead")) {
          JsonObject result = fleet.admin.call(tool, "{\"instance\":\"" + nodes + "\"}");
          if (result.has("structuredContent")) {
            assertThat(faults(schema, structured(result))).as(tool + " " + nodes).isEmpty();
            assertThat(faults(described, structured(result))).as(tool + " " + nodes).isEmpty();
          }
        }
      }
    }
  }

  private static List<Error> faults(JsonObject schema, JsonObject instance) {
    return new ValidatorFactory()
        .withJsonNodeFactory(new GsonNode.Factory())
        .validate((Object) schema, (Object) instance)
        .getErrors();
  }

  private static JsonObject definition(Session session, String name) throws Exception {
    JsonObject tools = session.request("tools/list", new JsonObject()).getAsJsonObject("result");
    for (JsonElement tool : tools.getAsJsonArray("tools")) {
      if (tool.getAsJsonObject().get("name").getAsString().equals(name)) {
        return tool.getAsJsonObject();
      }
    }
    throw new AssertionError(name + " is not listed");
  }

  private static List<String> arguments(JsonObject tool) {
    JsonObject schema = tool.getAsJsonObject("inputSchema");
    return schema.has("properties")
        ? List.copyOf(schema.getAsJsonObject("properties").keySet())
        : List.of();
  }

  private static Map<String, JsonObject> rows(JsonObject result) {
    JsonObject envelope = result.has("nodes") ? result : structured(result);
    Map<String, JsonObject> rows = new LinkedHashMap<>();
    for (JsonElement row : envelope.getAsJsonArray("nodes")) {
      rows.put(row.getAsJsonObject().get("instance").getAsString(), row.getAsJsonObject());
    }
    return rows;
  }

  private static JsonObject structured(JsonObject result) {
    assertThat(result.has("structuredContent")).as(result.toString()).isTrue();
    return result.getAsJsonObject("structuredContent");
  }

  private static long up(JsonObject row) {
    assertThat(row.get("ok").getAsBoolean()).as(row.toString()).isTrue();
    return row.getAsJsonObject("data").get("up_s").getAsLong();
  }

  private static String code(JsonObject row) {
    assertThat(row.get("ok").getAsBoolean()).isFalse();
    return row.getAsJsonObject("error").get("code").getAsString();
  }
}
