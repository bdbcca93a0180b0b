package dev.opensipsmcp.sip.probe;

import java.util.Locale;
import java.util.Optional;

/** What probes travel over (RFC 3261 section 18, RFC 7118). */
public enum ProbeTransport {
  UDP(5060),
  TCP(5060),
  TLS(5061),
  WS(80),
  WSS(443);

  private final int port;

  ProbeTransport(int port) {
    this.port = port;
  }

  /** {@return the port where a URI gives none} */
  public int port() {
    return port;
  }

  /** {@return whether what is sent arrives, so that nothing is sent again} */
  public boolean reliable() {
    return this != UDP;
  }

  /** {@return whether it goes over TLS} */
  public boolean secure() {
    return this == TLS || this == WSS;
  }

  /** {@return whether it is framed by a WebSocket} */
  public boolean webSocket() {
    return this == WS || this == WSS;
  }

  /** {@return the word for it in a URI, for example {@code udp}} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the transport of that word, whatever its case} */
  public static Optional<ProbeTransport> parse(String word) {
    for (ProbeTransport transport : values()) {
      if (transport.name().equalsIgnoreCase(word)) {
        return Optional.of(transport);
      }
    }
    return Optional.empty();
  }
}
