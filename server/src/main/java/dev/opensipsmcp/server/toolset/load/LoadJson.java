package dev.opensipsmcp.server.toolset.load;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.sip.load.ErrorLog;
import dev.opensipsmcp.sip.load.LoadFigures;
import dev.opensipsmcp.sip.load.LoadVerdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Figures of a run as JSON, in results and in the files that keep them. */
final class LoadJson {
  static final String STARTED = "started";
  private static final double TOLERANCE = 0.2;

  private LoadJson() {}

  /** {@return the schema of a run's result} */
  static Schema run() {
    return Schema.map("Calls by end, times, node, verdict, result, run_id");
  }

  /** Adds what came of a run. */
  static void add(JsonObject json, LoadFigures figures) {
    json.addProperty("calls", figures.created());
    json.addProperty("successful", figures.successful());
    json.addProperty("failed", figures.failed());
    json.addProperty("unfinished", figures.unfinished());
    figures
        .success()
        .ifPresent(success -> json.addProperty("success_percent", rounded(100 * success)));
    json.addProperty("retransmissions", figures.retransmissions());
    json.addProperty("rate", rounded(figures.rate()));
    figures.p50().ifPresent(time -> json.addProperty("p50_ms", rounded(time)));
    figures.p90().ifPresent(time -> json.addProperty("p90_ms", rounded(time)));
    figures.p95().ifPresent(time -> json.addProperty("p95_ms", rounded(time)));
    figures.p99().ifPresent(time -> json.addProperty("p99_ms", rounded(time)));
    JsonObject failures = new JsonObject();
    new TreeMap<>(figures.failures()).forEach(failures::addProperty);
    json.add("failures", failures);
    JsonArray errors = new JsonArray();
    for (ErrorLog.Kind kind : figures.errors()) {
      JsonObject one = Json.object("text", kind.text());
      one.addProperty("count", kind.count());
      errors.add(one);
    }
    json.add("errors", errors);
  }

  static double rounded(double value) {
    return Math.round(100 * value) / 100.0;
  }

  /** {@return when the run of a result began} */
  static String started(JsonObject json) {
    return Json.text(json, STARTED);
  }

  /** {@return whether this is a result that was kept here} */
  static boolean isResult(JsonObject json) {
    return !started(json).isEmpty() && !Json.text(json, "kind").isEmpty() && json.has("calls");
  }

  /** {@return the figures of a result, as far as a comparison needs them} */
  static LoadFigures figures(JsonObject json) {
    return new LoadFigures(
        Json.number(json, "calls", 0),
        Json.number(json, "successful", 0),
        Json.number(json, "failed", 0),
        Json.number(json, "unfinished", 0),
        Json.number(json, "retransmissions", 0),
        time(json, "rate").orElse(0),
        Map.of(),
        List.of(),
        Json.number(json, "successful", 0),
        time(json, "p50_ms"),
        time(json, "p90_ms"),
        time(json, "p95_ms"),
        time(json, "p99_ms"));
  }

  private static OptionalDouble time(JsonObject json, String name) {
    JsonElement value = json.get(name);
    boolean number =
        value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    return number ? OptionalDouble.of(value.getAsDouble()) : OptionalDouble.empty();
  }

  /** Adds how a run compares to an earlier one. */
  static void compare(JsonObject json, LoadFiles.Kept baseline) {
    LoadVerdict verdict = LoadVerdict.of(figures(baseline.json()), figures(json), TOLERANCE);
    json.addProperty("baseline", baseline.name());
    json.addProperty("verdict", verdict.word().name().toLowerCase(Locale.ROOT));
    JsonArray reasons = new JsonArray();
    verdict.reasons().forEach(reasons::add);
    json.add("reasons", reasons);
  }
}
