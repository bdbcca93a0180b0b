package dev.opensipsmcp.sip.ladder;

/**
 * A place in a message that a NAT in between has made untrue.
 *
 * @param where which place
 * @param named the address, with a port where one is given, that the message names
 * @param seen the address and port that it came from
 */
public record NatMark(Where where, String named, String seen) {
  /** Places that name addresses. */
  public enum Where {
    CONTACT("Contact"),
    VIA("Via"),
    /** A hop saw another source than Via names, and wrote so (RFC 3261 18.2.1, RFC 3581). */
    RECEIVED("Via received/rport"),
    RECORD_ROUTE("Record-Route"),
    SDP("SDP");

    private final String label;

    Where(String label) {
      this.label = label;
    }

    /** {@return the name of the place, for people} */
    public String label() {
      return label;
    }
  }

  /** {@return what is untrue, in a few words} */
  public String text() {
    return where == Where.RECEIVED
        ? "Via names " + named + ", received from " + seen
        : where.label() + " names " + named + ", source is " + seen;
  }
}
