package dev.opensipsmcp.lab.internal.rpc;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** How a command ended. */
public sealed interface Outcome {

  /**
   * It has a result.
   *
   * @param payload the result
   */
  record Value(Payload payload) implements Outcome {}

  /**
   * It ended in an error.
   *
   * @param code OpenSIPS's own positive code, or JSON-RPC's negative one
   * @param message the words
   * @param data more words, on some errors
   */
  record Refusal(int code, String message, Optional<String> data) implements Outcome {}

  /** {@return the result of most commands that change something} */
  static Outcome ok() {
    return value(new JsonPrimitive("OK"));
  }

  /**
   * {@return a small result}
   *
   * @param value the result
   */
  static Outcome value(JsonElement value) {
    return new Value(Payload.of(value));
  }

  /**
   * {@return an error of the command's own}
   *
   * @param code like a SIP status
   * @param message the words
   */
  static Outcome refuse(int code, String message) {
    return new Refusal(code, message, Optional.empty());
  }

  /**
   * {@return a refusal of the parameters}
   *
   * @param data what is wrong with them
   */
  static Outcome invalidParams(String data) {
    return new Refusal(-32602, "Invalid params", Optional.of(data));
  }

  /** {@return what the server says when a command gave up without an error of its own} */
  static Outcome serverError() {
    return new Refusal(-32000, "Server error", Optional.of("Command handler returned null"));
  }

  /** {@return what the server says about a name that it does not know} */
  static Outcome methodNotFound() {
    return new Refusal(-32601, "Method not found", Optional.empty());
  }
}
