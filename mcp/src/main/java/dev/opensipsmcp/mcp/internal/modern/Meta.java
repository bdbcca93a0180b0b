package dev.opensipsmcp.mcp.internal.modern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Client;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.LogLevel;
import java.util.Optional;

/** What each request of this era tells of itself in {@code _meta}. */
public sealed interface Meta {
  /** The revision of this era. */
  String REVISION = "2026-07-28";

  String PREFIX = "io.modelcontextprotocol/";
  String PROTOCOL_VERSION = PREFIX + "protocolVersion";
  String CLIENT_CAPABILITIES = PREFIX + "clientCapabilities";
  String CLIENT_INFO = PREFIX + "clientInfo";
  String LOG_LEVEL = PREFIX + "logLevel";
  String SERVER_INFO = PREFIX + "serverInfo";
  String SUBSCRIPTION_ID = PREFIX + "subscriptionId";

  /**
   * All that the request must tell.
   *
   * @param client what the client is and can do
   * @param logLevel what it wants to hear of, nothing for silence
   */
  record Told(Client client, Optional<LogLevel> logLevel) implements Meta {}

  /**
   * Something is missing or wrong; over HTTP the status is 400.
   *
   * @param error what to answer
   */
  record Wrong(RpcError error) implements Meta {}

  /**
   * {@return whether a request is of this era, well formed or not}
   *
   * @param params its parameters
   */
  static boolean present(JsonObject params) {
    return params.get("_meta") instanceof JsonObject meta
        && (meta.has(PROTOCOL_VERSION) || meta.has(CLIENT_CAPABILITIES));
  }

  /**
   * {@return what a request tells}
   *
   * @param params its parameters
   */
  static Meta of(JsonObject params) {
    JsonObject meta = params.get("_meta") instanceof JsonObject told ? told : new JsonObject();
    if (!(meta.get(PROTOCOL_VERSION) instanceof JsonPrimitive version && version.isString())) {
      return wrong("Each request needs \"" + PROTOCOL_VERSION + "\" in \"_meta\".");
    }
    if (!version.getAsString().equals(REVISION)) {
      return new Wrong(unsupported(version.getAsString()));
    }
    if (!(meta.get(CLIENT_CAPABILITIES) instanceof JsonObject capabilities)) {
      return wrong("Each request needs the object \"" + CLIENT_CAPABILITIES + "\" in \"_meta\".");
    }
    JsonObject info = meta.get(CLIENT_INFO) instanceof JsonObject told ? told : new JsonObject();
    Client client = new Client(REVISION, info, capabilities);
    JsonElement level = meta.get(LOG_LEVEL);
    if (level == null) {
      return new Told(client, Optional.empty());
    }
    Optional<LogLevel> known =
        level instanceof JsonPrimitive name && name.isString()
            ? LogLevel.of(name.getAsString())
            : Optional.empty();
    return known.isPresent()
        ? new Told(client, known)
        : wrong("\"" + LOG_LEVEL + "\" must be a level from debug to emergency.");
  }

  private static Wrong wrong(String message) {
    return new Wrong(RpcError.of(RpcError.INVALID_PARAMS, message));
  }

  /**
   * {@return that a revision is not served in this era}
   *
   * @param requested the revision asked for
   */
  static RpcError unsupported(String requested) {
    JsonObject data = new JsonObject();
    JsonArray supported = new JsonArray();
    supported.add(REVISION);
    data.add("supported", supported);
    data.addProperty("requested", requested);
    return new RpcError(
        RpcError.UNSUPPORTED_PROTOCOL_VERSION, "Unsupported protocol version.", data);
  }
}
