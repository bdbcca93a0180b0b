package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.message.SipUri;
import dev.opensipsmcp.sip.message.SipUris;
import dev.opensipsmcp.sip.net.IpAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out where a text of a caller's leads, and whether a probe may go there. */
public final class ProbeTargets {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,253}");

  /** The path of a WebSocket. */
  static final String PATH = "/[!-~]{0,200}";

  private ProbeTargets() {}

  /** What a text leads to. */
  public sealed interface Found {
    /**
     * A probe may go there.
     *
     * @param target where
     */
    record Allowed(ProbeTarget target) implements Found {}

    /**
     * No probe may go there.
     *
     * @param host the host that was asked for
     */
    record Forbidden(String host) implements Found {}

    /**
     * The name has no address.
     *
     * @param host the name
     */
    record Unknown(String host) implements Found {}

    /**
     * The text names no place.
     *
     * @param why one sentence
     */
    record Wrong(String why) implements Found {}
  }

  /**
   * {@return where a text leads} A name is looked up once; the address that is checked is the one
   * that is used.
   *
   * @param reachable where probes may go
   * @param text {@code host}, {@code host:port} or a SIP URI
   * @param wanted the transport; without it the URI's, or UDP, TLS for {@code sips}
   * @param path a WebSocket's path
   */
  public static Found find(
      Reachable reachable, String text, Optional<ProbeTransport> wanted, String path) {
    Optional<Place> place = place(text);
    if (place.isEmpty()) {
      return new Found.Wrong(
          "target is no host, host:port or SIP URI; IPv6 with a port stands in brackets.");
    }
    if (!path.matches(PATH)) {
      return new Found.Wrong("path begins with a slash and has no blanks.");
    }
    Place one = place.get();
    ProbeTransport transport = wanted.or(one::transport).orElse(ProbeTransport.UDP);
    int port = one.port() == 0 ? transport.port() : one.port();
    return switch (reachable.find(one.host())) {
      case Reachable.Way.Open(IpAddress address) ->
          new Found.Allowed(new ProbeTarget(transport, address, port, one.host(), path));
      case Reachable.Way.Closed _ -> new Found.Forbidden(one.host());
      case Reachable.Way.Unknown _ -> new Found.Unknown(one.host());
    };
  }

  /**
   * {@return the target of these parts, of which nothing is looked up}
   *
   * @param transport its word
   * @param address an address, written out
   * @param port 1 to 65535
   * @param name the name to ask for
   * @param path a WebSocket's path
   */
  public static Optional<ProbeTarget> of(
      String transport, String address, int port, String name, String path) {
    Optional<IpAddress> literal = IpAddress.of(address);
    return literal.isEmpty()
        ? Optional.empty()
        : ProbeTransport.parse(transport)
            .map(it -> new ProbeTarget(it, literal.get(), port, name, path));
  }

  /** What a text names: a port of 0 is none. */
  record Place(String host, int port, Optional<ProbeTransport> transport) {}

  /** {@return what a text names, if it names a place} */
  static Optional<Place> place(String text) {
    if (IpAddress.of(text).isPresent()) {
      return Optional.of(new Place(text, 0, Optional.empty()));
    }
    boolean uri = text.regionMatches(true, 0, "sip:", 0, 4);
    boolean secure = text.regionMatches(true, 0, "sips:", 0, 5);
    Optional<Place> place =
        uri || secure
            ? SipUris.parse(text).flatMap(it -> of(it, secure))
            : SipUris.hostAndPort(text)
                .map(it -> new Place(it.host(), it.port(), Optional.empty()));
    return place.filter(
        it -> NAME.matcher(it.host()).matches() || IpAddress.of(it.host()).isPresent());
  }

  private static Optional<Place> of(SipUri uri, boolean secure) {
    Optional<String> word = Optional.ofNullable(uri.parameters().get("transport"));
    Optional<ProbeTransport> named = word.flatMap(ProbeTransport::parse);
    if (word.isPresent() && named.isEmpty()) {
      return Optional.empty();
    }
    Optional<ProbeTransport> transport =
        !secure
            ? named
            : Optional.of(
                named.filter(ProbeTransport::webSocket).isPresent()
                    ? ProbeTransport.WSS
                    : ProbeTransport.TLS);
    return Optional.of(new Place(uri.host(), uri.port(), transport));
  }
}
