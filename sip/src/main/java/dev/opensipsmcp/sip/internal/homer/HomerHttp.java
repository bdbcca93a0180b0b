package dev.opensipsmcp.sip.internal.homer;

import dev.opensipsmcp.sip.homer.HomerAccess;
import dev.opensipsmcp.sip.trace.TraceError.Kind;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends requests: no redirects, answers bounded in size and in time to their last byte, withdrawn
 * when the caller withdraws.
 */
final class HomerHttp implements AutoCloseable {
  private static final int LOOK_EVERY_MS = 50;
  private static final int ERROR_BYTES = 64 << 10;

  private final HomerAccess access;
  private final String base;
  private Optional<HttpClient> client = Optional.empty();

  HomerHttp(HomerAccess access) {
    String scheme = String.valueOf(access.url().getScheme());
    if ((!scheme.equals("http") && !scheme.equals("https")) || access.url().getHost() == null) {
      throw new IllegalArgumentException("Homer's address is no http or https one");
    }
    this.access = access;
    String url = access.url().toString();
    this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /**
   * What came back.
   *
   * @param status the HTTP status
   * @param bytes how many bytes of body went to the sink, when the status says success
   * @param error the body, when it does not
   */
  record Reply(int status, long bytes, String error) {
    boolean success() {
      return status / 100 == 2;
    }
  }

  /**
   * Sends a request.
   *
   * @param method the HTTP method
   * @param path the path behind the address
   * @param body JSON; empty for none
   * @param headers headers by name
   * @param sink takes the body of a success
   * @param most the largest body, in bytes
   * @param watch withdraws
   */
  Reply send(
      String method,
      String path,
      String body,
      Map<String, String> headers,
      OutputStream sink,
      long most,
      Watch watch)
      throws HomerFailure {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Accept", "application/json, application/octet-stream, */*;q=0.1")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    CompletableFuture<HttpResponse<Long>> answer =
        client()
            .sendAsync(
                request.build(),
                info ->
                    info.statusCode() / 100 == 2
                        ? new Limited(sink, most)
                        : new Limited(error, ERROR_BYTES));
    HttpResponse<Long> response = await(answer, most, watch);
    return new Reply(
        response.statusCode(), response.body(), error.toString(StandardCharsets.UTF_8));
  }

  private HttpResponse<Long> await(
      CompletableFuture<HttpResponse<Long>> answer, long most, Watch watch) throws HomerFailure {
    long end = System.nanoTime() + access.timeout().toNanos();
    try {
      while (true) {
        try {
          return answer.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          if (watch.cancelled()) {
            throw withdrawn();
          }
          if (System.nanoTime() - end > 0) {
            throw late();
          }
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw withdrawn();
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause(), most);
    } finally {
      answer.cancel(true);
    }
  }

  static HomerFailure withdrawn() {
    return new HomerFailure(Kind.CANCELLED, "The caller withdrew.", "Ask again when it is wanted.");
  }

  private HomerFailure late() {
    return new HomerFailure(
        Kind.TIMEOUT,
        "Homer did not answer within " + access.timeout().toMillis() + " ms.",
        "Narrow the time or the search, or have homer.timeout_ms raised.");
  }

  private HomerFailure failure(Throwable cause, long most) {
    return switch (cause) {
      case Limited.TooLarge _ ->
          new HomerFailure(
              Kind.TOO_LARGE,
              "Homer's answer is larger than " + most + " bytes.",
              "Narrow the time or the search, or ask for fewer calls at once.");
      case Limited.SinkFailed _ ->
          new HomerFailure(
              Kind.UNREADABLE,
              "What Homer sent could not be written here.",
              "Check that the disk has room, and the rights of the directory.");
      case HttpTimeoutException _ -> late();
      case ConnectException _ ->
          new HomerFailure(
              Kind.UNREACHABLE,
              "Nothing accepts connections at Homer's address.",
              "Check homer.url, and that the server runs.");
      case SSLException _ ->
          new HomerFailure(
              Kind.UNREACHABLE,
              "Homer's TLS certificate or handshake was not accepted.",
              "Check homer.url, and name the authority in homer.ca_file.");
      default ->
          new HomerFailure(
              Kind.UNREACHABLE,
              "The connection to Homer broke before its answer was complete.",
              "Try again; when it stays so, look at the server's log.");
    };
  }

  private synchronized HttpClient client() throws HomerFailure {
    if (client.isEmpty()) {
      client = Optional.of(make());
    }
    return client.get();
  }

  private HttpClient make() throws HomerFailure {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(access.timeout());
    if (access.certificates().isPresent()) {
      try {
        builder.sslContext(Trust.in(access.certificates().get()));
      } catch (IOException | GeneralSecurityException _) {
        throw new HomerFailure(
            Kind.UNREADABLE,
            "The file of trusted authorities for Homer can't be read.",
            "Check homer.ca_file: a PEM file of certificates.");
      }
    }
    return builder.build();
  }

  @Override
  public synchronized void close() {
    client.ifPresent(HttpClient::shutdownNow);
    client = Optional.empty();
  }
}
