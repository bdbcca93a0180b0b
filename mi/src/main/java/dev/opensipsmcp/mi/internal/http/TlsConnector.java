package dev.opensipsmcp.mi.internal.http;

import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Opens TLS connections; the node's certificate must be trusted and name the node's host. */
final class TlsConnector implements Connector {
  private final Connector plain;
  private final String host;
  private final int port;
  private final Duration patience;
  private final Optional<Path> authorities;
  private volatile @Nullable SSLSocketFactory sockets;

  TlsConnector(
      Connector plain, String host, int port, Duration patience, Optional<Path> authorities) {
    this.plain = plain;
    this.host = host;
    this.port = port;
    this.patience = patience;
    this.authorities = authorities;
  }

  /** Made with the first connection, since that takes a while and the file may be wrong. */
  private SSLSocketFactory sockets() throws ChannelException {
    SSLSocketFactory made = sockets;
    if (made == null) {
      made =
          authorities.isPresent()
              ? trusting(authorities.get())
              : (SSLSocketFactory) SSLSocketFactory.getDefault();
      sockets = made;
    }
    return made;
  }

  private static SSLSocketFactory trusting(Path file) throws ChannelException {
    try (InputStream pem = Files.newInputStream(file)) {
      Collection<? extends Certificate> authorities =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (authorities.isEmpty()) {
        throw new ChannelException(
            Reach.NOT_SENT,
            file + " holds no certificate",
            "Give a PEM file with the certificate of the authority to trust.");
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate authority : authorities) {
        store.setCertificateEntry("authority-" + number++, authority);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (ChannelException known) {
      throw known;
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new ChannelException(
          Reach.NOT_SENT,
          "The trusted certificates can't be read from " + file + ": " + unreadable.getMessage(),
          "Check that the file exists, may be read, and holds PEM certificates.");
    }
  }

  @Override
  public Socket connect() throws IOException {
    SSLSocketFactory factory = sockets();
    Socket socket = plain.connect();
    try {
      socket.setSoTimeout((int) patience.toMillis());
      SSLSocket secure = (SSLSocket) factory.createSocket(socket, host, port, true);
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secure.setSSLParameters(parameters);
      secure.startHandshake();
      return secure;
    } catch (SocketTimeoutException late) {
      // What listens there may wait for the rest of a plain request that never comes.
      socket.close();
      throw new ChannelException(
          Reach.NOT_SENT,
          host + ":" + port + " answered no TLS handshake in time",
          "Check that this port speaks TLS; give http:// if it does not.");
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }
}
