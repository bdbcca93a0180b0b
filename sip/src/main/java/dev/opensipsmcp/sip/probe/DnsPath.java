package dev.opensipsmcp.sip.probe;

import java.util.List;

/**
 * How a client finds the servers of a SIP URI (RFC 3263 section 4).
 *
 * @param asked the questions, in order, with what was said
 * @param hops the servers, in the order in which they are tried
 * @param remarks what is wrong or noteworthy, one sentence each
 */
public record DnsPath(List<Asked> asked, List<Hop> hops, List<String> remarks) {
  public DnsPath {
    asked = List.copyOf(asked);
    hops = List.copyOf(hops);
    remarks = List.copyOf(remarks);
  }

  /**
   * A question.
   *
   * @param name the name
   * @param type the kind of records
   * @param answer what was said
   */
  public record Asked(String name, DnsType type, DnsAnswer answer) {}

  /**
   * A server.
   *
   * @param transport what it is spoken to over
   * @param host its name, or its address
   * @param address its address
   * @param port its port
   * @param priority of its SRV record; 0 without one
   * @param weight of its SRV record; 0 without one
   * @param share percent of first tries that go to its host, within its priority
   * @param ttl seconds until something on the way to it may have changed; -1 when nothing was asked
   */
  public record Hop(
      ProbeTransport transport,
      String host,
      String address,
      int port,
      int priority,
      int weight,
      int share,
      long ttl) {}
}
