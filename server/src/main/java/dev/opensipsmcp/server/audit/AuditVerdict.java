package dev.opensipsmcp.server.audit;

/** What checking the trail's chain of hashes found. */
public sealed interface AuditVerdict {

  /**
   * Every line follows from the one before it. That nothing was cut off at the end is proven only
   * by comparing the last hash with one that was kept elsewhere.
   *
   * @param lines how many
   * @param lastHash the hash of the last line; zeros when there is none
   */
  record Intact(long lines, String lastHash) implements AuditVerdict {}

  /**
   * The trail was altered or damaged.
   *
   * @param line the first line that does not follow, counted from 1
   * @param reason what is wrong with it
   */
  record Broken(long line, String reason) implements AuditVerdict {}
}
