package dev.opensipsmcp.mcp.internal.http;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;

/** Writes a request down as the bytes that go over the wire. */
final class RawRequest {
  private RawRequest() {}

  /** {@return the request as text, for a server on this machine} */
  static String of(HttpRequest request) {
    Body body = new Body();
    request.bodyPublisher().orElseThrow().subscribe(body);
    StringBuilder text = new StringBuilder();
    text.append(request.method()).append(' ').append(request.uri().getPath());
    text.append(" HTTP/1.1\r\nHost: localhost\r\n");
    request
        .headers()
        .map()
        .forEach((name, values) -> header(text, name, String.join(", ", values)));
    header(text, "Content-Length", String.valueOf(body.text.length()));
    return text.append("\r\n").append(body.text).toString();
  }

  private static void header(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append("\r\n");
  }

  /** Collects a body that is published at once, as those of strings are. */
  private static final class Body implements Flow.Subscriber<ByteBuffer> {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
      text.append(StandardCharsets.US_ASCII.decode(bytes));
    }

    @Override
    public void onError(Throwable failure) {
      throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {}
  }
}
