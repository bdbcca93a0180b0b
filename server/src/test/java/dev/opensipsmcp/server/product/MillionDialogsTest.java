package dev.opensipsmcp.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node with a million calls is paged, and searched, within a heap of 64 MiB. */
class MillionDialogsTest {
  @TempDir Path folder;

  @Test
  void pages_follow_each_other_and_a_filter_reads_them_all() throws Exception {
    LabSettings settings = LabSettings.of(Version.V3_6).dialogs(1_000_000);
    try (LabNode node = LabNode.of(settings);
        Session session =
            new Product(folder)
                .withJvmOption("-Xmx64m")
                .with("OPENSIPS_MCP_MI_URL", node.miUrl().toString())
                .serve()) {
      JsonObject first = envelope(session.call("dlg_list", "{\"limit\":20}"));
      String cursor = first.get("next_cursor").getAsString();
      JsonObject second =
          envelope(session.call("dlg_list", "{\"limit\":20,\"cursor\":\"" + cursor + "\"}"));
      JsonObject oldest =
          envelope(
              session.call(
                  "dlg_list", "{\"limit\":5,\"order\":\"oldest\",\"older_than_s\":36000}"));

      assertThat(first.get("truncated").getAsBoolean()).isTrue();
      assertThat(ids(second.getAsJsonArray("data")))
          .isNotEmpty()
          .doesNotContainAnyElementsOf(ids(first.getAsJsonArray("data")));
      assertThat(oldest.getAsJsonArray("data")).isNotEmpty();
    }
  }

  private static JsonObject envelope(JsonObject result) {
    assertThat(result.has("structuredContent")).as(result.toString()).isTrue();
    return result.getAsJsonObject("structuredContent");
  }

  private static java.util.List<String> ids(JsonArray rows) {
    return rows.asList().stream()
        .map(row -> row.getAsJsonObject().get("dialog_id").getAsString())
        .toList();
  }
}
