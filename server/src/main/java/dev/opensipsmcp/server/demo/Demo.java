package dev.opensipsmcp.server.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/**
 * The main job from beginning to end: find the call that has been up for nine hours, plan its end,
 * have a person approve it, end it, prove that it is gone, and show the audit trail.
 */
public final class Demo {
  private final StdioClient client;
  private final Screen screen;

  /**
   * Makes a demonstration.
   *
   * @param client a client of a server that serves the lab
   * @param out where a person reads along
   */
  Demo(StdioClient client, PrintStream out) {
    this.client = client;
    this.screen = new Screen(out);
  }

  /**
   * Performs it.
   *
   * @throws IOException when the server ends or refuses a step
   */
  void perform() throws IOException {
    discover();
    search();
    JsonObject stuck = listStuckCalls();
    String dialogId = stuck.get("dialog_id").getAsString();
    plan(dialogId);
    end(dialogId);
    prove(stuck.get("callid").getAsString());
    showAudit();
  }

  private void discover() throws IOException {
    screen.step("Discover the server", "server/discover, tools/list");
    JsonObject found = client.request("server/discover", new JsonObject());
    screen.say("Protocol revisions: " + texts(found.getAsJsonArray("supportedVersions")));
    JsonObject listed = client.request("tools/list", new JsonObject());
    screen.say("Tools listed: " + listed.getAsJsonArray("tools").size());
  }

  private void search() throws IOException {
    screen.step("Search for a tool", "tool_search query=\"end a stuck call\"");
    JsonArray hits =
        call("tool_search", Map.of("query", "end a stuck call")).getAsJsonArray("data");
    screen.rows(hits, 3, "name", "title");
  }

  private JsonObject listStuckCalls() throws IOException {
    screen.step("List calls older than 8 hours", "dlg_list older_than_s=28800");
    JsonArray rows = call("dlg_list", Map.of("older_than_s", 8 * 3600)).getAsJsonArray("data");
    screen.rows(rows, 5, "dialog_id", "caller", "callee", "state", "age_s");
    for (JsonElement row : rows) {
      long age = row.getAsJsonObject().get("age_s").getAsLong();
      if (age >= 9 * 3600 && age < 10 * 3600) {
        return row.getAsJsonObject();
      }
    }
    throw new IOException("The lab has no dialog that is nine hours old");
  }

  private void plan(String dialogId) throws IOException {
    screen.step("Plan its end; nothing changes yet", "dlg_end dialog_id=" + dialogId + " dry_run");
    JsonObject plan =
        call("dlg_end", Map.of("dialog_id", dialogId, "dry_run", true)).getAsJsonObject("data");
    screen.pairs(plan);
  }

  private void end(String dialogId) throws IOException {
    screen.step("End it; the server asks a person first", "dlg_end dialog_id=" + dialogId);
    JsonObject params = toolCall("dlg_end", Map.of("dialog_id", dialogId));
    JsonObject asked = client.request("tools/call", params);
    if (!asked.get("resultType").getAsString().equals("input_required")) {
      throw new IOException("The server ended a call without asking anybody");
    }
    JsonObject responses = new JsonObject();
    for (Map.Entry<String, JsonElement> request :
        asked.getAsJsonObject("inputRequests").entrySet()) {
      JsonObject question = request.getValue().getAsJsonObject().getAsJsonObject("params");
      question.get("message").getAsString().lines().forEach(line -> screen.say("| " + line));
      screen.say("You: approve (played by this demonstration)");
      responses.add(request.getKey(), approval());
    }
    params.add("inputResponses", responses);
    params.add("requestState", asked.get("requestState"));
    screen.pairs(data(client.request("tools/call", params)));
  }

  private void prove(String callId) throws IOException {
    screen.step("Prove that it is gone", "dlg_list callid=" + callId);
    int left = call("dlg_list", Map.of("callid", callId)).getAsJsonArray("data").size();
    screen.say("Dialogs with that Call-ID: " + left);
    if (left != 0) {
      throw new IOException("The call is still there");
    }
  }

  private void showAudit() throws IOException {
    screen.step("Read the audit trail", "audit_query tool=dlg_end");
    JsonArray lines = call("audit_query", Map.of("tool", "dlg_end")).getAsJsonArray("data");
    screen.rows(lines, 8, "time", "event", "subject", "tool", "risk", "outcome");
  }

  private static JsonObject approval() {
    JsonObject content = new JsonObject();
    content.addProperty("approve", true);
    JsonObject response = new JsonObject();
    response.addProperty("action", "accept");
    response.add("content", content);
    return response;
  }

  private JsonObject call(String tool, Map<String, Object> arguments) throws IOException {
    JsonObject result = client.request("tools/call", toolCall(tool, arguments));
    if (result.has("isError") && result.get("isError").getAsBoolean()) {
      throw new IOException(tool + " failed: " + result.get("content"));
    }
    return result.getAsJsonObject("structuredContent");
  }

  private static JsonObject data(JsonObject result) throws IOException {
    if (result.has("isError") && result.get("isError").getAsBoolean()) {
      throw new IOException("The tool failed: " + result.get("content"));
    }
    return result.getAsJsonObject("structuredContent").getAsJsonObject("data");
  }

  private static JsonObject toolCall(String tool, Map<String, Object> arguments) {
    JsonObject given = new JsonObject();
    arguments.forEach((name, value) -> {
      switch (value) {
        case Boolean flag -> given.addProperty(name, flag);
        case Number number -> given.addProperty(name, number);
        default -> given.addProperty(name, value.toString());
      }
    });
    JsonObject params = new JsonObject();
    params.addProperty("name", tool);
    params.add("arguments", given);
    return params;
  }

  private static String texts(JsonArray values) {
    StringBuilder text = new StringBuilder();
    values.forEach(v -> text.append(text.isEmpty() ? "" : ", ").append(v.getAsString()));
    return text.toString();
  }
}
