package dev.opensipsmcp.db.cdr;

/** What calls are counted by. */
public sealed interface CdrGrouping {

  /** The hour on the node's clock. */
  record Hour() implements CdrGrouping {}

  /** The day on the node's clock. */
  record Day() implements CdrGrouping {}

  /** The trunk, letters without case. */
  record Trunk() implements CdrGrouping {}

  /** The final code. */
  record Code() implements CdrGrouping {}

  /**
   * The first digits of the callee, without the scheme and a leading plus.
   *
   * @param digits how many, 1 to 15
   */
  record Prefix(int digits) implements CdrGrouping {
    public Prefix {
      if (digits < 1 || digits > 15) {
        throw new IllegalArgumentException("digits: 1 to 15, not " + digits);
      }
    }
  }
}
