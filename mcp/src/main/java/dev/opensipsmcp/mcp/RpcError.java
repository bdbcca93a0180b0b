package dev.opensipsmcp.mcp;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;

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
   * {@return an error without details}
   *
   * @param code the code
   * @param message one sentence
   */
  public static RpcError of(int code, String message) {
    return new RpcError(code, message, JsonNull.INSTANCE);
  }
}
