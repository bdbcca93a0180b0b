package dev.opensipsmcp.lab.internal.wire;

import com.google.gson.JsonNull;
import dev.opensipsmcp.lab.LabSettings;
import dev.opensipsmcp.lab.Received;
import dev.opensipsmcp.lab.internal.rpc.Cut;
import dev.opensipsmcp.lab.internal.rpc.Engine;
import dev.opensipsmcp.lab.internal.rpc.Envelope;
import dev.opensipsmcp.lab.internal.rpc.Payload;
import dev.opensipsmcp.lab.internal.rpc.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Answers the requests of one connection. */
final class HttpExchange {
  /** The largest body that 3.6 and 4.0 take by default, in bytes. */
  private static final int BODY_LIMIT = 1024;

  /** Recorded: 5 kB are refused, 100 kB get no answer. The border between is not known. */
  private static final int SILENT_FROM = 32_768;

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Engine engine;
  private final LabSettings settings;
  private final Runnable stall;
  private final Socket socket;
  private final OutputStream out;
  private final HttpResponse response;

  HttpExchange(
      Engine engine, LabSettings settings, Runnable stall, Socket socket, OutputStream out) {
    this.engine = engine;
    this.settings = settings;
    this.stall = stall;
    this.socket = socket;
    this.out = out;
    this.response = new HttpResponse(out, settings.clock());
  }

  /** Reads and forgets until the client closes. */
  static void drain(InputStream in) throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  /** Answers; false when the connection ends with it. */
  boolean answer(HttpRequest request) throws IOException {
    if (!allowed(request)) {
      page(401, true, "WWW-Authenticate: Basic realm=\"OpenSIPS MI\"\r\n", "Unauthorized", true);
      return false;
    }
    boolean get = request.method().equals("GET");
    if (!get && !request.method().equals("POST")) {
      boolean withBody = !request.method().equals("HEAD");
      page(406, true, "", "Unsupported HTTP request!", withBody);
      return false;
    }
    if (!request.path().equals("/mi") && !request.path().startsWith("/mi/")) {
      page(400, request.closes(), "", "Unable to parse URL!", true);
      return !request.closes();
    }
    return get ? bodiless(405, true) : post(request);
  }

  private boolean allowed(HttpRequest request) {
    return settings
        .basicAuth()
        .map(auth ->
            ("Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            (auth.user() + ":" + auth.password()).getBytes(StandardCharsets.UTF_8)))
                .equals(request.header("authorization").orElse("")))
        .orElse(true);
  }

  private boolean post(HttpRequest request) throws IOException {
    String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith(FORM)) {
      return bodiless(400, request.closes());
    }
    if (!type.startsWith(JSON)) {
      return false;
    }
    if (request.bodyBytes() >= SILENT_FROM) {
      return silence();
    }
    if (request.bodyBytes() == 0 || request.bodyBytes() > BODY_LIMIT) {
      return bodiless(400, request.closes());
    }
    return send(engine.take(request.body(), Received.Transport.HTTP), request.closes());
  }

  private boolean send(Reply reply, boolean closes) throws IOException {
    return switch (reply) {
      case Reply.Answer answer -> json(answer.body(), closes);
      case Reply.NotJson _ -> json(Envelope.parseError(), closes);
      case Reply.Batch _ -> json(Envelope.invalidRequest(JsonNull.INSTANCE), closes);
      case Reply.Bodiless bodiless -> bodiless(bodiless.status(), closes);
      case Reply.Html html -> {
        page(html.status(), closes, "", "It works!", true);
        yield !closes;
      }
      case Reply.Silence _ -> silence();
      case Reply.Hangup _ -> false;
      case Reply.Broken broken -> reset(broken, closes);
    };
  }

  private boolean json(Payload body, boolean closes) throws IOException {
    response.send(200, JSON, closes, "", body, body.length());
    return !closes;
  }

  private boolean reset(Reply.Broken broken, boolean closes) throws IOException {
    Payload part = new Cut(broken.body(), broken.bytes());
    response.send(200, JSON, closes, "", part, broken.body().length());
    socket.setSoLinger(true, 0);
    return false;
  }

  private boolean bodiless(int status, boolean closes) throws IOException {
    response.begin(status, closes);
    stall.run();
    response.end();
    return !closes;
  }

  private boolean silence() throws IOException {
    drain(socket.getInputStream());
    return false;
  }

  private void page(int status, boolean closes, String more, String text, boolean withBody)
      throws IOException {
    byte[] body = ("<html><body>" + text + "</body></html>").getBytes(StandardCharsets.US_ASCII);
    Payload sent = new Payload.Bytes(withBody ? body : new byte[0]);
    response.send(status, "text/html", closes, more, sent, body.length);
    out.flush();
  }
}
