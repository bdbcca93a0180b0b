package dev.opensipsmcp.server.result;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Puts the parts of a result into the one form that all results have. */
final class Envelope {
  private static final int WARNING_CHARS = 500;

  private Envelope() {}

  static JsonObject of(JsonElement data, boolean truncated, List<String> warnings, Source source) {
    JsonObject envelope = new JsonObject();
    envelope.add("data", data);
    envelope.addProperty("truncated", truncated);
    envelope.add("warnings", texts(warnings));
    envelope.add("source", source.json());
    return envelope;
  }

  static void continueAt(JsonObject envelope, String cursor) {
    envelope.addProperty("next_cursor", cursor);
  }

  static String shortened(String warning) {
    return warning.length() <= WARNING_CHARS ? warning : warning.substring(0, WARNING_CHARS) + "…";
  }

  private static JsonArray texts(List<String> warnings) {
    JsonArray array = new JsonArray();
    for (String warning : warnings) {
      array.add(warning);
    }
    return array;
  }
}
