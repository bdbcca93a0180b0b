package dev.opensipsmcp.sip.internal.probe;

import dev.opensipsmcp.sip.message.SipUri;
import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.probe.Dns;
import dev.opensipsmcp.sip.probe.DnsAnswer;
import dev.opensipsmcp.sip.probe.DnsPath;
import dev.opensipsmcp.sip.probe.DnsPath.Asked;
import dev.opensipsmcp.sip.probe.DnsPath.Hop;
import dev.opensipsmcp.sip.probe.DnsRecord;
import dev.opensipsmcp.sip.probe.DnsType;
import dev.opensipsmcp.sip.probe.ProbeTransport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One walk through the DNS: NAPTR, SRV, then addresses, each only where the one before leads. */
public final class DnsWalk {
  private static final int MOST_QUESTIONS = 40;
  private static final Map<String, ProbeTransport> SERVICES =
      Map.of(
          "SIP+D2U", ProbeTransport.UDP,
          "SIP+D2T", ProbeTransport.TCP,
          "SIPS+D2T", ProbeTransport.TLS,
          "SIP+D2W", ProbeTransport.WS,
          "SIPS+D2W", ProbeTransport.WSS);

  private final Dns dns;
  private final BooleanSupplier stopped;
  private final List<Asked> asked = new ArrayList<>();
  private final List<Hop> hops = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * Prepares a walk.
   *
   * @param dns is asked
   * @param stopped whether to ask no more
   */
  public DnsWalk(Dns dns, BooleanSupplier stopped) {
    this.dns = dns;
    this.stopped = stopped;
  }

  /** {@return the path of a URI} */
  public DnsPath walk(SipUri uri) {
    boolean secure = uri.scheme().equals("sips");
    Optional<ProbeTransport> named =
        Optional.ofNullable(uri.parameters().get("transport")).flatMap(ProbeTransport::parse);
    Optional<ProbeTransport> transport = secure ? Optional.of(secured(named)) : named;
    ProbeTransport usual = transport.orElse(ProbeTransport.UDP);
    int port = uri.port() == 0 ? usual.port() : uri.port();
    if (IpAddress.of(uri.host()).isPresent()) {
      remarks.add("The URI names an address: the DNS is not asked.");
      hops.add(new Hop(usual, uri.host(), uri.host(), port, 0, 0, 100, -1));
    } else if (uri.port() != 0) {
      remarks.add("The URI names a port: neither NAPTR nor SRV is asked (RFC 3263 section 4.2).");
      addresses(usual, uri.host(), port, 0, 0, 100, Long.MAX_VALUE);
    } else if (named.isPresent()) {
      byService(usual, uri.host());
    } else {
      byPointer(uri.host(), secure);
    }
    if (hops.isEmpty()) {
      remarks.add("No server is found: requests to this URI go nowhere.");
    }
    if (asked.size() >= MOST_QUESTIONS) {
      remarks.add("Only " + MOST_QUESTIONS + " questions were asked; more would be needed.");
    }
    return new DnsPath(asked, hops, remarks);
  }

  private static ProbeTransport secured(Optional<ProbeTransport> named) {
    return named.filter(ProbeTransport::webSocket).isPresent()
        ? ProbeTransport.WSS
        : ProbeTransport.TLS;
  }

  private void byPointer(String host, boolean secure) {
    List<DnsRecord.Pointer> pointers = new ArrayList<>();
    for (DnsRecord record : ask(host, DnsType.NAPTR)) {
      if (record instanceof DnsRecord.Pointer pointer) {
        String service = pointer.service().toUpperCase(Locale.ROOT);
        if (!SERVICES.containsKey(service)) {
          remarks.add(
              "A NAPTR record is for " + Words.plain(service) + ", which is not used here.");
        } else if (!secure || service.startsWith("SIPS+")) {
          pointers.add(pointer);
        }
      }
    }
    pointers.sort(
        Comparator.comparingInt(DnsRecord.Pointer::order)
            .thenComparingInt(DnsRecord.Pointer::preference));
    for (DnsRecord.Pointer pointer : pointers) {
      Optional<ProbeTransport> transport =
          Optional.ofNullable(SERVICES.get(pointer.service().toUpperCase(Locale.ROOT)));
      if (!pointer.flags().equalsIgnoreCase("s") || pointer.replacement().isEmpty()) {
        remarks.add(
            "A NAPTR record for " + pointer.service() + " names no SRV record to go on with.");
      } else if (transport.isPresent()
          && !services(transport.get(), pointer.replacement(), pointer.ttl())) {
        remarks.add(
            "NAPTR leads to "
                + Words.plain(pointer.replacement())
                + ", which has no SRV record: that way is dead.");
      }
    }
    if (pointers.isEmpty()) {
      withoutPointer(host, secure);
    }
  }

