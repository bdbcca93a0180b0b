package dev.opensipsmcp.mi;

import com.google.gson.JsonObject;

/**
 * One MI command with named parameters. Positional parameters are never sent: OpenSIPS refuses them
 * where two recipes have the same length.
 *
 * @param command any name that {@link dev.opensipsmcp.facts.MiCatalogue#lookup} understands; the
 *     client sends the name of the node's version
 * @param params the parameters by name; empty when there are none
 * @param intent whether the command may change something: a write is never sent twice
 */
public record MiRequest(String command, JsonObject params, Intent intent) {

  /** What a call may do to the node, which decides whether it can be sent again. */
  public enum Intent {
    READ,
    WRITE
  }

  /**
   * {@return a request that only reads}
   *
   * @param command the command
   * @param params its parameters
   */
  public static MiRequest read(String command, JsonObject params) {
    return new MiRequest(command, params, Intent.READ);
  }

  /**
   * {@return a request that may change something}
   *
   * @param command the command
   * @param params its parameters
   */
  public static MiRequest write(String command, JsonObject params) {
    return new MiRequest(command, params, Intent.WRITE);
  }
}
