package dev.opensipsmcp.sip.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What an HTTP server says to somebody without credentials. */
public sealed interface HttpLook {
  /**
   * It answered.
   *
   * @param status its status code
   * @param body the beginning of what it said, not to be trusted
   */
  record Answered(int status, String body) implements HttpLook {}

  /** It did not. */
  record Silent() implements HttpLook {}

  /** Characters of an answer that are looked at. */
  int MOST = 4_096;

  /**
   * {@return what it says to a JSON text}
   *
   * @param target where; its transport does not count
   * @param path from the slash on
   * @param json the text
   * @param timeout how long it may take
   */
  static HttpLook post(ProbeTarget target, String path, String json, Duration timeout) {
    URI uri = URI.create("http://" + ProbeTarget.place(target.address(), target.port()) + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      // The request's own limit ends with the headers; a body could come byte by byte.
      Thread guard = Thread.ofVirtual().start(() -> endLate(client, timeout));
      try {
        HttpResponse<InputStream> answer =
            client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
          byte[] bytes = body.readNBytes(MOST);
          return new Answered(answer.statusCode(), new String(bytes, StandardCharsets.UTF_8));
        }
      } finally {
        guard.interrupt();
        client.shutdownNow();
      }
    } catch (IOException _) {
      return new Silent();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Silent();
    }
  }

  private static void endLate(HttpClient client, Duration timeout) {
    try {
      Thread.sleep(timeout);
      client.shutdownNow();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // The answer came.
    }
  }
}
