package dev.opensipsmcp.sip.load;

/** How SIPp sends. */
public enum LoadTransport {
  /** UDP from one socket. */
  UDP("u1"),
  /** TCP over one connection. */
  TCP("t1");

  private final String word;

  LoadTransport(String word) {
    this.word = word;
  }

  /** {@return SIPp's word for it, after {@code -t}} */
  public String word() {
    return word;
  }
}
