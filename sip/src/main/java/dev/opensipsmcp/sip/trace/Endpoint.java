package dev.opensipsmcp.sip.trace;

/**
 * One end of a packet's way.
 *
 * @param address an IPv4 or IPv6 address in its shortest text form, without brackets; never a name
 * @param port 0 to 65535; 0 where it is not known
 */
public record Endpoint(String address, int port) {

  /** {@return {@code address:port}, with brackets around an IPv6 address} */
  @Override
  public String toString() {
    return address.indexOf(':') < 0 ? address + ':' + port : '[' + address + "]:" + port;
  }
}
