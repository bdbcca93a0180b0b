package dev.opensipsmcp.server.serve;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Prompts;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.RpcError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prompts of {@link PromptBook}: a person picks one, and the model follows its steps. */
final class ServerPrompts implements Prompts {
  private static final String EXAMPLE = "; for example ";
  private static final int LONGEST = 20_000;
  private static final int LONGEST_NUMBER = 9;

  @Override
  public List<JsonObject> list(Caller caller) {
    return PromptBook.all().stream().map(ServerPrompts::shown).toList();
  }

  private static JsonObject shown(Prompt prompt) {
    JsonArray arguments = new JsonArray();
    for (Prompt.Argument argument : prompt.arguments()) {
      JsonObject json = new JsonObject();
      json.addProperty("name", argument.name());
      json.addProperty(
          "description",
          argument.description()
              + (argument.otherwise().isEmpty()
                  ? ""
                  : "; " + argument.otherwise() + " when not given")
              + EXAMPLE
              + argument.example());
      json.addProperty("required", argument.required());
      arguments.add(json);
    }
    JsonObject json = new JsonObject();
    json.addProperty("name", prompt.name());
    json.addProperty("title", prompt.title());
    json.addProperty("description", prompt.description());
    json.add("arguments", arguments);
    return json;
  }

  @Override
  public Reply<JsonObject> get(String name, JsonObject arguments, Exchange exchange) {
    Optional<Prompt> prompt =
        PromptBook.all().stream().filter(it -> it.name().equals(name)).findFirst();
    if (prompt.isEmpty()) {
      return fault("There is no prompt '" + name + "'.");
    }
    Map<String, String> given = new HashMap<>();
    Optional<String> wrong = given(prompt.get(), arguments, given);
    return wrong.isPresent() ? fault(wrong.get()) : message(prompt.get(), given);
  }

  /** {@return what is wrong with the arguments; else they are in {@code given}} */
  private static Optional<String> given(
      Prompt prompt, JsonObject arguments, Map<String, String> given) {
    for (Map.Entry<String, JsonElement> entry : arguments.entrySet()) {
      boolean known = prompt.arguments().stream().anyMatch(it -> it.name().equals(entry.getKey()));
      if (!known) {
        return Optional.of(prompt.name() + " takes no argument '" + entry.getKey() + "'.");
      }
    }
    for (Prompt.Argument argument : prompt.arguments()) {
      String value =
          arguments.get(argument.name()) instanceof JsonPrimitive said
              ? said.getAsString().strip()
              : "";
      String meant = value.isEmpty() ? argument.otherwise() : value;
      if (meant.isEmpty() && argument.required()) {
        return Optional.of(prompt.name() + " needs " + argument.name() + ".");
      }
      if (meant.length() > LONGEST) {
        return Optional.of(argument.name() + " is too long.");
      }
      if (isNumber(prompt, argument.name()) && !meant.isEmpty() && !isWhole(meant)) {
        return Optional.of(argument.name() + " must be a whole number.");
      }
      if (!meant.isEmpty()) {
        given.put(argument.name(), meant);
      }
    }
    return Optional.empty();
  }

  private static boolean isNumber(Prompt prompt, String argument) {
    return prompt.steps().stream()
        .anyMatch(step -> Filling.isNumber(step.arguments().toString(), argument));
  }

  private static boolean isWhole(String text) {
    return text.length() <= LONGEST_NUMBER
        && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }

  private static Reply<JsonObject> message(Prompt prompt, Map<String, String> given) {
    JsonObject content = new JsonObject();
    content.addProperty("type", "text");
    content.addProperty("text", prompt.text(given));
    JsonObject message = new JsonObject();
    message.addProperty("role", "user");
    message.add("content", content);
    JsonArray messages = new JsonArray();
    messages.add(message);
    JsonObject result = new JsonObject();
    result.addProperty("description", prompt.title());
    result.add("messages", messages);
    return new Reply.Complete<>(result);
  }

  private static Reply<JsonObject> fault(String message) {
    return new Reply.Fault<>(RpcError.of(RpcError.INVALID_PARAMS, message));
  }
}
