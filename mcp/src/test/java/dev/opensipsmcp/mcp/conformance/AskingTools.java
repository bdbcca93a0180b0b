package dev.opensipsmcp.mcp.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.ToolResult;
import java.util.List;
import java.util.Map;

/** Tools of the suite's older scenarios that ask the client for one thing. */
final class AskingTools {
  private static final String ANSWER = "answer";

  private AskingTools() {}

  static List<FixtureTool> all() {
    return List.of(
        withText("test_sampling", "Asks the client's model", "prompt", AskingTools::sampling),
        withText("test_elicitation", "Asks the person", "message", AskingTools::elicitation),
        FixtureTool.plain(
            "test_elicitation_sep1034_defaults",
            "Asks with default values",
            (arguments, call) -> ask(call, Questions.form("Please confirm", defaults()))),
        FixtureTool.plain(
            "test_elicitation_sep1330_enums",
            "Asks with choices",
            (arguments, call) -> ask(call, Questions.form("Please choose", choices()))),
        FixtureTool.plain(
            "test_streaming_elicitation",
            "Asks the person while it works",
            (arguments, call) -> ask(call, Questions.form("Go on?", "ok", "boolean"))),
        FixtureTool.plain(
            "test_missing_capability",
            "Needs a client that can sample",
            (arguments, call) -> needsSampling(call)));
  }

  private static FixtureTool withText(
      String name, String description, String argument, FixtureTool.Handler handler) {
    JsonObject property = Json.object("{'type':'string'}");
    JsonObject properties = new JsonObject();
    properties.add(argument, property);
    JsonObject schema = Json.object("{'type':'object'}");
    schema.add("properties", properties);
    schema.add("required", Json.array(new JsonPrimitive(argument)));
    return new FixtureTool(name, description, schema, handler);
  }

  private static Reply<ToolResult> sampling(JsonObject arguments, Exchange call) {
    JsonElement answer = call.inputResponses().get(ANSWER);
    if (answer == null) {
      return asking(Questions.sampling(arguments.get("prompt").getAsString(), 100));
    }
    JsonElement content = answer.getAsJsonObject().get("content");
    JsonElement text = content.isJsonObject() ? content.getAsJsonObject().get("text") : content;
    return Json.said("LLM response: " + text.getAsString());
  }

  private static Reply<ToolResult> elicitation(JsonObject arguments, Exchange call) {
    JsonObject schema =
        Json.object(
            """
            {"type": "object",
             "properties": {
               "username": {"type": "string", "description": "User's response"},
               "email": {"type": "string", "description": "User's email address"}},
             "required": ["username", "email"]}
            """);
    return ask(call, Questions.form(arguments.get("message").getAsString(), schema));
  }

  private static Reply<ToolResult> ask(Exchange call, JsonObject question) {
    JsonElement answer = call.inputResponses().get(ANSWER);
    return answer == null ? asking(question) : Json.said("User response: " + answer);
  }

  private static Reply<ToolResult> asking(JsonObject question) {
    return new Reply.InputRequired<>(Map.of(ANSWER, question), JsonNull.INSTANCE);
  }

  private static Reply<ToolResult> needsSampling(Exchange call) {
    if (call.client().capabilities().has("sampling")) {
      return Json.said("The client can sample");
    }
    return new Reply.Fault<>(
        new RpcError(
            RpcError.MISSING_CLIENT_CAPABILITY,
            "This tool needs a client with sampling",
            Json.object("{'requiredCapabilities':{'sampling':{}}}")));
  }

  private static JsonObject defaults() {
    return Json.object(
        """
        {"type": "object",
         "properties": {
           "name": {"type": "string", "default": "John Doe"},
           "age": {"type": "integer", "default": 30},
           "score": {"type": "number", "default": 95.5},
           "status": {"type": "string", "enum": ["active", "inactive", "pending"],
             "default": "active"},
           "verified": {"type": "boolean", "default": true}},
         "required": []}
        """);
  }

  private static JsonObject choices() {
    return Json.object(
        """
        {"type": "object",
         "properties": {
           "untitledSingle": {"type": "string", "enum": ["option1", "option2", "option3"]},
           "titledSingle": {"type": "string", "oneOf": [
             {"const": "value1", "title": "First Option"},
             {"const": "value2", "title": "Second Option"}]},
           "legacyEnum": {"type": "string", "enum": ["opt1", "opt2"],
             "enumNames": ["Option One", "Option Two"]},
           "untitledMulti": {"type": "array",
             "items": {"type": "string", "enum": ["option1", "option2", "option3"]}},
           "titledMulti": {"type": "array", "items": {"anyOf": [
             {"const": "value1", "title": "First Choice"},
             {"const": "value2", "title": "Second Choice"}]}}},
         "required": []}
        """);
  }
}
