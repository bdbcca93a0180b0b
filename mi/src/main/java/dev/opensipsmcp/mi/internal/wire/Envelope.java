package dev.opensipsmcp.mi.internal.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A JSON-RPC 2.0 request and its answer as OpenSIPS takes and gives them. */
public final class Envelope {
  private Envelope() {}

  /**
   * Writes a request. Empty parameters are left out; {@code params: null} would be refused.
   *
   * @param method the command on the wire
   * @param params its named parameters
   * @param id an id within 32 bits; OpenSIPS cuts longer ones
   * @return one JSON object, never a batch: batches end servers
   */
  public static byte[] request(String method, JsonObject params, int id) {
    StringBuilder text = new StringBuilder(128);
    text.append("{\"jsonrpc\":\"2.0\",\"method\":").append(new JsonPrimitive(method));
    if (!params.isEmpty()) {
      text.append(",\"params\":").append(params);
    }
    text.append(",\"id\":").append(id).append('}');
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Decodes an answer while it arrives. Its members may come in any order.
   *
   * @param body the answer's bytes
   * @param id the request's id
   * @param reader takes the result
   * @param <T> what the reader makes of it
   * @return the result or the node's error
   * @throws IOException when the answer breaks off, is malformed, or belongs to another request
   */
  public static <T> Reply<T> reply(InputStream body, int id, MiReader<T> reader)
      throws IOException {
    JsonReader json =
        new JsonReader(new InputStreamReader(JsonStart.of(body), StandardCharsets.UTF_8));
    Reply<T> reply = null;
    boolean mine = false;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "id" -> mine = isMine(Trees.read(json), id, reply);
        case "error" -> reply = error(Trees.read(json));
        case "result" -> {
          T value = reader.read(json);
          reply = new Reply.Result<>(value);
          if (!wasReadWhole(json)) {
            return reply;
          }
        }
        default -> json.skipValue();
      }
    }
    json.endObject();
    return checked(reply, mine);
  }

  private static <T> Reply<T> checked(@Nullable Reply<T> reply, boolean mine)
      throws ChannelException {
    if (reply instanceof Reply.Fault<T>) {
      return reply;
    }
    if (reply == null || !mine) {
      throw new ChannelException(
          Reach.UNSURE,
          reply == null
              ? "The answer has neither a result nor an error"
              : "The answer carries no id of this request",
          "Ask again; if it stays so, something between changes the answers.");
    }
    return reply;
  }

  private static boolean isMine(JsonElement answered, int id, @Nullable Reply<?> reply)
      throws ChannelException {
    if (answered.isJsonNull() && !(reply instanceof Reply.Result<?>)) {
      return false;
    }
    if (answered.isJsonPrimitive() && answered.getAsString().equals(Integer.toString(id))) {
      return true;
    }
    throw new ChannelException(
        Reach.UNSURE,
        "The answer belongs to another request: its id is " + cut(answered.toString()),
        "Ask again; if it stays so, something between mixes the answers up.");
  }

  private static <T> Reply<T> error(JsonElement error) throws ChannelException {
    if (error instanceof JsonObject object
        && object.get("code") instanceof JsonPrimitive code
        && code.isNumber()) {
      return new Reply.Fault<>(code.getAsInt(), text(object, "message"), text(object, "data"));
    }
    throw new ChannelException(
        Reach.UNSURE,
        "The answer's error has no code: " + cut(error.toString()),
        "Check that the address is OpenSIPS's MI.");
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    if (value == null || value.isJsonNull()) {
      return "";
    }
    return value.isJsonPrimitive() ? value.getAsString() : value.toString();
  }

  private static String cut(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private static boolean wasReadWhole(JsonReader json) throws IOException {
    if (!json.getPath().equals("$.result")) {
      return false;
    }
    JsonToken next = json.peek();
    return next == JsonToken.NAME || next == JsonToken.END_OBJECT;
  }
}
