package dev.opensipsmcp.server.spans;

import dev.opensipsmcp.server.config.TracesEntry;
import dev.opensipsmcp.sip.probe.WebPost;
import java.time.Duration;
import java.util.Optional;

/**
 * A collector that is reached over HTTP. It connects when the first span comes, so that it costs a
 * start nothing. Used by one thread.
 */
final class WebCollector implements Collector {
  private static final int OK = 200;
  private static final int OTHER = 300;

  private final TracesEntry entry;
  private Optional<WebPost> post = Optional.empty();

  WebCollector(TracesEntry entry) {
    this.entry = entry;
  }

  @Override
  public boolean takes(byte[] json) throws InterruptedException {
    try {
      if (post.isEmpty()) {
        post =
            Optional.of(
                new WebPost(
                    entry.endpoint(), entry.certificates(), Duration.ofMillis(entry.timeoutMs())));
      }
      int status = post.get().post(json).orElse(0);
      return status >= OK && status < OTHER;
    } catch (IllegalArgumentException _) {
      return false; // Its file of authorities can't be read; that may be mended while we run.
    }
  }

  @Override
  public void close() {
    post.ifPresent(WebPost::close);
  }
}
