package dev.opensipsmcp.mcp.internal.http;

import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads the events of a stream, which a test then asks for one by one. */
final class EventReader implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final InputStream body;
  private final BlockingQueue<Optional<String>> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();

  EventReader(HttpResponse<InputStream> response) {
    if (!response.headers().firstValue("Content-Type").orElse("").equals("text/event-stream")) {
      throw new AssertionError("not a stream: " + response);
    }
    body = response.body();
    Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          events.add(Optional.of(line.substring(6)));
        } else if (line.startsWith(":")) {
          comments.add(line);
        }
      }
    } catch (IOException e) {
      // A broken stream is an ended one.
    } finally {
      events.add(Optional.empty());
    }
  }

  /** {@return the next event's data} */
  String next() throws InterruptedException {
    Optional<String> event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (event == null || event.isEmpty()) {
      throw new AssertionError(event == null ? "no event came" : "the stream ended");
    }
    return event.get();
  }

  /** {@return whether the stream ends now, without a further event} */
  boolean ended() throws InterruptedException {
    Optional<String> event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return event != null && event.isEmpty();
  }

  /** {@return whether the stream has ended already} */
  boolean gone() {
    return events.contains(Optional.<String>empty());
  }

  /** {@return whether a comment comes} */
  boolean beats() throws InterruptedException {
    return comments.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) != null;
  }

  /** {@return a string member of a JSON object} */
  static String field(String json, String name) {
    return JsonParser.parseString(json).getAsJsonObject().get(name).getAsString();
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
