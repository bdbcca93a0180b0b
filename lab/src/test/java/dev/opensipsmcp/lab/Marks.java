package dev.opensipsmcp.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** What the marks of recorded requests stand for on a node: its talking dialogs, and a session. */
record Marks(Map<String, String> values) {

  static Marks of(LabNode node) {
    Map<String, String> values = new HashMap<>();
    JsonArray dialogs =
        Wire.result(node, "dlg_list", "{}").getAsJsonObject().getAsJsonArray("Dialogs");
    int number = 0;
    for (JsonElement element : dialogs) {
      JsonObject dialog = element.getAsJsonObject();
      if (dialog.get("state").getAsInt() == 4) {
        JsonObject callee = dialog.getAsJsonArray("CALLEES").get(0).getAsJsonObject();
        values.put("@C" + number + "@", dialog.get("callid").getAsString());
        values.put("@I" + number + "@", dialog.get("ID").getAsString());
        values.put("@B" + number + "@", dialog.get("db_id").getAsString());
        values.put("@T" + number + "@", dialog.get("caller_tag").getAsString());
        values.put("@U" + number + "@", callee.get("callee_tag").getAsString());
        number++;
      }
    }
    JsonElement members = Wire.result(node, "profile_get_values", "{\"profile\":\"caller\"}");
    JsonObject member = members.getAsJsonArray().get(0).getAsJsonObject();
    values.put("@P@", member.get("value").getAsString());
    JsonElement sessions = Wire.result(node, "b2b_list", "{}");
    JsonObject session =
        sessions.getAsJsonObject().getAsJsonArray("Tuples").get(0).getAsJsonObject();
    values.put("@K0@", session.get("key").getAsString());
    return new Marks(values);
  }

  String fill(String body) {
    String filled = body;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    return filled;
  }
}
