package dev.opensipsmcp.server.secret;

/** What a secret must look like where it is wanted. */
public enum SecretForm {
  /** A password: one line of 8 to 256 characters, none a control character. */
  PASSWORD,
  /**
   * A password that a peer has set, so that it is not made here: one line of 1 to 256 characters,
   * none a control character.
   */
  GIVEN,
  /** A text of several lines, such as a private key in PEM; up to 65,536 characters. */
  TEXT,
  /** A text of several lines that is no secret, such as a certificate; up to 65,536 characters. */
  DOCUMENT
}
