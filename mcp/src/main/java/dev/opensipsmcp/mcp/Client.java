package dev.opensipsmcp.mcp;

import com.google.gson.JsonObject;

/**
 * What the client told of itself, in the handshake (old era) or with the request (new era).
 *
 * @param protocolVersion the revision in use
 * @param info name and version, empty when not told
 * @param capabilities as declared
 */
public record Client(String protocolVersion, JsonObject info, JsonObject capabilities) {

  /**
   * {@return whether the client can show a person a form and return the answer}
   *
   * <p>Declaring {@code elicitation} without a mode means forms, as the revisions before modes had
   * it.
   */
  public boolean canElicit() {
    if (!capabilities.has("elicitation") || !capabilities.get("elicitation").isJsonObject()) {
      return false;
    }
    JsonObject modes = capabilities.getAsJsonObject("elicitation");
    return modes.isEmpty() || modes.has("form") || !modes.has("url");
  }
}
