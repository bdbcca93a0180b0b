package dev.opensipsmcp.mcp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/**
 * What a host answers to {@code tools/call}, {@code prompts/get} or {@code resources/read}.
 *
 * @param <T> the complete result's type
 */
public sealed interface Reply<T> {

  /**
   * The work is done, well or not.
   *
   * @param result the result
   */
  record Complete<T>(T result) implements Reply<T> {}

  /**
   * The client must answer questions first, and then send the same request again.
   *
   * @param requests what is asked, by key: each an object with {@code method} and {@code params},
   *     as {@code elicitation/create} has them
   * @param state what the host wants back; sealed before it leaves
   */
  record InputRequired<T>(Map<String, JsonObject> requests, JsonElement state) implements Reply<T> {
    public InputRequired {
      requests = Map.copyOf(requests);
    }
  }

  /**
   * The request itself is at fault: a JSON-RPC error.
   *
   * @param error the error
   */
  record Fault<T>(RpcError error) implements Reply<T> {}
}
