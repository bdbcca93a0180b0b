package dev.opensipsmcp.mcp.internal.http;

import java.io.IOException;
import java.util.Optional;

/**
 * Tells a browser that a page whose origin was let in may use the answer (CORS). Foreign origins
 * never come this far.
 */
final class Browsers {
  private Browsers() {}

  /** Lets the page read the answer. */
  static void allow(Channel channel) {
    Optional<String> origin = channel.header("Origin");
    if (origin.isPresent()) {
      channel.answerHeader("Access-Control-Allow-Origin", origin.get());
      channel.answerHeader("Vary", "Origin");
      channel.answerHeader("Access-Control-Expose-Headers", "Mcp-Session-Id, WWW-Authenticate");
    }
  }

  /** Answers the question that a browser asks before it sends a request of a page. */
  static void preflight(Channel channel) throws IOException {
    if (channel.header("Origin").isPresent()) {
      channel.answerHeader("Access-Control-Allow-Methods", "POST, GET, DELETE");
      channel
          .header("Access-Control-Request-Headers")
          .ifPresent(names -> channel.answerHeader("Access-Control-Allow-Headers", names));
      channel.answerHeader("Access-Control-Max-Age", "600");
    }
    channel.empty(204);
  }
}
