package dev.opensipsmcp.server.toolset.ladder;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.sip.ladder.CallTimer;
import dev.opensipsmcp.sip.ladder.Correlation;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.Leg;
import dev.opensipsmcp.sip.ladder.Participant;
import java.util.List;
import java.util.Locale;

/** Writes ladders as JSON. */
final class LadderJson {
  private LadderJson() {}

  static Schema verdictSchema() {
    return Schema.object(
        "What came of it",
        Schema.required("grade", Schema.text("good, doubtful, failed, unknown")),
        Schema.required("sentence", Schema.text("One sentence")),
        Schema.required("evidence", Schema.list("Messages", Schema.integer("Number"))));
  }

  static Schema legsSchema() {
    return Schema.list(
        "One for each Call-ID",
        Schema.map("call_id, users, ending, code, timers_ms, retransmissions"));
  }

  static JsonObject verdict(Ladder ladder) {
    JsonObject json = new JsonObject();
    json.addProperty("grade", word(ladder.verdict().grade()));
    json.addProperty("sentence", ladder.verdict().sentence());
    json.add("evidence", numbers(ladder.verdict().evidence()));
    return json;
  }

  static JsonArray participants(Ladder ladder) {
    JsonArray participants = new JsonArray();
    for (Participant one : ladder.participants()) {
      participants.add(
          one.alias().isPresent() ? one.name() + " (" + one.address() + ")" : one.address());
    }
    return participants;
  }

  static JsonArray legs(Ladder ladder) {
    JsonArray legs = new JsonArray();
    ladder.legs().forEach(leg -> legs.add(leg(leg)));
    return legs;
  }

  private static JsonObject leg(Leg leg) {
    JsonObject json = new JsonObject();
    json.addProperty("call_id", leg.callId());
    json.addProperty("method", leg.method());
    json.addProperty("from", leg.fromUser());
    json.addProperty("to", leg.toUser());
    json.addProperty("messages", leg.messages().size());
    json.addProperty("ending", word(leg.ending().kind()));
    json.addProperty("text", leg.ending().text());
    leg.ending().code().ifPresent(code -> json.addProperty("code", code));
    JsonObject timers = new JsonObject();
    for (CallTimer timer : leg.timers()) {
      timers.addProperty(word(timer.kind()), timer.length().toMillis());
    }
    json.add("timers_ms", timers);
    leg.sessionExpires().ifPresent(seconds -> json.addProperty("session_expires_s", seconds));
    JsonArray again = new JsonArray();
    leg.retransmissions()
        .forEach(one -> {
          JsonObject repeat = new JsonObject();
          repeat.addProperty("message", one.message());
          repeat.addProperty("count", one.count());
          repeat.addProperty("span_ms", one.span().toMillis());
          again.add(repeat);
        });
    if (!again.isEmpty()) {
      json.add("retransmissions", again);
    }
    return json;
  }

  static JsonArray correlations(Ladder ladder) {
    JsonArray correlations = new JsonArray();
    for (Correlation one : ladder.correlations()) {
      JsonObject json = new JsonObject();
      json.addProperty("leg", one.leg() + 1);
      json.addProperty("other", one.other() + 1);
      json.addProperty("confidence", word(one.confidence()));
      JsonArray reasons = new JsonArray();
      one.reasons().forEach(reason -> reasons.add(reason.text()));
      json.add("reasons", reasons);
      correlations.add(json);
    }
    return correlations;
  }

  static JsonArray numbers(List<Integer> numbers) {
    JsonArray array = new JsonArray();
    numbers.forEach(array::add);
    return array;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
