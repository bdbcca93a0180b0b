package dev.opensipsmcp.lab;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A request over HTTP that a real server was sent, and its answer. The dialogs that a request names
 * are marks such as {@code @C3@}: the Call-ID of the fourth dialog. Long lists of alike elements
 * are cut to one of each shape.
 */
record RecordedExchange(JsonObject json) {

  static List<RecordedExchange> of(String version) throws IOException {
    return read("recorded-" + version + ".jsonl.gz");
  }

  /** The calls of the commands that are not in the first set; of HTTP only the bodies are kept. */
  static List<RecordedExchange> others(String version) throws IOException {
    return read("others-" + version + ".jsonl.gz");
  }

  private static List<RecordedExchange> read(String resource) throws IOException {
    List<RecordedExchange> all = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(
                        RecordedExchange.class.getResourceAsStream(resource), resource)),
                StandardCharsets.UTF_8))) {
      Gson gson = new Gson();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        all.add(new RecordedExchange(gson.fromJson(line, JsonObject.class)));
      }
    }
    return all;
  }

  String title() {
    return text("command") + ", " + text("case") + ": " + text("body");
  }

  /** The command as it was sent. */
  String method() {
    JsonObject body = new Gson().fromJson(text("body"), JsonObject.class);
    return body.get("method").getAsString();
  }

  String text(String member) {
    return json.get(member).isJsonNull() ? "" : json.get(member).getAsString();
  }

  List<String> answerHeaders() {
    return json.getAsJsonArray("answer_headers").asList().stream()
        .map(header -> header.getAsString())
        .toList();
  }

  boolean endless() {
    return answerHeaders().contains("Transfer-Encoding: chunked");
  }

  /** The request's bytes, with the marks filled in. */
  String request(String body) {
    StringBuilder headers = new StringBuilder();
    json.getAsJsonArray("headers")
        .forEach(header -> headers.append(header.getAsString()).append("\r\n"));
    boolean chunked = headers.indexOf("Transfer-Encoding: chunked") >= 0;
    int size = body.getBytes(StandardCharsets.UTF_8).length;
    String protocol = json.get("http10").getAsBoolean() ? " HTTP/1.0" : " HTTP/1.1";
    return text("method")
        + ' '
        + text("path")
        + protocol
        + "\r\nHost: lab\r\n"
        + headers
        + (chunked ? "" : "Content-Length: " + size + "\r\n")
        + "\r\n"
        + (chunked ? Integer.toHexString(size) + "\r\n" + body + "\r\n0\r\n\r\n" : body);
  }
}
