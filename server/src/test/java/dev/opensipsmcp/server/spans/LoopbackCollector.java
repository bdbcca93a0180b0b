package dev.opensipsmcp.server.spans;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A collector of spans on loopback that answers what a test wants, and keeps what came. */
public final class LoopbackCollector implements AutoCloseable {
  private final ServerSocket socket;
  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile boolean held;

  private LoopbackCollector(ServerSocket socket) {
    this.socket = socket;
    Thread.ofVirtual().start(this::accept);
  }

  /** {@return a collector that takes everything} */
  public static LoopbackCollector start() throws IOException {
    return new LoopbackCollector(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  /** It answers that from now on. */
  public void answers(int code) {
    status = code;
  }

  /** It answers nothing until it is closed. */
  public void holds() {
    held = true;
  }

  /** {@return where it is} */
  public String address() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** {@return the next body that came; waits for it} */
  public String body() throws InterruptedException {
    String body = bodies.poll(60, TimeUnit.SECONDS);
    if (body == null) {
      throw new AssertionError("No span came within a minute.");
    }
    return body;
  }

  /** {@return the spans of a body} */
  public static List<JsonObject> spans(String body) {
    List<JsonObject> spans = new ArrayList<>();
    for (JsonElement resource :
        JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("resourceSpans")) {
      for (JsonElement scope : resource.getAsJsonObject().getAsJsonArray("scopeSpans")) {
        scope
            .getAsJsonObject()
            .getAsJsonArray("spans")
            .forEach(span -> spans.add(span.getAsJsonObject()));
      }
    }
    return spans;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException _) {
      // It is closed.
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      while (true) {
        String head = head(in);
        if (head.isEmpty()) {
          return;
        }
        int length =
            Integer.parseInt(
                head.toLowerCase(Locale.ROOT).replaceFirst("(?s).*content-length: (\\d+).*", "$1"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        int code = status;
        if (held) {
          bodies.add(body);
          released.await();
          return;
        }
        client
            .getOutputStream()
            .write(
                ("HTTP/1.1 " + code + " So\r\nContent-Length: 2\r\n\r\n{}")
                    .getBytes(StandardCharsets.UTF_8));
        bodies.add(head.lines().findFirst().orElse("").startsWith("POST /v1/traces") ? body : head);
      }
    } catch (IOException | InterruptedException _) {
      // The other side is gone, or the test is over.
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int read = in.read(); read >= 0; read = in.read()) {
      head.write(read);
      if (head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
        return head.toString(StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    released.countDown();
    socket.close();
  }
}
