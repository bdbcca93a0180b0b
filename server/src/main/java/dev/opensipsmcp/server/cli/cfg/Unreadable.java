package dev.opensipsmcp.server.cli.cfg;

/** A file that can't be read or written, or a word that means nothing: nothing was done. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Makes it.
   *
   * @param message what is wrong, where, and what to do
   */
  Unreadable(String message) {
    super(message);
  }
}
