package dev.opensipsmcp.mcp.internal.core;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Client;
import java.util.Map;

/** Checks what a host wants to ask against the protocol and against what the client can answer. */
public final class InputRequests {
  private InputRequests() {}

  /**
   * Checks that the protocol knows what a host asks.
   *
   * @param requests what is asked, by key
   * @throws IllegalArgumentException when it does not
   */
  static void check(Map<String, JsonObject> requests) {
    for (JsonObject request : requests.values()) {
      if (capability(request).isEmpty()) {
        throw new IllegalArgumentException("A client can't be asked " + request + ".");
      }
    }
  }

  /**
   * {@return the capabilities that the client lacks to answer; empty when it can answer all}
   *
   * @param requests what is asked, by key
   * @param client what the client declared
   */
  public static JsonObject missing(Map<String, JsonObject> requests, Client client) {
    JsonObject missing = new JsonObject();
    for (JsonObject request : requests.values()) {
      String capability = capability(request);
      if (capability.equals("elicitation")) {
        elicitation(request, client, missing);
      } else {
        plain(capability, client, missing);
      }
    }
    return missing;
  }

  private static String capability(JsonObject request) {
    String method = request.get("method") instanceof JsonPrimitive name ? name.getAsString() : "";
    return switch (method) {
      case "elicitation/create" -> "elicitation";
      case "sampling/createMessage" -> "sampling";
      case "roots/list" -> "roots";
      default -> "";
    };
  }

  private static void plain(String capability, Client client, JsonObject missing) {
    if (!(client.capabilities().get(capability) instanceof JsonObject)) {
      missing.add(capability, new JsonObject());
    }
  }

  private static void elicitation(JsonObject request, Client client, JsonObject missing) {
    boolean url =
        request.get("params") instanceof JsonObject params
            && params.get("mode") instanceof JsonPrimitive mode
            && mode.getAsString().equals("url");
    boolean able =
        url
            ? client.capabilities().get("elicitation") instanceof JsonObject modes
                && modes.has("url")
            : client.canElicit();
    if (!able) {
      JsonObject modes =
          missing.get("elicitation") instanceof JsonObject known ? known : new JsonObject();
      modes.add(url ? "url" : "form", new JsonObject());
      missing.add("elicitation", modes);
    }
  }
}
