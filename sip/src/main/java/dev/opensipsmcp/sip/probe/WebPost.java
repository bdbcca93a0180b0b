package dev.opensipsmcp.sip.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts JSON to one address, again and again: without credentials, no redirect followed, nothing
 * kept of the answer but its status. Used by one thread at a time.
 */
public final class WebPost implements AutoCloseable {
  private final HttpClient client;
  private final URI address;
  private final Duration timeout;

  /**
   * Makes it; nothing is sent yet.
   *
   * @param address http or https, as the settings checked it
   * @param certificates a PEM file of the authorities to trust instead of the usual ones
   * @param timeout how long a post and its whole answer may take
   * @throws IllegalArgumentException when the file of authorities can't be read
   */
  public WebPost(URI address, Optional<Path> certificates, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
    try {
      client = PlainHttp.client(certificates, timeout);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          certificates.map(Path::toString).orElse("") + " holds no certificates.", e);
    }
  }

  /**
   * {@return the HTTP status of the answer; empty when none came in time}
   *
   * @throws InterruptedException when the post is not to go on
   */
  public OptionalInt post(byte[] json) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json))
            .build();
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      return OptionalInt.of(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode());
    } catch (TimeoutException | ExecutionException _) {
      return OptionalInt.empty();
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
