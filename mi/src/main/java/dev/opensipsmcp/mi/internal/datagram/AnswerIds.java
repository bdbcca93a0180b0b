package dev.opensipsmcp.mi.internal.datagram;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Tells answers to other requests, such as a late one, from the answer that is awaited. */
final class AnswerIds {
  private AnswerIds() {}

  /** {@return whether a datagram carries another request's id, so that it is to be dropped} */
  static boolean isForAnother(byte[] datagram, int length, int id) {
    try (JsonReader json =
        new JsonReader(
            new InputStreamReader(
                new ByteArrayInputStream(datagram, 0, length), StandardCharsets.UTF_8))) {
      json.beginObject();
      while (json.hasNext()) {
        if (!json.nextName().equals("id")) {
          json.skipValue();
        } else {
          return json.peek() != JsonToken.NULL && !json.nextString().equals(Integer.toString(id));
        }
      }
      return false;
    } catch (IOException | IllegalStateException noAnswerOfJsonRpc) {
      return false;
    }
  }
}
