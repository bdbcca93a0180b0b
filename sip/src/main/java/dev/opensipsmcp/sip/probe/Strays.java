package dev.opensipsmcp.sip.probe;

/**
 * What came while a probe waited, without being its answer.
 *
 * @param late answers to earlier probes, which had given up
 * @param foreign SIP of other transactions: a wrong branch or CSeq, or a request
 * @param garbage what is no SIP
 */
public record Strays(int late, int foreign, int garbage) {
  /** Nothing came. */
  public static final Strays NONE = new Strays(0, 0, 0);

  /** {@return how many there were} */
  public int all() {
    return late + foreign + garbage;
  }
}
