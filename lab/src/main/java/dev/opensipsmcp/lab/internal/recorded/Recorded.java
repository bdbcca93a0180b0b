package dev.opensipsmcp.lab.internal.recorded;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.Optional;

/**
 * One call that a real server answered.
 *
 * @param params its parameters by name
 * @param outcome the answer
 */
record Recorded(JsonObject params, Outcome outcome) {

  static Recorded of(JsonObject line) {
    return new Recorded(
        line.getAsJsonObject("params"),
        line.has("error")
            ? refusal(line.getAsJsonObject("error"))
            : Outcome.value(line.get("result")));
  }

  private static Outcome refusal(JsonObject error) {
    return new Outcome.Refusal(
        error.get("code").getAsInt(),
        error.get("message").getAsString(),
        Optional.ofNullable(error.get("data")).map(JsonElement::getAsString));
  }

  boolean succeeded() {
    return outcome instanceof Outcome.Value;
  }

  boolean sameRecipe(JsonObject sent) {
    return params.keySet().equals(sent.keySet());
  }

  /** Numbers and their digits are the same to a server. */
  boolean sameParams(JsonObject sent) {
    return sameRecipe(sent)
        && params.entrySet().stream()
            .allMatch(entry -> alike(entry.getValue(), sent.get(entry.getKey())));
  }

  private static boolean alike(JsonElement recorded, JsonElement sent) {
    return (recorded instanceof JsonPrimitive one && sent instanceof JsonPrimitive other)
        ? one.getAsString().equals(other.getAsString())
        : recorded.equals(sent);
  }
}
