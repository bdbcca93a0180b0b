package dev.opensipsmcp.server.report;

import dev.opensipsmcp.server.redact.Redactor;

/** Takes the secrets out of a configuration's text. */
public final class ConfigSecrets {
  /** What stands where a secret stood. */
  public static final String MARK = Redactor.MARK;

  private ConfigSecrets() {}

  /** {@return whether the value of a parameter of this name is a secret} */
  public static boolean named(String parameter) {
    return Redactor.isSecretParameter(parameter);
  }
}
