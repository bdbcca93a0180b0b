package dev.opensipsmcp.server.toolset.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The authorities that chains are held against.
 *
 * @param file a PEM file of them; those that Java trusts without it
 */
record Authorities(Optional<Path> file) {

  /**
   * {@return why they do not trust a chain; nothing when they do}
   *
   * @throws IOException when the authorities can't be read
   */
  Optional<String> doubt(List<X509Certificate> chain) throws IOException {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      if (file.isPresent()) {
        List<X509Certificate> trusted = StoredCertificate.all(Files.readString(file.get()));
        for (int at = 0; at < trusted.size(); at++) {
          store.setCertificateEntry("authority-" + at, trusted.get(at));
        }
        factory.init(store);
      } else {
        factory.init((KeyStore) null);
      }
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager one) {
          one.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
        }
      }
      return Optional.empty();
    } catch (CertificateException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }
}
