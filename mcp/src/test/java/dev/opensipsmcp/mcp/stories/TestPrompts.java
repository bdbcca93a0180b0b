package dev.opensipsmcp.mcp.stories;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Prompts;
import dev.opensipsmcp.mcp.Reply;
import java.util.ArrayList;
import java.util.List;

/** Two prompts, of which one asks before it is rendered. */
final class TestPrompts implements Prompts {

  @Override
  public List<JsonObject> list(Caller caller) {
    return List.of(TestHost.named("name", "asking"), TestHost.named("name", "plain"));
  }

  @Override
  public Reply<JsonObject> get(String name, JsonObject arguments, Exchange exchange) {
    if (name.equals("asking") && exchange.state().isEmpty()) {
      return TestHost.askName("prompt");
    }
    JsonObject prompt = TestHost.named("description", name);
    prompt.add("messages", new JsonArray());
    return new Reply.Complete<>(prompt);
  }

  /** More than one message may carry. */
  static List<String> completions(
      JsonObject reference, String argument, String typed, Caller caller) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      values.add(typed + i);
    }
    return values;
  }
}
