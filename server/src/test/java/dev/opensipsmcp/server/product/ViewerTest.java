package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A viewer can't change a node, whichever way the call takes. */
class ViewerTest {
  private static final String STUCK = "{\"dialog_id\":\"" + LabNode.STUCK_9H + "\"}";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Version.class,
      names = {"V3_6", "V4_0"})
  void no_route_leads_a_viewer_to_a_change(Version version) throws Exception {
    try (LabNode node = LabNode.start(version);
        Session viewer = viewer(node)) {
      refused(viewer.call("dlg_end", "{\"callid\":\"" + LabNode.STUCK_9H + "\"}"));
      refused(viewer.call("tool_call", inner("dlg_end", STUCK)));
      refused(viewer.call("tool_call", inner("tool_call", inner("dlg_end", STUCK))));
      refused(viewer.call("mi_execute", command("dlg_end_dlg", STUCK)));
      refused(viewer.call("mi_execute", command("dialog:end_dlg", STUCK)));
      refused(viewer.call("mi_execute", command("end_dlg", STUCK)));
      refused(viewer.call("mi_execute", command("DLG_END_DLG", STUCK)));
      refused(
          viewer.call(
              "mi_execute", command("lb_status", "{\"destination_id\":1,\"new_status\":0}")));
      refused(viewer.call("mi_execute", "{\"command\":\"dlg_end_dlg\",\"params\":[\"1.2\"]}"));
      refused(viewer.call("mi_execute", "{\"command\":\"kill\"}"));

      assertThat(node.received())
          .extracting(received -> received.command())
          .doesNotContain(
              "dlg_end_dlg",
              "dialog:end_dlg",
              "lb_status",
              "load_balancer:status",
              "kill",
              "core:kill");
    }
  }

  @Test
  void a_mixed_case_or_unknown_tool_is_no_tool() throws Exception {
    try (LabNode node = LabNode.start(Version.V3_6);
        Session viewer = viewer(node)) {
      JsonObject params = new JsonObject();
      params.addProperty("name", "Dlg_End");
      params.add("arguments", new JsonObject());

      assertThat(
              viewer.request("tools/call", params).getAsJsonObject("error").get("code").getAsInt())
          .isEqualTo(-32602);
    }
  }

  @Test
  void what_a_command_reads_a_viewer_may_read() throws Exception {
    try (LabNode node = LabNode.start(Version.V3_6);
        Session viewer = viewer(node)) {
      JsonObject answer = viewer.call("mi_execute", command("lb_list", "{}"));

      assertThat(answer.has("isError") && answer.get("isError").getAsBoolean()).isFalse();
    }
  }

  private Session viewer(LabNode node) throws Exception {
    return new Product(folder)
        .with("OPENSIPS_MCP_MI_URL", node.miUrl().toString())
        .with("OPENSIPS_MCP_ROLE", "viewer")
        .serve();
  }

  private static void refused(JsonObject result) {
    assertThat(result.get("isError").getAsBoolean()).as(result.toString()).isTrue();
  }

  private static String inner(String tool, String arguments) {
    return "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}";
  }

  private static String command(String name, String params) {
    return "{\"command\":\"" + name + "\",\"params\":" + params + "}";
  }
}
