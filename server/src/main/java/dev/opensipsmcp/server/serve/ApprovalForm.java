package dev.opensipsmcp.server.serve;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.server.gate.Channel.Answer;
import dev.opensipsmcp.server.gate.GateReply;
import java.util.Map;
import java.util.Optional;

/**
 * The form by which a person approves a call (MCP elicitation), and what came back on it. The
 * approval's id travels in the sealed state, never in an argument, so a model can't fill it in.
 */
final class ApprovalForm {
  private static final String KEY = "approval";
  private static final String FIELD = "approve";
  private static final String STATE = "approval_id";

  private ApprovalForm() {}

  /** {@return the question in the protocol's words} */
  static <T> Reply<T> ask(GateReply.AskPerson question) {
    JsonObject field = new JsonObject();
    field.addProperty("type", "boolean");
    field.addProperty("title", "Approve this change");
    field.addProperty("description", "Yes runs it once, now. No leaves everything as it is.");
    JsonObject properties = new JsonObject();
    properties.add(FIELD, field);
    JsonArray required = new JsonArray();
    required.add(FIELD);
    JsonObject schema = new JsonObject();
    schema.addProperty("type", "object");
    schema.add("properties", properties);
    schema.add("required", required);
    JsonObject params = new JsonObject();
    params.addProperty("mode", "form");
    params.addProperty("message", question.question());
    params.add("requestedSchema", schema);
    JsonObject request = new JsonObject();
    request.addProperty("method", "elicitation/create");
    request.add("params", params);
    JsonObject state = new JsonObject();
    state.addProperty(STATE, question.approvalId());
    return new Reply.InputRequired<>(Map.of(KEY, request), state);
  }

  /** {@return what the person said about an approval in this round} */
  static Answer answer(Exchange exchange, String approvalId) {
    Optional<JsonElement> state = exchange.state();
    if (state.isEmpty()
        || !(state.get() instanceof JsonObject about)
        || !about.has(STATE)
        || !about.get(STATE).getAsString().equals(approvalId)) {
      return Answer.NOT_ASKED;
    }
    return exchange.inputResponses().get(KEY) instanceof JsonObject response
        ? read(response)
        : Answer.NOT_ASKED;
  }

  private static Answer read(JsonObject response) {
    boolean accepted =
        response.has("action")
            && response.get("action").isJsonPrimitive()
            && response.get("action").getAsString().equals("accept");
    return accepted
            && response.get("content") instanceof JsonObject content
            && content.get(FIELD) instanceof JsonPrimitive choice
            && choice.isBoolean()
            && choice.getAsBoolean()
        ? Answer.APPROVED
        : Answer.DECLINED;
  }
}
