package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.internal.homer.Trust;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

/** Makes clients for single requests: no credentials, and no redirect followed. */
final class PlainHttp {
  private PlainHttp() {}

  /**
   * {@return a client}
   *
   * @param certificates a PEM file of the authorities to trust instead of the usual ones
   * @param timeout how long connecting may take
   * @throws IOException when the file can't be read
   * @throws GeneralSecurityException when it holds no certificates
   */
  static HttpClient client(Optional<Path> certificates, Duration timeout)
      throws IOException, GeneralSecurityException {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout);
    if (certificates.isPresent()) {
      builder.sslContext(Trust.in(certificates.get()));
    }
    return builder.build();
  }
}
