package dev.opensipsmcp.mcp.internal.core;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.RpcError;
import java.util.Map;

/** What an operation came to, before an era dresses it. */
public sealed interface Outcome {

  /**
   * It has a result.
   *
   * @param result without what only one era adds
   */
  record Done(JsonObject result) implements Outcome {}

  /**
   * The client must answer first.
   *
   * @param requests what is asked, by key
   * @param state what the host wants back
   */
  record Ask(Map<String, JsonObject> requests, JsonElement state) implements Outcome {}

  /**
   * It failed as a request.
   *
   * @param error why
   */
  record Failed(RpcError error) implements Outcome {}

  /**
   * {@return that the parameters are wrong}
   *
   * @param message what, in one sentence
   */
  static Outcome invalid(String message) {
    return new Failed(RpcError.of(RpcError.INVALID_PARAMS, message));
  }
}
