package dev.opensipsmcp.sip.ban;

/**
 * Why fail2ban did not do what it was asked.
 *
 * @param kind what went wrong
 * @param message one sentence
 * @param next what to do, one sentence
 */
public record BanError(Kind kind, String message, String next) {

  /** What went wrong. */
  public enum Kind {
    /** The program can't be started, or the server behind it is not there. */
    UNREACHABLE,
    /** It did not end in time, or answered more than is read; a change may have been made. */
    UNKNOWN,
    /** There is no such jail. */
    NOT_FOUND,
    /** The server refused, or answered in no known form. */
    REFUSED
  }
}
