package dev.opensipsmcp.server.serve;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Prompts;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.RpcError;
import java.util.List;

/** The prompts that a person can pick: so far the one job that the tools of today do whole. */
final class ServerPrompts implements Prompts {
  static final String END_STUCK_CALL = "end_stuck_call";
  private static final String MIN_AGE = "min_age_hours";

  @Override
  public List<JsonObject> list(Caller caller) {
    JsonObject age = new JsonObject();
    age.addProperty("name", MIN_AGE);
    age.addProperty("description", "Hours after which a call counts as stuck; 6 when not given.");
    age.addProperty("required", false);
    JsonArray arguments = new JsonArray();
    arguments.add(age);
    JsonObject prompt = new JsonObject();
    prompt.addProperty("name", END_STUCK_CALL);
    prompt.addProperty("title", "End a stuck call");
    prompt.addProperty(
        "description", "Finds calls that have been up for too long and ends the one you choose.");
    prompt.add("arguments", arguments);
    return List.of(prompt);
  }

  @Override
  public Reply<JsonObject> get(String name, JsonObject arguments, Exchange exchange) {
    if (!name.equals(END_STUCK_CALL)) {
      return new Reply.Fault<>(
          RpcError.of(RpcError.INVALID_PARAMS, "There is no prompt '" + name + "'."));
    }
    int hours;
    try {
      hours =
          arguments.get(MIN_AGE) instanceof JsonPrimitive given
              ? Integer.parseInt(given.getAsString().strip())
              : 6;
    } catch (NumberFormatException e) {
      return new Reply.Fault<>(
          RpcError.of(RpcError.INVALID_PARAMS, MIN_AGE + " must be a whole number of hours."));
    }
    JsonObject content = new JsonObject();
    content.addProperty("type", "text");
    content.addProperty(
        "text",
        "Some calls on this OpenSIPS may be stuck. List the dialogs that are older than "
            + hours
            + " hours with dlg_list (older_than_s="
            + hours * 3600L
            + "). Show me caller, callee, state and age of each. Ask me which one to end. Then"
            + " show the plan with dlg_end and dry_run=true, and after my yes call dlg_end. Prove"
            + " with dlg_list that the call is gone, and show its lines with audit_query.");
    JsonObject message = new JsonObject();
    message.addProperty("role", "user");
    message.add("content", content);
    JsonArray messages = new JsonArray();
    messages.add(message);
    JsonObject result = new JsonObject();
    result.addProperty("description", "Find and end a stuck call");
    result.add("messages", messages);
    return new Reply.Complete<>(result);
  }
}
