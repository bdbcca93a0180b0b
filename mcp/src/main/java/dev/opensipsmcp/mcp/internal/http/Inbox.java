package dev.opensipsmcp.mcp.internal.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.JsonText;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Takes the one message out of a POST, or answers why it can't. */
final class Inbox {
  private static final int DISCARD_FACTOR = 16;
  private static final Duration DISCARD_PATIENCE = Duration.ofSeconds(2);

  private final int mostBytes;
  private final Timing timing;

  /**
   * Makes an inbox.
   *
   * @param mostBytes the largest message taken
   * @param timing how long it may take
   */
  Inbox(int mostBytes, Timing timing) {
    this.mostBytes = mostBytes;
    this.timing = timing;
  }

  /** {@return the message; nothing when there was none and that was answered} */
  Optional<Message> read(Channel channel) throws IOException {
    if (!Accepts.isJson(channel.header("Content-Type").orElse(""))) {
      channel.refuse(415, "The Content-Type must be application/json.");
      return Optional.empty();
    }
    Optional<byte[]> body = Body.read(channel.request(), mostBytes, timing.stalled());
    if (body.isEmpty()) {
      channel.answerHeader("Connection", "close");
      channel.refuse(413, "The message has more than " + mostBytes + " bytes; send less at once.");
      Body.discard(channel.request(), (long) DISCARD_FACTOR * mostBytes, DISCARD_PATIENCE);
      return Optional.empty();
    }
    return parse(channel, body.get());
  }

  private static Optional<Message> parse(Channel channel, byte[] body) throws IOException {
    JsonElement json;
    try {
      json = JsonText.read(body, 0, body.length);
    } catch (JsonParseException e) {
      RpcError error =
          RpcError.of(RpcError.PARSE_ERROR, "The body is not one JSON value in UTF-8.");
      channel.json(Answer.error(JsonNull.INSTANCE, error, 400));
      return Optional.empty();
    }
    Message message = Message.of(json);
    if (message instanceof Message.Malformed malformed) {
      channel.json(Answer.error(malformed.id(), malformed.error(), 400));
      return Optional.empty();
    }
    return Optional.of(message);
  }
}
