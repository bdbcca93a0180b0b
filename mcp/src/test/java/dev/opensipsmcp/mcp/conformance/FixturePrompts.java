package dev.opensipsmcp.mcp.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Prompts;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.RpcError;
import java.util.List;
import java.util.Map;

/** The fixture's prompts. */
final class FixturePrompts implements Prompts {
  static final String WITH_ARGUMENTS = "test_prompt_with_arguments";

  @Override
  public List<JsonObject> list(Caller caller) {
    return List.of(
        described("test_input_required_result_prompt"),
        described(WITH_ARGUMENTS, "arg1", "arg2"),
        described("test_prompt_with_embedded_resource", "resourceUri"),
        described("test_prompt_with_image"),
        described("test_simple_prompt"));
  }

  @Override
  public Reply<JsonObject> get(String name, JsonObject arguments, Exchange exchange) {
    return switch (name) {
      case "test_simple_prompt" -> messages(Json.text("This is a simple prompt for testing."));
      case WITH_ARGUMENTS ->
          messages(
              Json.text(
                  "Prompt with arguments: arg1='"
                      + argument(arguments, "arg1")
                      + "', arg2='"
                      + argument(arguments, "arg2")
                      + "'"));
      case "test_prompt_with_embedded_resource" ->
          messages(
              Json.resource(
                  argument(arguments, "resourceUri"),
                  "text/plain",
                  "Embedded resource content for testing."),
              Json.text("Please process the embedded resource above."));
      case "test_prompt_with_image" ->
          messages(Json.image(), Json.text("Please analyze the image above."));
      case "test_input_required_result_prompt" -> withInput(exchange);
      default -> new Reply.Fault<>(RpcError.of(RpcError.INVALID_PARAMS, "Unknown prompt: " + name));
    };
  }

  private static Reply<JsonObject> withInput(Exchange exchange) {
    return InputTools.answer(exchange, "user_context")
        .map(answer -> messages(Json.text("Context: " + InputTools.field(answer, "context"))))
        .orElseGet(() ->
            new Reply.InputRequired<>(
                Map.of(
                    "user_context",
                    Questions.form("What context should the prompt use?", "context", "string")),
                JsonNull.INSTANCE));
  }

  private static String argument(JsonObject arguments, String name) {
    return arguments.has(name) ? arguments.get(name).getAsString() : "";
  }

  private static Reply<JsonObject> messages(JsonElement... contents) {
    JsonElement[] messages = new JsonElement[contents.length];
    for (int i = 0; i < contents.length; i++) {
      JsonObject message = Json.object("{'role':'user'}");
      message.add("content", contents[i]);
      messages[i] = message;
    }
    JsonObject prompt = new JsonObject();
    prompt.addProperty("description", "A prompt for testing");
    prompt.add("messages", Json.array(messages));
    return new Reply.Complete<>(prompt);
  }

  private static JsonObject described(String name, String... arguments) {
    JsonElement[] described = new JsonElement[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      JsonObject argument = new JsonObject();
      argument.addProperty("name", arguments[i]);
      argument.addProperty("description", "An argument for testing");
      argument.addProperty("required", true);
      described[i] = argument;
    }
    JsonObject prompt = new JsonObject();
    prompt.addProperty("name", name);
    prompt.addProperty("description", "A prompt for testing");
    prompt.add("arguments", Json.array(described));
    return prompt;
  }
}
