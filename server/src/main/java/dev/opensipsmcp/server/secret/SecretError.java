package dev.opensipsmcp.server.secret;

/** Why a secret could not be had. */
public enum SecretError {
  SECRET_SOURCE_UNKNOWN(
      "The word does not say where the secret is, or names a place that can't be used here.",
      "Give generate, file:NAME, env:NAME or stored:NAME."),
  SECRET_NOT_FOUND(
      "There is no such file, variable or stored secret; a stored one may have lapsed or been used.",
      "Ask the person to put it there: opensips-mcp secret put NAME."),
  SECRET_UNSAFE(
      "The file can be read or changed by others than its owner, or lies outside the directory.",
      "Ask whoever runs this server to set its rights to 0600 or 0640."),
  SECRET_UNFIT(
      "The secret is empty, too short, too long, or has characters that do not belong there.",
      "Put another one there, or let the server make one with generate."),
  SECRET_HELD(
      "The secret may be used but nothing computed from it may be shown.",
      "Use the tool that stores it, or ask the person to release it when putting it."),
  SECRET_STORE_UNUSABLE(
      "The state directory's key or stored secrets can't be read or written, or were tampered with.",
      "Ask whoever runs this server to check the rights of its state directory.");

  private final String meaning;
  private final String nextStep;

  SecretError(String meaning, String nextStep) {
    this.meaning = meaning;
    this.nextStep = nextStep;
  }

  /** {@return what it means, one sentence} */
  public String meaning() {
    return meaning;
  }

  /** {@return what to do in general, one sentence} */
  public String nextStep() {
    return nextStep;
  }

  SecretResult.Refused because(String cause, String next) {
    return new SecretResult.Refused(this, cause, next);
  }

  SecretResult.Refused because(String cause) {
    return new SecretResult.Refused(this, cause, nextStep);
  }
}
