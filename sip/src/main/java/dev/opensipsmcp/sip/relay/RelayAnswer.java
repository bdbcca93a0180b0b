package dev.opensipsmcp.sip.relay;

/**
 * What a relay answered.
 *
 * @param <T> what was asked for
 */
public sealed interface RelayAnswer<T> {
  /**
   * It answered.
   *
   * @param value what
   */
  record Value<T>(T value) implements RelayAnswer<T> {}

  /**
   * It did not, or refused.
   *
   * @param error why
   */
  record Failure<T>(RelayError error) implements RelayAnswer<T> {}
}
