package dev.opensipsmcp.mcp.internal.http;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.Call;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The response to a POST that carries a request. The request is served on a virtual thread of its
 * own, while the thread that holds the HTTP request writes what comes of it: one JSON message when
 * the answer comes first and soon, otherwise a stream of events that ends with the answer.
 */
final class PostResponse {
  private final Outbox outbox = new Outbox();
  private volatile @Nullable Answer answer;

  /** {@return where messages go that belong to the request} */
  Outbox outbox() {
    return outbox;
  }

  /**
   * Serves the request on a thread of its own.
   *
   * @param call the request
   * @param work serves it
   * @param served called when it is served, before its answer goes out
   */
  void serve(Call call, Supplier<Optional<Answer>> work, Runnable served) {
    Thread.ofVirtual()
        .name("mcp-http-call")
        .start(() -> {
          try {
            Optional<Answer> result;
            try {
              result = work.get();
            } finally {
              served.run();
            }
            result.ifPresent(it -> finish(call, it));
          } finally {
            outbox.close();
          }
        });
  }

  private void finish(Call call, Answer result) {
    answer = result;
    call.finish(result.message());
  }

  /**
   * Writes all that comes, to the end.
   *
   * @param channel where to
   * @param timing when to give signs of life
   * @throws IOException when the client is gone
   */
  void write(Channel channel, Timing timing) throws IOException, InterruptedException {
    try {
      Optional<JsonObject> first = outbox.take(timing.streamAfter());
      Answer whole = answer;
      if (first.isPresent() && whole != null && first.get().equals(whole.message())) {
        channel.json(whole);
        return;
      }
      channel.beginStream();
      if (first.isPresent()) {
        channel.event(first.get());
      }
      EventPump.run(channel, outbox, timing);
    } finally {
      outbox.close();
    }
  }
}
