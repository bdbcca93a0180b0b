package dev.opensipsmcp.mcp.internal.http;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.HttpPage;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.JsonText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One HTTP request and its response: either one JSON message, or a stream of server-sent events.
 * For use by one thread. Writing waits until the client took the bytes; a client that is gone or
 * stalls is an {@link IOException}.
 */
final class Channel {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  /** What a client must take within the time allowed, in bytes. */
  private static final int PIECE = 64 << 10;

  private final Request request;
  private final Response response;
  private final Duration stalled;

  /**
   * Makes a channel.
   *
   * @param request the request
   * @param response its response
   * @param stalled how long a client may take nothing of what it is sent
   */
  Channel(Request request, Response response, Duration stalled) {
    this.request = request;
    this.stalled = stalled;
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
    write(true, NOTHING.duplicate());
  }

  /** Answers with one JSON-RPC message. */
  void json(Answer answer) throws IOException {
    byte[] body = JsonText.write(answer.message()).getBytes(StandardCharsets.UTF_8);
    response.setStatus(answer.httpStatus());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    write(true, ByteBuffer.wrap(body));
  }

  /** Answers with a page. */
  void page(HttpPage.Answer page) throws IOException {
    byte[] body = page.text().getBytes(StandardCharsets.UTF_8);
    response.setStatus(page.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    write(true, ByteBuffer.wrap(body));
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
    write(true, NOTHING.duplicate());
  }

  private void write(String text) throws IOException {
    write(false, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes in pieces, so that a large answer on a slow line is not taken for a client that stalls.
   * The connection of one that does is cut: its pending write could not be taken back otherwise.
   */
  private void write(boolean last, ByteBuffer bytes) throws IOException {
    int end = bytes.limit();
    do {
      int next = Math.min(end, bytes.position() + PIECE);
      bytes.limit(next);
      Callback.Completable written = new Callback.Completable();
      response.write(last && next == end, bytes, written);
      await(written);
      bytes.position(next);
    } while (bytes.position() < end);
  }

  private void await(Callback.Completable written) throws IOException {
    try {
      written.get(stalled.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("The client is gone.", e.getCause());
    } catch (TimeoutException e) {
      request.getConnectionMetaData().getConnection().getEndPoint().close(e);
      throw new IOException("The client stopped reading.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The server stops.");
    }
  }
}
