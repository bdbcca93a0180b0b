package dev.opensipsmcp.sip.relay;

/**
 * Why a relay's answer is none.
 *
 * @param kind what sort of reason
 * @param message one sentence of cause
 * @param next one sentence: what to do
 */
public record RelayError(Kind kind, String message, String next) {
  /** Sorts of reasons. */
  public enum Kind {
    /** Nobody answered in time, or nobody is there. */
    UNREACHABLE,
    /** The relay knows no such call. */
    NOT_FOUND,
    /** The relay refused. */
    REFUSED,
    /** It answered what no relay answers. */
    WRONG_ANSWER
  }
}
