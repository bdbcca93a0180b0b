package dev.opensipsmcp.mcp.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.ToolResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tools that need one or more rounds of input, with and without state of their own. */
final class InputTools {
  private static final String PREFIX = "test_input_required_result_";
  private static final JsonObject NAME = Questions.form("What is your name?", "name", "string");

  private InputTools() {}

  static List<FixtureTool> all() {
    return List.of(
        tool("elicitation", InputTools::elicitation),
        tool("sampling", InputTools::sampling),
        tool("list_roots", InputTools::roots),
        tool("request_state", InputTools::requestState),
        tool("tampered_state", InputTools::requestState),
        tool("multiple_inputs", InputTools::multipleInputs),
        tool("multi_round", InputTools::multiRound),
        tool("capabilities", InputTools::capabilities));
  }

  private static FixtureTool tool(String suffix, FixtureTool.Handler handler) {
    return FixtureTool.plain(PREFIX + suffix, "Needs input from the client", handler);
  }

  private static Reply<ToolResult> elicitation(JsonObject arguments, Exchange call) {
    Optional<JsonObject> answer = answer(call, "user_name");
    if (answer.isEmpty()) {
      return ask("user_name", NAME, JsonNull.INSTANCE);
    }
    return Json.said("Hello, " + field(answer.get(), "name") + "!");
  }

  private static Reply<ToolResult> sampling(JsonObject arguments, Exchange call) {
    Optional<JsonObject> answer = answer(call, "capital_question");
    return answer.isEmpty()
        ? ask(
            "capital_question",
            Questions.sampling("What is the capital of France?", 100),
            JsonNull.INSTANCE)
        : Json.said("The model said: " + answer.get().get("content"));
  }

  private static Reply<ToolResult> roots(JsonObject arguments, Exchange call) {
    Optional<JsonObject> answer = answer(call, "client_roots");
    return answer.isEmpty()
        ? ask("client_roots", Questions.roots(), JsonNull.INSTANCE)
        : Json.said("Roots: " + answer.get().get("roots"));
  }

  private static Reply<ToolResult> requestState(JsonObject arguments, Exchange call) {
    if (answer(call, "confirm").isEmpty() || call.state().isEmpty()) {
      return ask(
          "confirm",
          Questions.form("Please confirm", "ok", "boolean"),
          new JsonPrimitive("remember me"));
    }
    boolean same = call.state().get().equals(new JsonPrimitive("remember me"));
    return Json.said(same ? "state-ok" : "state-lost");
  }

  private static Reply<ToolResult> multipleInputs(JsonObject arguments, Exchange call) {
    Map<String, JsonObject> missing = new LinkedHashMap<>();
    missing.put("user_name", NAME);
    missing.put("greeting", Questions.sampling("Generate a greeting", 50));
    missing.put("client_roots", Questions.roots());
    missing.keySet().removeIf(key -> answer(call, key).isPresent());
    return missing.isEmpty()
        ? Json.said("All inputs received")
        : new Reply.InputRequired<>(missing, new JsonPrimitive("several"));
  }

  private static Reply<ToolResult> multiRound(JsonObject arguments, Exchange call) {
    Optional<JsonElement> state = call.state();
    if (state.isPresent() && state.get().isJsonObject() && answer(call, "step2").isPresent()) {
      return Json.said(
          state.get().getAsJsonObject().get("name").getAsString()
              + " likes "
              + field(answer(call, "step2").get(), "color"));
    }
    Optional<JsonObject> first = answer(call, "step1");
    if (state.isPresent() && first.isPresent()) {
      JsonObject known = new JsonObject();
      known.addProperty("name", field(first.get(), "name"));
      return ask(
          "step2",
          Questions.form("Step 2: What is your favorite color?", "color", "string"),
          known);
    }
    return ask(
        "step1",
        Questions.form("Step 1: What is your name?", "name", "string"),
        new JsonPrimitive("first"));
  }

  private static Reply<ToolResult> capabilities(JsonObject arguments, Exchange call) {
    Map<String, JsonObject> questions = new LinkedHashMap<>();
    if (call.client().canElicit()) {
      questions.put("user_name", NAME);
    }
    if (call.client().capabilities().has("sampling")) {
      questions.put("greeting", Questions.sampling("Generate a greeting", 50));
    }
    questions.keySet().removeIf(key -> answer(call, key).isPresent());
    return questions.isEmpty()
        ? Json.said("Nothing to ask")
        : new Reply.InputRequired<>(questions, JsonNull.INSTANCE);
  }

  /** {@return the client's answer, if it has the form of one} */
  static Optional<JsonObject> answer(Exchange call, String key) {
    JsonElement answer = call.inputResponses().get(key);
    return answer != null && answer.isJsonObject()
        ? Optional.of(answer.getAsJsonObject())
        : Optional.empty();
  }

  /** {@return a field of an answered form, or a placeholder where the person gave none} */
  static String field(JsonObject answer, String name) {
    JsonElement content = answer.get("content");
    if (content == null || !content.isJsonObject() || !content.getAsJsonObject().has(name)) {
      return "nobody";
    }
    return content.getAsJsonObject().get(name).getAsString();
  }

  private static Reply<ToolResult> ask(String key, JsonObject question, JsonElement state) {
    return new Reply.InputRequired<>(Map.of(key, question), state);
  }
}
