package dev.opensipsmcp.lab.internal.homer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;

/** What comes of a request. */
public sealed interface Answer {

  /** The connection is dropped. */
  record Dropped() implements Answer {}

  /** A response. */
  final class Response implements Answer {
    private final int status;
    private final String type;
    private final byte[] body;

    /**
     * Makes a response.
     *
     * @param status the HTTP status
     * @param type the content type
     * @param body the body, not changed afterwards
     */
    Response(int status, String type, byte[] body) {
      this.status = status;
      this.type = type;
      this.body = body;
    }

    int status() {
      return status;
    }

    String type() {
      return type;
    }

    byte[] body() {
      return body;
    }
  }

  static Response json(int status, JsonElement body) {
    return new Response(
        status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** {@return what the v3 server says of errors other than those of a login} */
  static Response bad(int status, String message) {
    JsonObject json = new JsonObject();
    json.add("data", new JsonObject());
    json.addProperty("message", message);
    return json(status, json);
  }
}
