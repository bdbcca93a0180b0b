package dev.opensipsmcp.cfg.diff;

/**
 * A statement, or the head of one, that only one of two routes has, or that stands elsewhere.
 *
 * @param change what happened to it
 * @param statement the statement in its plainest spelling
 * @param line its line, from 1: in the new text, or in the former one when it is removed
 */
public record StatementChange(Change change, String statement, int line) {

  /** What happened to a statement. */
  public enum Change {
    ADDED,
    REMOVED,
    /** The same statement stands at another place of the route. */
    MOVED
  }
}
