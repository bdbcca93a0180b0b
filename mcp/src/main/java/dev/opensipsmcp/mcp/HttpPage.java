package dev.opensipsmcp.mcp;

import java.util.function.Supplier;

/**
 * Something beside the protocol that HTTP answers to {@code GET}: whether the server lives, what it
 * counted.
 *
 * @param open whether it is for everybody who reaches the address; else for those alone whom the
 *     authenticator lets in
 * @param answer makes the answer; must be quick and safe for many threads
 */
public record HttpPage(boolean open, Supplier<Answer> answer) {

  /**
   * An answer.
   *
   * @param status HTTP's status
   * @param type the media type
   * @param text the body
   */
  public record Answer(int status, String type, String text) {}
}
