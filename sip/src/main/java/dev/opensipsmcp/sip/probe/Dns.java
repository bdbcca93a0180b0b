package dev.opensipsmcp.sip.probe;

/** Asks the DNS. */
@FunctionalInterface
public interface Dns {
  /**
   * {@return what it says of a name, within a bounded time}
   *
   * @param name the name, with or without its last dot
   * @param type the kind of records
   */
  DnsAnswer ask(String name, DnsType type);
}
