package dev.opensipsmcp.mcp;

import com.google.gson.JsonObject;
import java.util.List;

/** The prompts that a host offers. */
public interface Prompts {

  /**
   * {@return prompt descriptions as {@code prompts/list} has them, in a stable order}
   *
   * @param caller who asks
   */
  List<JsonObject> list(Caller caller);

  /**
   * Renders a prompt.
   *
   * @param name the prompt
   * @param arguments its arguments
   * @param exchange the request
   * @return an object with {@code messages} and {@code description}
   */
  Reply<JsonObject> get(String name, JsonObject arguments, Exchange exchange);
}
