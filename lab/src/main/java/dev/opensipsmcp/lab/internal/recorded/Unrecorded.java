package dev.opensipsmcp.lab.internal.recorded;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.lab.internal.rpc.Outcome;

/**
 * Answers that no recording shows: of commands whose modules the recorded servers did not have, of
 * one that ended the recorded servers, and of one whose answer was too long to be kept. They follow
 * what OpenSIPS's source builds.
 */
final class Unrecorded {
  private Unrecorded() {}

  static Outcome answer(String command, JsonObject sent) {
    return switch (command) {
      case "t_hash", "tm:hash" -> json("[{\"index\":0,\"Current\":0,\"Total\":0}]");
      case "watch", "lua:watch" -> sent.isEmpty() ? json("{}") : Outcome.ok();
      case "opentelemetry:enable" -> json("{\"enabled\":" + sent.get("enable").getAsInt() + "}");
      default -> Outcome.ok();
    };
  }

  private static Outcome json(String text) {
    JsonElement json = JsonParser.parseString(text);
    return Outcome.value(json);
  }
}
