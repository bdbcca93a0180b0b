package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.Finding;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Quote;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A gateway, carrier or trunk that fails more than others. */
final class GatewayFails {
  private static final String TRUNKS = "trunks";
  private static final String PREFIXES = "prefixes";
  private static final String GATEWAYS = "gateways";
  private static final String CARRIERS = "carriers";
  private static final String BALANCED = "balanced";

  /** What the callee decides, or the caller; no gateway is to blame. */
  private static final Set<String> NOT_THE_GATEWAY =
      Set.of("401", "404", "407", "480", "484", "486", "487", "600", "603", "604");

  static final Task TASK =
      new Task(
          "gateway_fails",
          "A gateway, carrier or trunk fails",
          List.of(
              "which gateway fails most, take it out",
              "calls to one carrier fail",
              "outbound calls fail with 503 or 408",
              "trunk rejects calls",
              "bad gateway, high failure ratio, low ASR",
              "disable the failing provider",
              "a carrier returns errors all the time, tell me which one",
              "a provider gives us bad calls",
              "outbound calling is unreliable",
              "part of the outgoing calls is rejected by one trunk",
              "find the worst carrier and stop traffic to it",
              "which provider has problems today, is broken",
              "dialling out works only sometimes, lines give errors",
              "whose lines are the worst this week",
              "a carrier rejects our calls"),
          List.of(
              Looks.cdr(
                  TRUNKS,
                  "failures per trunk in the CDRs",
                  "cdr_list_failures",
                  "by",
                  "trunk",
                  "min_attempts",
                  10),
              Looks.cdr(
                  PREFIXES,
                  "failures per prefix in the CDRs",
                  "cdr_list_failures",
                  "by",
                  "prefix",
                  "min_attempts",
                  10),
              Look.tool(GATEWAYS, "gateways of drouting", "drouting_get_gateway_status"),
              Look.tool(CARRIERS, "carriers of drouting", "drouting_get_carrier_status"),
              Look.tool(BALANCED, "destinations of load_balancer", "lb_list")),
          List.of(
              new Rule("trunk whose calls surely fail", (facts, _) -> failing(facts, TRUNKS)),
              new Rule("gateway that is taken for dead", GatewayFails::down),
              new Rule("destination of load_balancer that is out", GatewayFails::out),
              new Rule("prefix whose calls surely fail", (facts, _) -> failing(facts, PREFIXES))),
          List.of(
              Move.of("cdr_summary", "Success of all calls beside it, in the same span of time")));

  private GatewayFails() {}

  private static List<? extends Judgement> failing(Facts facts, String key) {
    if (!facts.has(key)) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>();
    for (JsonObject row : facts.rows(key, "failures")) {
      double low = row.has("low_pct") ? row.get("low_pct").getAsDouble() : 0;
      if (!NOT_THE_GATEWAY.contains(Json.text(row, "code")) && low >= 15 && judged.size() < 3) {
        judged.add(failure(facts, key, row, low));
      }
    }
    return judged.isEmpty()
        ? Judgement.fine(
            key,
            (key.equals(TRUNKS) ? "No trunk" : "No prefix")
                + " surely loses 15 % of its calls to one code.")
        : judged;
  }

  private static Finding failure(Facts facts, String key, JsonObject row, double low) {
    String name = Json.text(row, "destination");
    boolean trunk = key.equals(TRUNKS);
    Finding finding =
        found(
                trunk && low >= 30 ? Confidence.CERTAIN : Confidence.LIKELY,
                "Of "
                    + Json.text(row, "attempts")
                    + " calls to "
                    + (trunk ? "trunk " : "prefix ")
                    + Quote.of(name)
                    + ", "
                    + Json.text(row, "failed")
                    + " ended with "
                    + Quote.of(Json.text(row, "code"))
                    + "; with 95 % confidence at least "
                    + Math.round(low)
                    + " % do.",
                Cited.text(key, trunk ? "trunk" : "prefix", name),
                Cited.text(key, "final code", Json.text(row, "code")),
                Cited.number(key, "failed so", Json.number(row, "failed", 0), "calls"),
                Cited.number(key, "attempts", Json.number(row, "attempts", 0), "calls"),
                Cited.text(key, "window", window(facts, key)))
            .next(
                Move.of(
                    "sip_explain_code",
                    "What the code means and who sends it",
                    "code",
                    (int) Json.number(Json.text(row, "code"), 503)));
    return gateway(facts, name).map(finding::change).orElse(finding);
  }

  private static String window(Facts facts, String key) {
    JsonObject about = Json.object(facts.object(key), "about");
    return Json.text(about, "from") + " to " + Json.text(about, "until");
  }

  /** The change that takes it out, where drouting knows it by this name. */
  private static Optional<Move> gateway(Facts facts, String name) {
    return facts.rows(GATEWAYS).stream()
        .filter(row -> Json.text(row, "gateway").equals(name))
        .filter(row -> Json.text(row, "state").equals("Active"))
        .findFirst()
        .map(_ ->
            Move.of(
                "drouting_set_gateway_status",
                "Takes the gateway out of routing; its plan shows what loses capacity",
                "gateway",
                name,
                "enabled",
                false));
  }

  private static List<? extends Judgement> down(Facts facts, Question question) {
    if (!facts.has(GATEWAYS)) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>();
    for (JsonObject row : facts.rows(GATEWAYS)) {
      String state = Json.text(row, "state");
      boolean probed = state.equals("Probing") || state.equals("Inactive");
      if (probed && judged.size() < 3) {
        judged.add(
            found(
                    Confidence.LIKELY,
                    "Gateway "
                        + Quote.of(Json.text(row, "gateway"))
                        + " is "
                        + Quote.of(state)
                        + ": drouting found it dead and routes past it.",
                    Cited.text(GATEWAYS, "gateway", Json.text(row, "gateway")),
                    Cited.text(GATEWAYS, "address", Json.text(row, "address")),
                    Cited.text(GATEWAYS, "state", state))
                .next(
                    Move.of(
                        "diagnose", "Why it is not active again", "task", "destination_probing")));
      }
    }
    return judged.isEmpty()
        ? Judgement.fine(GATEWAYS, "No gateway of drouting is taken for dead.")
        : judged;
  }

  private static List<? extends Judgement> out(Facts facts, Question question) {
    if (!facts.has(BALANCED)) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>();
    for (JsonObject row : facts.rows(BALANCED)) {
      if (Json.text(row, "enabled").equals("false") && judged.size() < 3) {
        judged.add(
            found(
                Confidence.POSSIBLE,
                "Destination "
                    + Quote.of(Json.text(row, "destination_id"))
                    + " of load_balancer is out of use.",
                Cited.text(BALANCED, "destination", Json.text(row, "uri")),
                Cited.text(BALANCED, "enabled", "false")));
      }
    }
    return judged.isEmpty()
        ? Judgement.fine(BALANCED, "All destinations of load_balancer are in use.")
        : judged;
  }
}
