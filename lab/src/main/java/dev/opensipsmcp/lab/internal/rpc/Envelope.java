package dev.opensipsmcp.lab.internal.rpc;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Wraps outcomes as the server does, members in the recorded order. */
public final class Envelope {
  private Envelope() {}

  /** {@return the answer to what was no JSON} */
  public static Payload parseError() {
    return of(new Outcome.Refusal(-32700, "Parse error", Optional.empty()), JsonNull.INSTANCE);
  }

  /**
   * {@return the answer to JSON that was no call}
   *
   * @param id the id to answer under
   */
  public static Payload invalidRequest(JsonElement id) {
    return of(new Outcome.Refusal(-32600, "Invalid Request", Optional.empty()), id);
  }

  static Payload of(Outcome outcome, JsonElement id) {
    return switch (outcome) {
      case Outcome.Value value ->
          new Wrapped(
              utf8("{\"jsonrpc\":\"2.0\",\"result\":"),
              value.payload(),
              utf8(",\"id\":" + id + "}"));
      case Outcome.Refusal refusal -> refusal(refusal, id);
    };
  }

  private static Payload refusal(Outcome.Refusal refusal, JsonElement id) {
    JsonObject error = new JsonObject();
    error.addProperty("code", refusal.code());
    error.addProperty("message", refusal.message());
    refusal.data().ifPresent(data -> error.addProperty("data", data));
    JsonObject answer = new JsonObject();
    answer.addProperty("jsonrpc", "2.0");
    answer.add("error", error);
    answer.add("id", id);
    return Payload.of(answer);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, only written
  private record Wrapped(byte[] before, Payload inner, byte[] after) implements Payload {
    @Override
    public long length() {
      return before.length + inner.length() + after.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(before);
      inner.writeTo(out);
      out.write(after);
    }
  }
}