  /** Without NAPTR a client tries the SRV names of the transports it speaks. */
  private void withoutPointer(String host, boolean secure) {
    boolean found = false;
    if (!secure) {
      found = services(ProbeTransport.UDP, "_sip._udp." + host, Long.MAX_VALUE);
      found |= services(ProbeTransport.TCP, "_sip._tcp." + host, Long.MAX_VALUE);
    }
    found |= services(ProbeTransport.TLS, "_sips._tcp." + host, Long.MAX_VALUE);
    if (found && !secure) {
      remarks.add(
          "No NAPTR record is there: which transport is tried first is the client's choice.");
    }
    if (!found) {
      remarks.add("Neither NAPTR nor SRV is there: the host's own address and usual port count.");
      ProbeTransport usual = secure ? ProbeTransport.TLS : ProbeTransport.UDP;
      addresses(usual, host, usual.port(), 0, 0, 100, Long.MAX_VALUE);
    }
  }

  private void byService(ProbeTransport transport, String host) {
    String name =
        switch (transport) {
          case UDP -> "_sip._udp.";
          case TCP -> "_sip._tcp.";
          case TLS -> "_sips._tcp.";
          case WS -> "_sip._ws.";
          case WSS -> "_sips._ws.";
        };
    if (!services(transport, name + host, Long.MAX_VALUE)) {
      remarks.add("No SRV record is there: the host's own address and usual port count.");
      addresses(transport, host, transport.port(), 0, 0, 100, Long.MAX_VALUE);
    }
  }

  private boolean services(ProbeTransport transport, String name, long ttl) {
    List<DnsRecord.Service> services = new ArrayList<>();
    for (DnsRecord record : ask(name, DnsType.SRV)) {
      if (record instanceof DnsRecord.Service service) {
        services.add(service);
      }
    }
    services.sort(
        Comparator.comparingInt(DnsRecord.Service::priority)
            .thenComparing(Comparator.comparingInt(DnsRecord.Service::weight).reversed()));
    for (DnsRecord.Service service : services) {
      if (service.target().isEmpty()) {
        remarks.add(Words.plain(name) + " says that the service is decidedly not there.");
        continue;
      }
      int all =
          services.stream()
              .filter(it -> it.priority() == service.priority())
              .mapToInt(DnsRecord.Service::weight)
              .sum();
      long peers = services.stream().filter(it -> it.priority() == service.priority()).count();
      int share = (int) (all == 0 ? 100 / peers : Math.round(100.0 * service.weight() / all));
      if (service.port() == 0) {
        remarks.add("An SRV record of " + Words.plain(name) + " has port 0.");
      } else {
        addresses(
            transport,
            service.target(),
            service.port(),
            service.priority(),
            service.weight(),
            share,
            Math.min(ttl, service.ttl()));
      }
    }
    return !services.isEmpty();
  }

  private void addresses(
      ProbeTransport transport,
      String host,
      int port,
      int priority,
      int weight,
      int share,
      long ttl) {
    boolean found = false;
    for (DnsType type : List.of(DnsType.A, DnsType.AAAA)) {
      List<DnsRecord> records = ask(host, type);
      long shortest = records.stream().mapToLong(DnsRecord::ttl).min().orElse(ttl);
      for (DnsRecord record : records) {
        if (record instanceof DnsRecord.Address(String _, long _, var address)) {
          found = true;
          long least = Math.min(ttl, shortest);
          hops.add(
              new Hop(
                  transport,
                  Words.plain(host),
                  address.getHostAddress(),
                  port,
                  priority,
                  weight,
                  share,
                  least));
        } else if (record instanceof DnsRecord.Alias && priority + weight > 0) {
          remarks.add(
              Words.plain(host) + " is an alias (CNAME), which an SRV record must not name.");
        }
      }
    }
    if (!found) {
      remarks.add(Words.plain(host) + " has no address.");
    }
  }

  private List<DnsRecord> ask(String name, DnsType type) {
    for (Asked before : asked) {
      if (before.type() == type && before.name().equalsIgnoreCase(name)) {
        return records(before.answer());
      }
    }
    if (asked.size() >= MOST_QUESTIONS || stopped.getAsBoolean()) {
      return List.of();
    }
    DnsAnswer answer = dns.ask(name, type);
    asked.add(new Asked(Words.plain(name), type, answer));
    if (answer instanceof DnsAnswer.Failed(String why)) {
      remarks.add(type + " of " + Words.plain(name) + " is not known: " + why);
    }
    return records(answer);
  }

  private static List<DnsRecord> records(DnsAnswer answer) {
    return switch (answer) {
      case DnsAnswer.Records(List<DnsRecord> records) -> records;
      case DnsAnswer.Nothing _, DnsAnswer.Failed _ -> List.of();
    };
  }
}
