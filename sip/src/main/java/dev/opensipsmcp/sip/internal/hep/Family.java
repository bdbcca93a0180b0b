package dev.opensipsmcp.sip.internal.hep;

/** How HEP numbers the families of addresses: as Linux does. */
final class Family {
  static final int IPV4 = 2;
  static final int IPV6 = 10;

  private Family() {}

  static int of(byte[] address) {
    return address.length == 4 ? IPV4 : IPV6;
  }
}
