package dev.opensipsmcp.mcp;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/**
 * A JSON-RPC error.
 *
 * @param code as JSON-RPC 2.0 and MCP define it
 * @param message one sentence
 * @param data details, JSON null for none
 */
public record RpcError(int code, String message, JsonElement data) {
  public static final int PARSE_ERROR = -32700;
  public static final int INVALID_REQUEST = -32600;
  public static final int METHOD_NOT_FOUND = -32601;
  public static final int INVALID_PARAMS = -32602;
  public static final int INTERNAL_ERROR = -32603;

  /** A header differs from the body or is absent (2026-07-28). */
  public static final int HEADER_MISMATCH = -32020;

  /** The client did not declare what the request needs (2026-07-28). */
  public static final int MISSING_CLIENT_CAPABILITY = -32021;

  /** The revision is not one of ours (2026-07-28). */
  public static final int UNSUPPORTED_PROTOCOL_VERSION = -32022;

  /**
   * More requests of one client at once than {@link Limits#concurrentRequests} allows. The protocol
   * has no code for it and asks for own codes outside JSON-RPC's range; this is HTTP's.
   */
  public static final int TOO_MANY_REQUESTS = 429;

  /** The resource does not exist (2025-11-25 and older). */
  public static final int LEGACY_RESOURCE_NOT_FOUND = -32002;

  /**
   * {@return that a resource does not exist} The protocol core translates it for the old era.
   *
   * @param uri the resource asked for
   */
  public static RpcError unknownResource(String uri) {
    JsonObject data = new JsonObject();
    data.addProperty("uri", uri);
    return new RpcError(INVALID_PARAMS, "Unknown resource.", data);
  }

  /**
   * {@return an error without details}
   *
   * @param code the code
   * @param message one sentence
   */
  public static RpcError of(int code, String message) {
    return new RpcError(code, message, JsonNull.INSTANCE);
  }
}
