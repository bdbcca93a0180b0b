package dev.opensipsmcp.mcp;

import com.google.gson.JsonObject;
import java.util.List;

/** Completes a prompt's argument or a resource template's variable while a person types. */
public interface Completions {

  /**
   * {@return the values that fit, best first; the protocol core sends at most 100 of them}
   *
   * @param reference the prompt ({@code ref/prompt}) or template ({@code ref/resource})
   * @param argument the argument's name
   * @param typed what was typed so far
   * @param caller who asks
   */
  List<String> complete(JsonObject reference, String argument, String typed, Caller caller);
}
