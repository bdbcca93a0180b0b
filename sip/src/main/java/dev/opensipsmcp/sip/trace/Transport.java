package dev.opensipsmcp.sip.trace;

/** How a message travelled (RFC 3261 section 18, RFC 7118). */
public enum Transport {
  UDP,
  TCP,
  TLS,
  SCTP,
  WS,
  WSS,
  /** The place that kept the message does not say. */
  UNKNOWN
}
