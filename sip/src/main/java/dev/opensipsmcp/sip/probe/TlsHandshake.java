package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.net.IpAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

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
    Seen seen = new Seen();
    try (Socket plain = new Socket()) {
      Thread guard = Thread.ofVirtual().start(() -> endLate(plain));
      try {
        plain.connect(new InetSocketAddress(address.inet(), port), (int) LIMIT.toMillis());
        plain.setSoTimeout((int) LIMIT.toMillis());
        return shake(plain, port, name, seen);
      } finally {
        guard.interrupt();
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static TlsHandshake shake(Socket plain, int port, Optional<String> name, Seen seen)
      throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {seen}, new SecureRandom());
    String peer = name.orElse(plain.getInetAddress().getHostAddress());
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, peer, port, false);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setServerNames(
        name.stream().<javax.net.ssl.SNIServerName>map(SNIHostName::new).toList());
    socket.setSSLParameters(parameters);
    try {
      socket.startHandshake();
    } catch (IOException e) {
      // A server that wants a certificate of ours has shown its own already.
      if (seen.chain.isEmpty()) {
        throw e;
      }
    }
    SSLSession session = socket.getHandshakeSession();
    SSLSession agreed = session == null ? socket.getSession() : session;
    return new TlsHandshake(agreed.getProtocol(), agreed.getCipherSuite(), seen.chain);
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

  /** Takes every chain, to look at it; nothing confidential goes over such a connection. */
  private static final class Seen extends X509ExtendedTrustManager {
    private final List<X509Certificate> chain = new ArrayList<>();

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String kind) {
      chain.clear();
      chain.addAll(List.of(shown));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String kind, Socket socket) {
      checkServerTrusted(shown, kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String kind, SSLEngine engine) {
      checkServerTrusted(shown, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String kind) {
      throw new IllegalStateException("This is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String kind, Socket socket) {
      checkClientTrusted(shown, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String kind, SSLEngine engine) {
      checkClientTrusted(shown, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
