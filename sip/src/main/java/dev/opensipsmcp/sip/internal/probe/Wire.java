package dev.opensipsmcp.sip.internal.probe;

import dev.opensipsmcp.sip.probe.ProbeTarget;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A way to a target and back. What comes is told to an inbox by a thread of its own. */
public interface Wire extends AutoCloseable {

  /**
   * What TLS came to.
   *
   * @param protocol the version
   * @param cipher the cipher suite
   * @param chain the certificates as they came, not checked
   */
  record Tls(String protocol, String cipher, List<X509Certificate> chain) {
    public Tls {
      chain = List.copyOf(chain);
    }
  }

  /** {@return host and port of this end, once the wire is ready} */
  String local();

  /** {@return what TLS came to, once the wire is ready} */
  default Optional<Tls> tls() {
    return Optional.empty();
  }

  /**
   * Sends a message.
   *
   * @throws IOException when it can't be sent
   */
  void send(byte[] message) throws IOException;

  @Override
  void close();

  /**
   * {@return a wire that is being made; the inbox is told when it is ready}
   *
   * @param target where to
   * @param timeout how long a connection may take
   * @param inbox is told
   * @throws IOException when this host has no way to begin
   */
  static Wire open(ProbeTarget target, Duration timeout, Inbox inbox) throws IOException {
    return switch (target.transport()) {
      case UDP -> UdpWire.open(target, inbox);
      case TCP, TLS, WS, WSS -> StreamWire.open(target, timeout, inbox);
    };
  }
}
