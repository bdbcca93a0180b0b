package dev.opensipsmcp.sip.sdp;

import java.util.Locale;

/** Which way media goes, as its describer sees it (RFC 8866 section 6.7). */
public enum Direction {
  SENDRECV,
  SENDONLY,
  RECVONLY,
  INACTIVE;

  /** {@return whether its describer sends} */
  public boolean sends() {
    return this == SENDRECV || this == SENDONLY;
  }

  /** {@return whether its describer receives} */
  public boolean receives() {
    return this == SENDRECV || this == RECVONLY;
  }

  /** {@return its name in a description} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
