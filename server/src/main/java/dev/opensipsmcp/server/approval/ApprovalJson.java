package dev.opensipsmcp.server.approval;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.tool.Risk;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** An approval as text. */
final class ApprovalJson {
  private ApprovalJson() {}

  static String write(Approval approval) {
    Approval.Call call = approval.call();
    JsonObject json = new JsonObject();
    json.addProperty("id", approval.id());
    json.addProperty("state", approval.state().name());
    json.addProperty("created", approval.created().toString());
    json.addProperty("expires", approval.expires().toString());
    json.addProperty("by", approval.by());
    json.addProperty("subject", call.subject());
    json.addProperty("role", call.role());
    json.addProperty("tool", call.tool());
    json.addProperty("instance", call.instance());
    json.addProperty("risk", call.risk().name());
    json.add("plan", call.plan());
    json.addProperty("binding", call.binding());
    json.addProperty("target", call.target());
    return json.toString();
  }

  /** {@return the approval, or nothing when the text is none: a damaged file approves nothing} */
  static Optional<Approval> read(String text) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      Approval.Call call =
          new Approval.Call(
              json.get("subject").getAsString(),
              json.get("role").getAsString(),
              json.get("tool").getAsString(),
              json.get("instance").getAsString(),
              Risk.valueOf(json.get("risk").getAsString()),
              json.getAsJsonObject("plan"),
              json.get("binding").getAsString(),
              json.get("target").getAsString());
      return Optional.of(
          new Approval(
              json.get("id").getAsString(),
              Approval.State.valueOf(json.get("state").getAsString()),
              Instant.parse(json.get("created").getAsString()),
              Instant.parse(json.get("expires").getAsString()),
              json.get("by").getAsString(),
              call));
    } catch (JsonParseException
        | DateTimeException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException
        | NullPointerException e) {
      return Optional.empty();
    }
  }
}
