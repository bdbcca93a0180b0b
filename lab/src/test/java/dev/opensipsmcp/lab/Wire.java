package dev.opensipsmcp.lab;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that sees bytes. */
final class Wire {
  private static final int PATIENCE = 20_000;

  /** What came back: the head, the body, and whether the connection stayed silent or ended. */
  record Seen(String head, String body, boolean timedOut) {
    String statusLine() {
      int end = head.indexOf("\r\n");
      return end < 0 ? head : head.substring(0, end);
    }

    JsonElement json() {
      return JsonParser.parseString(body);
    }
  }

  private Wire() {}

  static JsonObject call(LabNode node, String method, String params) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + ",\"id\":1}";
    return post(node, body).json().getAsJsonObject();
  }

  static JsonElement result(LabNode node, String method, String params) {
    return call(node, method, params).get("result");
  }

  static Seen post(LabNode node, String body) {
    return send(node, request("POST", "/mi", "Content-Type: application/json\r\n", body), PATIENCE);
  }

  static String request(String method, String path, String headers, String body) {
    return method
        + ' '
        + path
        + " HTTP/1.1\r\nHost: lab\r\n"
        + headers
        + "Content-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  /** Sends bytes and reads one response, whose body must go on within the time. */
  static Seen send(LabNode node, String request, int millis) {
    return send(node, request, PATIENCE, millis);
  }

  /** Sends bytes to which no answer is expected within the time. */
  static Seen sendIntoSilence(LabNode node, String request, int millis) {
    return send(node, request, millis, millis);
  }

  private static Seen send(LabNode node, String request, int head, int body) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.miUrl().getPort())) {
      socket.setSoTimeout(head);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      if (request.contains("Expect: 100-continue")) {
        in.readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
      }
      return read(socket, request.startsWith("HEAD"), body);
    } catch (IOException e) {
      return new Seen("", "", false);
    }
  }

  private static Seen read(Socket socket, boolean headOnly, int millis) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      while (!complete(bytes.toString(StandardCharsets.UTF_8), headOnly)) {
        byte[] buffer = new byte[8192];
        int count = socket.getInputStream().read(buffer);
        if (count < 0) {
          return seen(bytes, false);
        }
        bytes.write(buffer, 0, count);
        socket.setSoTimeout(millis);
      }
      return seen(bytes, false);
    } catch (SocketTimeoutException e) {
      return seen(bytes, true);
    }
  }

  private static boolean complete(String text, boolean headOnly) {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    if (text.contains("Transfer-Encoding: chunked")) {
      return text.endsWith("\r\n\r\n0\r\n\r\n");
    }
    int at = text.indexOf("Content-Length: ") + "Content-Length: ".length();
    int length = Integer.parseInt(text.substring(at, text.indexOf("\r\n", at)));
    byte[] body = text.substring(end + 4).getBytes(StandardCharsets.UTF_8);
    return headOnly || body.length >= length;
  }

  private static Seen seen(ByteArrayOutputStream bytes, boolean timedOut) {
    String text = bytes.toString(StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    return end < 0
        ? new Seen(text, "", timedOut)
        : new Seen(text.substring(0, end), text.substring(end + 4), timedOut);
  }
}
