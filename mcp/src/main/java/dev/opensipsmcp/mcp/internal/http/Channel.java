package dev.opensipsmcp.mcp.internal.http;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.JsonText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * One HTTP request and its response: either one JSON message, or a stream of server-sent events.
 * For use by one thread. Writing waits until the client took the bytes; a client that is gone or
 * stalls is an {@link IOException}.
 */
final class Channel {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final Request request;
  private final Response response;

  Channel(Request request, Response response) {
    this.request = request;
    this.response = response;
  }

  Request request() {
    return request;
  }

  String method() {
    return request.getMethod();
  }

  /** {@return the value of a request header, if it was sent} */
  Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  /** Sets a response header; before anything is written. */
  void answerHeader(String name, String value) {
    response.getHeaders().put(name, value);
  }

  /** {@return whether something was sent, so that the status can't be changed any more} */
  boolean begun() {
    return response.isCommitted();
  }

  /** Answers with a status and no body. */
  void empty(int status) throws IOException {
    response.setStatus(status);
    Content.Sink.write(response, true, NOTHING.duplicate());
  }

  /** Answers with one JSON-RPC message. */
  void json(Answer answer) throws IOException {
    byte[] body = JsonText.write(answer.message()).getBytes(StandardCharsets.UTF_8);
    response.setStatus(answer.httpStatus());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    Content.Sink.write(response, true, ByteBuffer.wrap(body));
  }

  /** Answers that HTTP itself was not used as it must be. */
  void refuse(int status, String reason) throws IOException {
    json(Answer.error(JsonNull.INSTANCE, RpcError.of(RpcError.INVALID_REQUEST, reason), status));
  }

  /** Begins a stream of events; the headers go out with the first of them. */
  void beginStream() {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, no-transform");
    response.getHeaders().put("X-Accel-Buffering", "no");
  }

  /** Sends a message as an event. */
  void event(JsonObject message) throws IOException {
    event("message", JsonText.write(message));
  }

  /**
   * Sends an event.
   *
   * @param name its type
   * @param data one line
   */
  void event(String name, String data) throws IOException {
    write("event: " + name + "\ndata: " + data + "\n\n");
  }

  /** Sends a comment, which clients ignore; it keeps proxies patient and finds out lost clients. */
  void heartbeat() throws IOException {
    write(":\n\n");
  }

  /** Ends a stream. */
  void endStream() throws IOException {
    Content.Sink.write(response, true, NOTHING.duplicate());
  }

  private void write(String text) throws IOException {
    Content.Sink.write(response, false, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
