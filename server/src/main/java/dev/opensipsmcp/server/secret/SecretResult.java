package dev.opensipsmcp.server.secret;

/** What came of asking for a secret. */
public sealed interface SecretResult {

  /**
   * Here it is.
   *
   * @param secret the secret
   * @param made whether the server made it just now, so that somebody has to be told
   */
  record Given(Secret secret, boolean made) implements SecretResult {}

  /**
   * There is none.
   *
   * @param error what kind of reason
   * @param cause one sentence; never holds a part of a secret
   * @param nextStep one sentence
   */
  record Refused(SecretError error, String cause, String nextStep) implements SecretResult {}
}
