package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.message.SipUri;
import dev.opensipsmcp.sip.message.SipUris;
import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.probe.ProbeTargets.Found;
import dev.opensipsmcp.sip.probe.ProbeTargets.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Finds the servers that a text of a caller's leads to, in the order in which a client tries them
 * (RFC 3263 section 4): a domain without port by NAPTR and SRV, anything else by its address. Of
 * servers with the same priority the one with the most weight comes first; chance, which RFC 2782
 * asks for, would make a plan that nobody can approve.
 */
public final class ProbeRoutes {
  /** How many servers are tried at most. */
  public static final int MOST = 4;

  private ProbeRoutes() {}

  /** Where a text leads. */
  public sealed interface Route {
    /**
     * To these servers.
     *
     * @param targets at least one, at most {@link #MOST}, in the order in which they are tried
     * @param located whether the DNS named them, so that their ports are in no URI
     * @param remarks what is noteworthy about the way, one sentence each
     */
    record Open(List<ProbeTarget> targets, boolean located, List<String> remarks) implements Route {
      public Open {
        targets = List.copyOf(targets);
        remarks = List.copyOf(remarks);
      }
    }

    /**
     * To none that a probe may go to.
     *
     * @param why what it leads to instead
     */
    record None(Found why) implements Route {}
  }

  /**
   * {@return where a text leads} Every address is checked here and never looked up again.
   *
   * @param reachable where probes may go; a domain that is allowed by name allows its servers
   * @param text {@code host}, {@code host:port} or a SIP URI
   * @param wanted the transport; without it the URI's, or what the DNS says
   * @param path a WebSocket's path
   * @param dns is asked, at most 40 times
   * @param stopped whether to ask no more
   */
  public static Route find(
      Reachable reachable,
      String text,
      Optional<ProbeTransport> wanted,
      String path,
      Dns dns,
      BooleanSupplier stopped) {
    Optional<SipUri> domain =
        ProbeTargets.place(text)
            .filter(ProbeRoutes::isDomain)
            .flatMap(place -> uri(place, text.regionMatches(true, 0, "sips:", 0, 5), wanted));
    if (domain.isEmpty() || !path.matches(ProbeTargets.PATH)) {
      return direct(reachable, text, wanted, path, List.of());
    }
    DnsPath found = DnsPaths.of(domain.get(), dns, stopped);
    return found.asked().stream().anyMatch(ProbeRoutes::hasService)
        ? located(reachable, domain.get().host(), path, found)
        : direct(reachable, text, wanted, path, failures(found));
  }

  /** A name of one part, as localhost, is this host's own affair. */
  private static boolean isDomain(Place place) {
    return place.port() == 0
        && place.host().indexOf('.') > 0
        && IpAddress.of(place.host()).isEmpty();
  }

  private static Optional<SipUri> uri(
      Place place, boolean secure, Optional<ProbeTransport> wanted) {
    Optional<ProbeTransport> transport = wanted.or(place::transport);
    String parameter = transport.map(it -> ";transport=" + it.word()).orElse("");
    boolean any = secure && wanted.isEmpty() && transport.equals(Optional.of(ProbeTransport.TLS));
    return SipUris.parse(any ? "sips:" + place.host() : "sip:" + place.host() + parameter);
  }

  private static boolean hasService(DnsPath.Asked asked) {
    return asked.type() == DnsType.SRV
        && asked.answer() instanceof DnsAnswer.Records(List<DnsRecord> records)
        && records.stream().anyMatch(DnsRecord.Service.class::isInstance);
  }

  private static List<String> failures(DnsPath path) {
    return path.asked().stream().anyMatch(it -> it.answer() instanceof DnsAnswer.Failed)
        ? List.of("The DNS did not say whether there are NAPTR and SRV records.")
        : List.of();
  }

  private static Route direct(
      Reachable reachable,
      String text,
      Optional<ProbeTransport> wanted,
      String path,
      List<String> remarks) {
    return switch (ProbeTargets.find(reachable, text, wanted, path)) {
      case Found.Allowed(ProbeTarget target) -> new Route.Open(List.of(target), false, remarks);
      case Found why -> new Route.None(why);
    };
  }

  private static Route located(Reachable reachable, String domain, String path, DnsPath found) {
    List<ProbeTarget> targets = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (DnsPath.Hop hop : found.hops()) {
      Optional<IpAddress> address =
          IpAddress.of(hop.address())
              .filter(it -> reachable.admits(it, List.of(domain, hop.host())));
      if (address.isEmpty()) {
        remarks.add(hop.host() + " at " + hop.address() + " is left out: no probe may go there.");
      } else if (targets.size() < MOST) {
        // A certificate is for the domain, not for the host that SRV names (RFC 5922 section 7.1).
        targets.add(new ProbeTarget(hop.transport(), address.get(), hop.port(), domain, path));
      }
    }
    if (targets.isEmpty()) {
      return new Route.None(
          found.hops().isEmpty() ? new Found.Unknown(domain) : new Found.Forbidden(domain));
    }
    return new Route.Open(targets, true, remarks);
  }
}
