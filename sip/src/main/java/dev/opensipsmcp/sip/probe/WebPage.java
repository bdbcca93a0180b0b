package dev.opensipsmcp.sip.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Looks whether a web page is there: one GET without credentials, no redirect followed, at most 64
 * KiB of the page read.
 *
 * @param url the page, http or https, as the settings checked it
 * @param certificates a PEM file of the authorities to trust instead of the usual ones
 * @param timeout how long the whole of it may take
 */
public record WebPage(String url, Optional<Path> certificates, Duration timeout) {
  private static final int MOST = 64 << 10;

  /** What came of it. */
  public sealed interface Answer {
    /**
     * Something answered.
     *
     * @param status the HTTP status
     * @param location where it leads, when it is a redirect; empty else
     * @param body the page's beginning, as UTF-8; comes from outside
     * @param took how long it took
     */
    record Page(int status, String location, String body, Duration took) implements Answer {}

    /**
     * Nothing did.
     *
     * @param why one sentence
     */
    record Silent(String why) implements Answer {}
  }

  /** Looks. */
  public Answer look() {
    HttpClient client;
    try {
      client = PlainHttp.client(certificates, timeout);
    } catch (IOException | GeneralSecurityException _) {
      return new Answer.Silent("The file of trusted authorities can't be read.");
    }
    try {
      return ask(client);
    } finally {
      client.shutdownNow();
    }
  }

  private Answer ask(HttpClient client) {
    long from = System.nanoTime();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/html").GET().build();
    CompletableFuture<Answer> answer =
        client
            .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
            .thenApplyAsync(response -> page(response, from));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return late();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Answer.Silent("The call was withdrawn.");
    } catch (ExecutionException e) {
      return failure(e.getCause() == null ? e : e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static Answer page(HttpResponse<InputStream> response, long from) {
    String body = "";
    try (InputStream in = response.body()) {
      body = new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
    } catch (IOException _) {
      // It answered; that its page broke off changes nothing about that.
    }
    return new Answer.Page(
        response.statusCode(),
        response.headers().firstValue("Location").orElse(""),
        body,
        Duration.ofNanos(System.nanoTime() - from));
  }

  private Answer late() {
    return new Answer.Silent("No answer came within " + timeout.toMillis() + " ms.");
  }

  private Answer failure(Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException _ -> late();
      case ConnectException _ -> new Answer.Silent("Nothing accepts connections there.");
      case SSLException _ ->
          new Answer.Silent("The TLS certificate or handshake was not accepted.");
      default -> new Answer.Silent("The connection broke before an answer was complete.");
    };
  }
}
