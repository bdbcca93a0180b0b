package dev.opensipsmcp.mi.replay;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * One exchange with a real server, as it was recorded.
 *
 * @param number its place in the recording, from 1
 * @param json the recording's fields
 */
public record Recording(String name, int number, JsonObject json) {

  /** {@return all exchanges of a resource such as {@code http-3.6}} */
  public static List<Recording> all(String name) {
    String resource = "/dev/opensipsmcp/mi/" + name + ".jsonl.gz";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Recording.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      int[] number = {0};
      return lines
          .lines()
          .map(line ->
              new Recording(name, ++number[0], JsonParser.parseString(line).getAsJsonObject()))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** {@return a field's text, when it is there} */
  public Optional<String> text(String field) {
    return Optional.ofNullable(json.get(field))
        .filter(value -> value.isJsonPrimitive())
        .map(value -> value.getAsString());
  }

  /** {@return whether a field says yes} */
  public boolean is(String field) {
    return json.has(field);
  }

  /** {@return the request as JSON, when it was one object; over a pipe, after the pipe's name} */
  public Optional<JsonObject> request() {
    return text("request").map(Recording::withoutPipe).flatMap(Recording::object);
  }

  private static String withoutPipe(String request) {
    return request.startsWith(":") ? request.substring(request.indexOf(':', 1) + 1) : request;
  }

  /** {@return the answer as JSON, when it was one object} */
  public Optional<JsonObject> answer() {
    return text("body").flatMap(Recording::object);
  }

  private static Optional<JsonObject> object(String text) {
    try {
      return JsonParser.parseString(text) instanceof JsonObject object
          ? Optional.of(object)
          : Optional.empty();
    } catch (com.google.gson.JsonParseException notJson) {
      return Optional.empty();
    }
  }

  /**
   * {@return whether this client would send such a request: one object, named parameters, an id}
   */
  public boolean inGoodForm() {
    return request().filter(Recording::inGoodForm).isPresent();
  }

  private static boolean inGoodForm(JsonObject request) {
    boolean known =
        request.has("method")
            && request.has("id")
            && request.has("jsonrpc")
            && request.get("method").isJsonPrimitive();
    return known && (!request.has("params") || request.get("params").isJsonObject());
  }

  @Override
  public String toString() {
    return name + " " + number + " " + text("case").orElse("") + " " + text("request").orElse("");
  }
}
