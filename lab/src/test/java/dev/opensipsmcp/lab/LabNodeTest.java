package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabNodeTest {

  @Test
  void endsTheStuckCallAndTheCountersShowIt() {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      int before = active(node);
      JsonObject stuck =
          Wire.result(node, "dlg_list", "{\"callid\":\"" + LabNode.STUCK_9H + "\"}")
              .getAsJsonObject()
              .getAsJsonObject("Dialog");
      assertThat(stuck.get("state").getAsInt()).isEqualTo(4);

      JsonElement ended =
          Wire.result(node, "dlg_end_dlg", "{\"dialog_id\":\"" + text(stuck, "ID") + "\"}");

      assertThat(ended.getAsString()).isEqualTo("OK");
      assertThat(active(node)).isEqualTo(before - 1);
      assertThat(Wire.call(node, "dlg_list", "{\"callid\":\"" + LabNode.STUCK_9H + "\"}"))
          .hasToString(
              "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":404,\"message\":\"No such dialog\"},"
                  + "\"id\":1}");
      assertThat(node.received("dlg_end_dlg")).isEqualTo(1);
    }
  }

  @Test
  void listsDialogsInPagesThatMakeUpTheWhole() {
    try (LabNode node = LabNode.of(LabSettings.of(Version.V4_0).dialogs(40))) {
      List<String> whole = ids(Wire.result(node, "dialog:list", "{}"));
      List<String> paged = new ArrayList<>();
      for (int index = 0; index < whole.size(); index += 7) {
        JsonObject page =
            Wire.result(node, "dialog:list", "{\"index\":" + index + ",\"counter\":7}")
                .getAsJsonObject();
        assertThat(page.get("count").getAsInt()).isEqualTo(whole.size());
        paged.addAll(ids(page));
      }
      assertThat(whole).hasSize(65).doesNotHaveDuplicates();
      assertThat(paged).isEqualTo(whole);
    }
  }

  private static List<String> ids(JsonElement listing) {
    JsonArray dialogs = listing.getAsJsonObject().getAsJsonArray("Dialogs");
    List<String> ids = new ArrayList<>();
    dialogs.forEach(dialog -> ids.add(text(dialog.getAsJsonObject(), "ID")));
    return ids;
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private static int active(LabNode node) {
    return Wire.result(node, "get_statistics", "{\"statistics\":[\"active_dialogs\"]}")
        .getAsJsonObject()
        .get("dialog:active_dialogs")
        .getAsInt();
  }
}
