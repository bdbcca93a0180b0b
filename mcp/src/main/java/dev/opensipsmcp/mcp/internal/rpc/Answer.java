package dev.opensipsmcp.mcp.internal.rpc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.RpcError;

/**
 * The one answer to a request.
 *
 * @param message the JSON-RPC response
 * @param httpStatus the status to answer with when the response is plain JSON over HTTP, as
 *     2026-07-28 asks for it; a stream that has begun keeps its 200
 */
public record Answer(JsonObject message, int httpStatus) {

  /**
   * {@return a successful answer}
   *
   * @param id the request's
   * @param result the result
   */
  public static Answer result(JsonElement id, JsonObject result) {
    JsonObject message = Messages.envelope();
    message.add("id", id);
    message.add("result", result);
    return new Answer(message, 200);
  }

  /**
   * {@return a failed answer} Its status follows from the code: 404 for an unknown method, 429 for
   * too many requests, 400 where the message itself is at fault, and 200 for the rest.
   *
   * @param id the request's, or JSON null
   * @param error what is wrong
   */
  public static Answer error(JsonElement id, RpcError error) {
    int status =
        switch (error.code()) {
          case RpcError.METHOD_NOT_FOUND -> 404;
          case RpcError.TOO_MANY_REQUESTS -> 429;
          case RpcError.PARSE_ERROR,
              RpcError.INVALID_REQUEST,
              RpcError.HEADER_MISMATCH,
              RpcError.MISSING_CLIENT_CAPABILITY,
              RpcError.UNSUPPORTED_PROTOCOL_VERSION ->
              400;
          default -> 200;
        };
    return error(id, error, status);
  }

  /**
   * {@return a failed answer with a status of its own}
   *
   * @param id the request's, or JSON null
   * @param error what is wrong
   * @param httpStatus the status
   */
  public static Answer error(JsonElement id, RpcError error, int httpStatus) {
    JsonObject body = new JsonObject();
    body.addProperty("code", error.code());
    body.addProperty("message", error.message());
    if (!error.data().isJsonNull()) {
      body.add("data", error.data());
    }
    JsonObject message = Messages.envelope();
    message.add("id", id);
    message.add("error", body);
    return new Answer(message, httpStatus);
  }
}
