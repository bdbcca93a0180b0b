package dev.opensipsmcp.sip.ban;

/**
 * What fail2ban answered.
 *
 * @param <T> what was asked for
 */
public sealed interface BanAnswer<T> {
  /**
   * It answered.
   *
   * @param value what
   */
  record Value<T>(T value) implements BanAnswer<T> {}

  /**
   * It did not, or refused.
   *
   * @param error why
   */
  record Failure<T>(BanError error) implements BanAnswer<T> {}
}
