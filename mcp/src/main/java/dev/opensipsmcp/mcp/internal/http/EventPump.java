package dev.opensipsmcp.mcp.internal.http;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Optional;

/** Moves messages from an outbox into a stream that was begun, until the outbox ends. */
final class EventPump {
  private EventPump() {}

  /**
   * Pumps on the calling thread.
   *
   * @param channel where to
   * @param outbox where from
   * @param timing when to give signs of life
   * @throws IOException when the client is gone
   */
  static void run(Channel channel, Outbox outbox, Timing timing)
      throws IOException, InterruptedException {
    while (!outbox.drained()) {
      Optional<JsonObject> next = outbox.take(timing.heartbeat());
      if (next.isPresent()) {
        channel.event(next.get());
      } else if (!outbox.drained()) {
        channel.heartbeat();
      }
    }
    channel.endStream();
  }
}
