package dev.opensipsmcp.sip.probe;

import java.util.Optional;

/** The kinds of records that lead to a SIP server (RFC 1035, RFC 2782, RFC 3403, RFC 3596). */
public enum DnsType {
  A(1),
  CNAME(5),
  AAAA(28),
  SRV(33),
  NAPTR(35);

  private final int number;

  DnsType(int number) {
    this.number = number;
  }

  /** {@return its number on the wire} */
  public int number() {
    return number;
  }

  /** {@return the kind of that number, if it is one of these} */
  public static Optional<DnsType> of(int number) {
    for (DnsType type : values()) {
      if (type.number == number) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
