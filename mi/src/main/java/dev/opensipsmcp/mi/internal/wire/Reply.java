package dev.opensipsmcp.mi.internal.wire;

/**
 * What a node answered.
 *
 * @param <T> what a result carries
 */
public sealed interface Reply<T> {

  /**
   * It ran the command.
   *
   * @param value what the reader made of the result
   */
  record Result<T>(T value) implements Reply<T> {}

  /**
   * It answered with an error.
   *
   * @param code JSON-RPC's (negative) or the module's own (positive)
   * @param message its words
   * @param data more words; empty when there are none
   */
  record Fault<T>(int code, String message, String data) implements Reply<T> {}
}
