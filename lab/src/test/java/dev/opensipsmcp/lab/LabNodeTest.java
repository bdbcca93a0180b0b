package dev.opensipsmcp.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import dev.opensipsmcp.facts.Version;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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

  @Test
  void listsAMillionDialogsInAsMuchMemoryAsAFew() throws IOException {
    LabSettings settings = LabSettings.of(Version.V3_6).dialogs(1_000_000);
    try (LabNode node = LabNode.of(settings)) {
      Wire.result(node, "dlg_end_dlg", "{\"dialog_id\":\"generated-0000041@lab.example.com\"}");
      URI url = node.miUrl();
      HttpURLConnection http = (HttpURLConnection) url.toURL().openConnection();
      http.setRequestProperty("Content-Type", "application/json");
      http.setDoOutput(true);
      http.getOutputStream()
          .write("{\"jsonrpc\":\"2.0\",\"method\":\"dlg_list\",\"id\":1}".getBytes(UTF_8));
      long announced = http.getContentLengthLong();
      Counting counting = new Counting(http.getInputStream());
      int dialogs = 0;
      try (JsonReader reader = new JsonReader(new InputStreamReader(counting, UTF_8))) {
        reader.beginObject();
        while (!reader.nextName().equals("result")) {
          reader.skipValue();
        }
        reader.beginObject();
        assertThat(reader.nextName()).isEqualTo("Dialogs");
        reader.beginArray();
        while (reader.hasNext()) {
          reader.skipValue();
          dialogs++;
        }
        reader.endArray();
        reader.endObject();
        assertThat(reader.nextName()).isEqualTo("id");
        reader.skipValue();
        reader.endObject();
      }
      assertThat(dialogs).isEqualTo(1_000_000 + 25 - 1);
      assertThat(counting.bytes).isEqualTo(announced).isGreaterThan(500_000_000L);
    }
  }

  @Test
  void findsEndsAndChangesGeneratedDialogs() {
    try (LabNode node = LabNode.of(LabSettings.of(Version.V3_6).dialogs(100))) {
      String callid = "{\"callid\":\"generated-0000007@lab.example.com\"}";
      JsonObject dialog =
          Wire.result(node, "dlg_list", callid).getAsJsonObject().getAsJsonObject("Dialog");
      List<String> before = ids(Wire.result(node, "dlg_list", "{}"));
      assertThat(before).contains(text(dialog, "ID"));

      Wire.result(
          node,
          "dlg_push_var",
          "{\"dlg_val_name\":\"x\",\"dlg_val_value\":\"y\",\"DID\":[\""
              + text(dialog, "ID")
              + "\"]}");
      assertThat(Wire.result(node, "dlg_list_ctx", callid).toString())
          .contains("\"values\":[{\"x\":\"y\"}]");
      assertThat(ids(Wire.result(node, "dlg_list", "{}"))).hasSameElementsAs(before);

      Wire.result(node, "dlg_end_dlg", "{\"dialog_id\":\"" + text(dialog, "ID") + "\"}");
      assertThat(ids(Wire.result(node, "dlg_list", "{}")))
          .hasSize(before.size() - 1)
          .doesNotContain(text(dialog, "ID"));
    }
  }

  @Test
  void bridgesAndEndsSessions() {
    try (LabNode node = LabNode.start(Version.V4_0)) {
      String key = sessions(node).get(0).getAsJsonObject().get("key").getAsString();
      int before = sessions(node).size();

      Wire.result(
          node,
          "b2b_logic:bridge",
          "{\"dialog_id\":\"" + key + "\",\"new_uri\":\"sip:new@example.com\"}");
      assertThat(sessions(node).get(0).toString()).contains("sip:new@example.com");

      Wire.result(node, "b2b_logic:terminate_call", "{\"key\":\"" + key + "\"}");
      assertThat(sessions(node).toString()).doesNotContain("\"" + key + "\"");

      Wire.result(
          node,
          "b2b_trigger_scenario",
          "{\"scenario_id\":\"s\",\"entity1\":\"a,sip:a@example.com\","
              + "\"entity2\":\"b,sip:b@example.com\"}");
      assertThat(sessions(node)).hasSize(before);
      assertThat(Wire.result(node, "b2be_list", "{}").toString()).contains("sip:a@example.com");
    }
  }

  @Test
  void readsAndSetsWithOneCommand() {
    try (LabNode node = LabNode.start(Version.V3_6)) {
      String read = "{\"destination_id\":2}";
      assertThat(Wire.result(node, "lb_status", read)).hasToString("{\"enable\":\"yes\"}");
      Wire.result(node, "lb_status", "{\"destination_id\":2,\"new_status\":0}");
      assertThat(Wire.result(node, "lb_status", read)).hasToString("{\"enable\":\"no\"}");
      Wire.result(node, "dr_gw_status", "{\"gw_id\":\"gw2\",\"status\":0}");
      assertThat(Wire.result(node, "dr_gw_status", "{\"gw_id\":\"gw2\"}").toString())
          .contains("Disabled MI");
    }
  }

  @Test
  void agesItsDialogsByTheGivenClock() {
    Instant now = Instant.parse("2026-11-20T14:30:00Z");
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    try (LabNode node = LabNode.of(LabSettings.of(Version.V3_6).withClock(clock))) {
      JsonObject stuck =
          Wire.result(node, "dlg_list", "{\"callid\":\"" + LabNode.STUCK_9H + "\"}")
              .getAsJsonObject()
              .getAsJsonObject("Dialog");
      assertThat(stuck.get("timestart").getAsLong()).isEqualTo(now.getEpochSecond() - 9 * 3600);
      assertThat(text(stuck, "datestart")).isEqualTo("2026-11-20 05:30:00");
      assertThat(Wire.result(node, "uptime", "{}").toString())
          .contains("\"Now\":\"Fri Nov 20 14:30:00 2026\"");
    }
  }

  @Test
  void knowsRecipesForEveryCommandThatItLists() {
    for (Version version : List.of(Version.V3_6, Version.V4_0)) {
      try (LabNode node = LabNode.start(version)) {
        for (JsonElement name : Wire.result(node, "which", "{}").getAsJsonArray()) {
          String asked = "{\"command\":" + name + "}";
          assertThat(Wire.result(node, "which", asked).getAsJsonArray()).isNotEmpty();
        }
      }
    }
  }

  private static JsonArray sessions(LabNode node) {
    return Wire.result(node, "b2b_list", "{}").getAsJsonObject().getAsJsonArray("Tuples");
  }

  /** Counts what is read. */
  private static final class Counting extends FilterInputStream {
    private long bytes;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      bytes += Math.max(0, count);
      return count;
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
