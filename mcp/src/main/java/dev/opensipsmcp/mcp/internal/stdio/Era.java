package dev.opensipsmcp.mcp.internal.stdio;

import dev.opensipsmcp.mcp.internal.legacy.LegacySession;
import dev.opensipsmcp.mcp.internal.modern.Meta;
import dev.opensipsmcp.mcp.internal.rpc.Message;

/** Which rules a request is served under. */
enum Era {
  /** It names its revision, or is refused for not doing so. */
  MODERN,

  /** It belongs to a handshake, or makes one. */
  LEGACY;

  /**
   * {@return the era of a request} A client may mix both on one connection.
   *
   * @param request the request
   * @param session the connection's session, with or without a handshake
   */
  static Era of(Message.Request request, LegacySession session) {
    if (Meta.present(request.params())) {
      return MODERN;
    }
    boolean opens = request.method().equals("initialize") || request.method().equals("ping");
    return opens || session.client().isPresent() ? LEGACY : MODERN;
  }
}
