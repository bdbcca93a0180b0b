package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.internal.probe.DnsWalk;
import dev.opensipsmcp.sip.message.SipUri;
import java.util.function.BooleanSupplier;

/** Follows a SIP URI through the DNS, as a client does (RFC 3263 section 4). */
public final class DnsPaths {
  private DnsPaths() {}

  /**
   * {@return the path}
   *
   * @param uri of scheme {@code sip} or {@code sips}
   * @param dns is asked, at most 40 times
   * @param stopped whether to ask no more
   */
  public static DnsPath of(SipUri uri, Dns dns, BooleanSupplier stopped) {
    return new DnsWalk(dns, stopped).walk(uri);
  }
}
