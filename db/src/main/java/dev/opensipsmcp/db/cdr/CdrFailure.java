package dev.opensipsmcp.db.cdr;

/**
 * How often calls to a destination failed with a code.
 *
 * @param destination a prefix of the callee, or a trunk
 * @param code the final code
 * @param failed calls that did
 * @param attempts calls tried to that destination
 */
public record CdrFailure(String destination, String code, long failed, long attempts) {

  /** {@return the part of the destination's calls that failed so, 0 to 1} */
  public double ratio() {
    return (double) failed / attempts;
  }

  /** {@return where the ratio lies in truth, with 95 % confidence} */
  public Wilson confidence() {
    return Wilson.of(failed, attempts);
  }
}
