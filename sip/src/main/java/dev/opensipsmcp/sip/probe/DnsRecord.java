package dev.opensipsmcp.sip.probe;

import java.net.InetAddress;

/** A record of the DNS. Names are without their last dot; text in it is others' and not trusted. */
public sealed interface DnsRecord {
  /** {@return whose record it is} */
  String name();

  /** {@return how many seconds it may be kept} */
  long ttl();

  /**
   * An address (A, AAAA).
   *
   * @param address the address
   */
  record Address(String name, long ttl, InetAddress address) implements DnsRecord {
    /** {@return the address as text} */
    public String text() {
      return address.getHostAddress();
    }
  }

  /**
   * Another name for the same (CNAME).
   *
   * @param target the name
   */
  record Alias(String name, long ttl, String target) implements DnsRecord {}

  /**
   * Where a service is (RFC 2782).
   *
   * @param priority lower is tried first
   * @param weight its share among those of the same priority
   * @param port its port
   * @param target its host; empty where the service is decidedly not there
   */
  record Service(String name, long ttl, int priority, int weight, int port, String target)
      implements DnsRecord {}

  /**
   * Which transports a domain takes (RFC 3263 section 4.1, RFC 3403).
   *
   * @param order lower is taken first, and others are not looked at then
   * @param preference lower is preferred
   * @param flags {@code s} where an SRV name follows
   * @param service for example {@code SIP+D2U}
   * @param expression a substitution, which SIP does not use here
   * @param replacement the name to go on with
   */
  record Pointer(
      String name,
      long ttl,
      int order,
      int preference,
      String flags,
      String service,
      String expression,
      String replacement)
      implements DnsRecord {}
}
