package dev.opensipsmcp.cfg.file;

/** What came of reading a file. */
public sealed interface Opened {
  /**
   * It was read.
   *
   * @param stored what it holds
   */
  record Read(Stored stored) implements Opened {}

  /**
   * It was not read.
   *
   * @param reason why not
   * @param message the same for a person, one sentence
   */
  record Refused(Refusal reason, String message) implements Opened {}
}
