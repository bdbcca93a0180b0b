package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.internal.probe.ShownChain;
import dev.opensipsmcp.sip.net.IpAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * What a server showed in a TLS handshake. Nothing is sent over the connection behind it.
 *
 * @param protocol the version agreed on
 * @param cipher the cipher suite agreed on
 * @param chain the certificates, as they came
 */
public record TlsHandshake(String protocol, String cipher, List<X509Certificate> chain) {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  public TlsHandshake {
    chain = List.copyOf(chain);
  }

  /**
   * {@return what the server shows}
   *
   * @param address where it is
   * @param port its port
   * @param name the name to ask for, if it is one
   * @throws IOException when nobody answers, or no TLS comes about within ten seconds
   */
  public static TlsHandshake with(IpAddress address, int port, Optional<String> name)
      throws IOException {
    ShownChain shown = new ShownChain();
    try (Socket plain = new Socket()) {
      Thread guard = Thread.ofVirtual().start(() -> endLate(plain));
      try {
        plain.connect(new InetSocketAddress(address.inet(), port), (int) LIMIT.toMillis());
        plain.setSoTimeout((int) LIMIT.toMillis());
        return shake(over(plain, port, name.orElse(address.toString()), shown), shown);
      } finally {
        guard.interrupt();
      }
    }
  }

  /**
   * {@return TLS over a connection that stands, before its handshake}
   *
   * @param plain the connection
   * @param port the port it goes to
   * @param name the name to ask for; an address is not asked for
   * @param shown takes the certificates
   * @throws IOException when this Java has no TLS
   */
  public static SSLSocket over(Socket plain, int port, String name, ShownChain shown)
      throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {shown}, new SecureRandom());
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, name, port, false);
      SSLParameters parameters = socket.getSSLParameters();
      boolean literal = name.indexOf(':') >= 0 || name.matches("[0-9.]+");
      parameters.setServerNames(literal ? List.of() : List.of(new SNIHostName(name)));
      socket.setSSLParameters(parameters);
      return socket;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    } catch (IllegalArgumentException e) {
      throw new IOException("TLS can't ask for the name " + name, e);
    }
  }

  private static TlsHandshake shake(SSLSocket socket, ShownChain shown) throws IOException {
    try {
      socket.startHandshake();
    } catch (IOException e) {
      // A server that wants a certificate of ours has shown its own already.
      if (shown.chain().isEmpty()) {
        throw e;
      }
    }
    SSLSession session = socket.getHandshakeSession();
    SSLSession agreed = session == null ? socket.getSession() : session;
    return new TlsHandshake(agreed.getProtocol(), agreed.getCipherSuite(), shown.chain());
  }

  /** A server that sends byte after byte would hold a read time-out off for ever. */
  private static void endLate(Socket plain) {
    try {
      Thread.sleep(LIMIT);
      plain.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // The handshake came to its end.
    } catch (IOException _) {
      // It is closed all the same.
    }
  }
}
