package dev.opensipsmcp.mcp.conformance;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Input requests that the fixture's tools send to a client. */
final class Questions {
  private Questions() {}

  /** {@return a form with one required field} */
  static JsonObject form(String message, String field, String type) {
    JsonObject schema = Json.object("{'type':'object'}");
    JsonObject property = new JsonObject();
    property.addProperty("type", type);
    JsonObject properties = new JsonObject();
    properties.add(field, property);
    schema.add("properties", properties);
    schema.add("required", Json.array(new JsonPrimitive(field)));
    return form(message, schema);
  }

  /** {@return a form with this schema} */
  static JsonObject form(String message, JsonObject schema) {
    JsonObject params = new JsonObject();
    params.addProperty("message", message);
    params.add("requestedSchema", schema);
    return request("elicitation/create", params);
  }

  /** {@return a prompt for the client's model} */
  static JsonObject sampling(String prompt, int maxTokens) {
    JsonObject message = Json.object("{'role':'user'}");
    message.add("content", Json.text(prompt));
    JsonObject params = new JsonObject();
    params.add("messages", Json.array(message));
    params.addProperty("maxTokens", maxTokens);
    return request("sampling/createMessage", params);
  }

  /** {@return a request for the client's roots} */
  static JsonObject roots() {
    return request("roots/list", new JsonObject());
  }

  private static JsonObject request(String method, JsonObject params) {
    JsonObject request = new JsonObject();
    request.addProperty("method", method);
    request.add("params", params);
    return request;
  }
}
