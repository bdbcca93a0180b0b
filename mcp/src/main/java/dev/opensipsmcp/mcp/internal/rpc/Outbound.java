package dev.opensipsmcp.mcp.internal.rpc;

import com.google.gson.JsonObject;

/**
 * The way to one client: what is sent first arrives first.
 *
 * <p>Implementations are safe for use from many threads, and drop messages silently once the client
 * is gone.
 */
@FunctionalInterface
public interface Outbound {

  /**
   * Sends a whole message.
   *
   * @param message a JSON-RPC message
   */
  void send(JsonObject message);
}
