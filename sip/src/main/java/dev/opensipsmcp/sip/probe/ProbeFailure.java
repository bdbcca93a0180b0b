package dev.opensipsmcp.sip.probe;

/**
 * Why a probe has no final answer.
 *
 * @param kind what sort of reason
 * @param cause one sentence
 * @param next one sentence: what to do
 */
public record ProbeFailure(Kind kind, String cause, String next) {
  /** Sorts of reasons. */
  public enum Kind {
    /** Nothing at all came back in time. */
    TIMEOUT,
    /** Provisional answers came (1xx), a final one did not. */
    PROVISIONAL_ONLY,
    /** Something came, but no answer to this request. */
    FOREIGN_ONLY,
    /** The host says that nothing listens there (ICMP, or a refused connection). */
    REFUSED,
    /** The network says that there is no way to the host. */
    UNREACHABLE,
    /** The connection stood, but no TLS came about. */
    NO_TLS,
    /** The connection stood, but no WebSocket for SIP came about. */
    NO_WEBSOCKET,
    /** The other end closed the connection before it answered. */
    CLOSED,
    /** The caller withdrew. */
    STOPPED,
    /** This host could not send. */
    NOT_SENT
  }
}
