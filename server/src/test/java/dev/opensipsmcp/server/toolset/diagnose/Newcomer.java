package dev.opensipsmcp.server.toolset.diagnose;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.gate.GateReply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A client that knows nothing of OpenSIPS and has no model behind it. It searches tools by the
 * operator's words, describes the hits that only read in their order, and calls the first {@value
 * #HITS} whose required arguments it can fill by their names from what the operator said; then it
 * follows the reads that results name, in their order, for which it keeps a call. It ends when it
 * has what is looked for, or used its {@value #CALLS} calls.
 */
final class Newcomer {
  static final int CALLS = 6;
  static final int TOKENS = 20_000;
  private static final int HITS = 2;

  /** By which names tools take what the operator has. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("symptom", List.of("question")),
          Map.entry("query", List.of("question")),
          Map.entry("text", List.of("configuration", "capture", "log")),
          Map.entry("messages", List.of("capture")),
          Map.entry("config_content", List.of("configuration")),
          Map.entry("call_id", List.of("call_id")),
          Map.entry("callid", List.of("call_id")),
          Map.entry("aor", List.of("aor")),
          Map.entry("number", List.of("number")),
          Map.entry("gateway", List.of("gateway")),
          Map.entry("from_ts", List.of("from")),
          Map.entry("to_ts", List.of("to")),
          Map.entry("date_from", List.of("from")),
          Map.entry("date_to", List.of("to")));

  private final Door door;
  private final Map<String, String> said;
  private final List<String> steps = new ArrayList<>();
  private int tokens;
  private int called;

  private Newcomer(Door door, Map<String, String> said) {
    this.door = door;
    this.said = said;
  }

  /**
   * What came of it.
   *
   * @param steps the tools that were called, in order, the search among them
   * @param tokens what their answers cost to read, at four characters each, as a definition's are
   *     counted
   * @param arrived whether an answer had what was looked for
   */
  record Walk(List<String> steps, int tokens, boolean arrived) {}

  /**
   * {@return the way to the evidence}
   *
   * @param said what the operator said: {@code question}, and what {@link #NAMES} has
   * @param evidence whether an answer has what is looked for
   */
  static Walk walk(Door door, Map<String, String> said, Predicate<String> evidence) {
    Newcomer one = new Newcomer(door, said);
    boolean arrived = one.walk(evidence);
    return new Walk(List.copyOf(one.steps), one.tokens, arrived);
  }

  private boolean walk(Predicate<String> evidence) {
    JsonObject search = new JsonObject();
    search.addProperty("query", said.getOrDefault("question", ""));
    List<JsonObject> next = new ArrayList<>();
    for (String hit : hits(call("tool_search", search))) {
      int kept = next.isEmpty() ? 0 : 1;
      boolean room = called < HITS && steps.size() + 2 + kept <= CALLS;
      if (room && follow(hit, evidence, next)) {
        return true;
      }
    }
    for (int at = 0; at < next.size() && steps.size() < CALLS; at++) {
      JsonObject move = next.get(at);
      String answer =
          call(move.get("tool").getAsString(), move.getAsJsonObject("arguments")).toString();
      if (evidence.test(answer)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> hits(JsonElement found) {
    List<String> hits = new ArrayList<>();
    if (found instanceof JsonArray rows) {
      for (JsonElement row : rows) {
        if (row.getAsJsonObject().get("risk").getAsString().equals("read")) {
          hits.add(row.getAsJsonObject().get("name").getAsString());
        }
      }
    }
    return hits;
  }

  private boolean follow(String tool, Predicate<String> evidence, List<JsonObject> next) {
    JsonObject name = new JsonObject();
    name.addProperty("name", tool);
    JsonObject schema =
        call("tool_describe", name).getAsJsonObject().getAsJsonObject("inputSchema");
    JsonObject arguments = arguments(schema);
    if (schema.has("required")
        && !arguments.keySet().containsAll(texts(schema.getAsJsonArray("required")))) {
      return false;
    }
    called++;
    JsonElement answer = call(tool, arguments);
    moves(answer, next);
    return evidence.test(answer.toString());
  }

  private static Set<String> texts(JsonArray array) {
    Set<String> texts = new HashSet<>();
    array.forEach(one -> texts.add(one.getAsString()));
    return texts;
  }

  private JsonObject arguments(JsonObject schema) {
    JsonObject arguments = new JsonObject();
    for (String name : schema.getAsJsonObject("properties").keySet()) {
      NAMES.getOrDefault(name, List.of()).stream()
          .filter(said::containsKey)
          .findFirst()
          .ifPresent(kind -> arguments.addProperty(name, said.get(kind)));
    }
    return arguments;
  }

  /** The reads that an answer names, wherever they stand in it. */
  private static void moves(JsonElement in, List<JsonObject> found) {
    if (in instanceof JsonArray array) {
      array.forEach(one -> moves(one, found));
    } else if (in instanceof JsonObject object) {
      if (object.get("next") instanceof JsonArray next) {
        for (JsonElement one : next) {
          if (one instanceof JsonObject move && move.has("tool") && move.has("arguments")) {
            found.add(move);
          }
        }
      }
      object
          .asMap()
          .forEach((name, value) -> {
            if (!name.equals("next")) {
              moves(value, found);
            }
          });
    }
  }

  private JsonElement call(String tool, JsonObject arguments) {
    steps.add(tool);
    GateReply reply = door.call(tool, arguments);
    String text =
        switch (reply) {
          case GateReply.Done(JsonObject envelope, var _) -> envelope.toString();
          case GateReply.Failed(String code, String cause, String nextStep) ->
              code + ": " + cause + " Next: " + nextStep;
          case GateReply.AskPerson question -> question.question();
          case GateReply.NoSuchTool none -> none.nearest().toString();
        };
    tokens += (text.length() + 3) / 4;
    return reply instanceof GateReply.Done(JsonObject envelope, var _)
        ? envelope.get("data")
        : new JsonObject();
  }
}
