package dev.opensipsmcp.server.toolset.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A TLS server on loopback that does nothing behind its handshakes. */
public final class TlsServer implements AutoCloseable {
  private final SSLServerSocket socket;
  private final AtomicInteger accepted = new AtomicInteger();

  private TlsServer(SSLServerSocket socket) {
    this.socket = socket;
  }

  /** {@return a server that shows a certificate, and wants one if told so} */
  public static TlsServer start(SelfMade made, boolean wants) throws IOException {
    try {
      char[] password = "test".toCharArray();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "key",
          made.keys().getPrivate(),
          password,
          StoredCertificate.all(made.pem()).toArray(Certificate[]::new));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, new SecureRandom());
      SSLServerSocket socket =
          (SSLServerSocket)
              context
                  .getServerSocketFactory()
                  .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
      socket.setNeedClientAuth(wants);
      TlsServer server = new TlsServer(socket);
      Thread.ofVirtual().start(server::serve);
      return server;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (SSLSocket peer = (SSLSocket) socket.accept()) {
        accepted.incrementAndGet();
        peer.startHandshake();
        peer.getInputStream().readNBytes(1);
      } catch (IOException _) {
        // The peer broke off, or the test is over.
      }
    }
  }

  /** {@return how many connections were accepted} */
  public int accepted() {
    return accepted.get();
  }

  /** {@return its port} */
  public int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
