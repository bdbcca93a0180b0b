package dev.opensipsmcp.sip.trace;

/**
 * Why a place that keeps messages could not answer.
 *
 * @param kind what sort of reason
 * @param message one sentence of cause, without secrets
 * @param next one sentence: what to do
 */
public record TraceError(Kind kind, String message, String next) {
  /** Sorts of reasons. */
  public enum Kind {
    /** Nobody answered there, or the connection broke. */
    UNREACHABLE,
    /** It did not answer in time. */
    TIMEOUT,
    /** It did not accept the credentials. */
    UNAUTHORIZED,
    /** It refused what was asked. */
    REFUSED,
    /** It answered what no such place answers. */
    WRONG_ANSWER,
    /** The file can't be read. */
    UNREADABLE,
    /** What was asked for is not there. */
    NOT_FOUND,
    /** More than the bounds allow. */
    TOO_LARGE,
    /** The caller withdrew. */
    CANCELLED
  }
}
