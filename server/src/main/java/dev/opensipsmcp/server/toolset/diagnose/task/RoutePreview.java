package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Quote;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.engine.Way;
import java.util.List;

/** Where a number would go, and what hinders it. */
final class RoutePreview {
  private static final String ROUTE = "route";
  private static final String GATEWAYS = "gateways";
  private static final String CARRIERS = "carriers";
  private static final String TRANSLATED = "translated";

  static final Task TASK =
      new Task(
          "route_preview",
          "Where a call would go",
          List.of(
              "where would a call to +49 30 123456 go",
              "which gateway serves this number",
              "routing of a number, least cost route",
              "no route found for this number",
              "why does this number go to the wrong carrier",
              "preview the route for a prefix",
              "which carrier gets a call when someone dials a number",
              "where do calls to a country go",
              "which way will a number be sent",
              "path that a call takes, without placing one",
              "which trunk is chosen for a destination",
              "simulate the routing of a call",
              "which gateway would be used for a number"),
          List.of(
              Look.with(
                  ROUTE,
                  "rule of drouting that fits the number, routing group 0",
                  "number",
                  "Give number as the script hands it to drouting.",
                  number ->
                      new Way.Tool(
                          "drouting_test_number", Move.arguments("number", number, "group", 0))),
              Look.tool(
                  GATEWAYS, "gateways of drouting", "drouting_get_gateway_status", "limit", 500),
              Look.tool(
                  CARRIERS, "carriers of drouting", "drouting_get_carrier_status", "limit", 500),
              Look.with(
                  TRANSLATED,
                  "what dialplan set 1 makes of the number",
                  "number",
                  "Give number as it is dialled.",
                  number ->
                      new Way.Tool(
                          "dialplan_translate", Move.arguments("dpid", 1, "input", number)))),
          List.of(
              new Rule("rule that fits, and its targets in order", RoutePreview::route),
              new Rule("dialplan that changes the number first", RoutePreview::dialplan)),
          List.of(
              Move.of(
                  "drouting_rule_list", "The rules, with their groups and times", "limit", 50)));

  private RoutePreview() {}

  private static List<Judgement> route(Facts facts, Question question) {
    if (!facts.has(ROUTE)) {
      return List.of();
    }
    String number = Quote.of(question.given("number").orElse(""));
    if (!Json.text(facts.object(ROUTE), "matched").equals("true")) {
      return List.of(
          found(
                  Confidence.LIKELY,
                  "No rule of routing group 0 fits "
                      + number
                      + " now: a call to it finds no route.",
                  Cited.text(ROUTE, "matched", "false"))
              .next(Move.of("drouting_rule_list", "Which prefixes, groups and times have a rule")));
    }
    List<JsonObject> targets = facts.rows(ROUTE, "targets");
    List<String> out =
        targets.stream().filter(target -> out(facts, target)).map(RoutePreview::name).toList();
    String prefix = Quote.of(Json.text(facts.object(ROUTE), "prefix"));
    Cited order =
        Cited.text(
            ROUTE,
            "targets in order",
            String.join(", ", targets.stream().map(RoutePreview::name).toList()));
    if (!out.isEmpty() && out.size() == targets.size()) {
      return List.of(
          found(
              Confidence.CERTAIN,
              "The rule for prefix "
                  + prefix
                  + " fits, and all of its "
                  + out.size()
                  + " targets are out of use: the call fails.",
              order,
              Cited.text(GATEWAYS, "out of use", String.join(", ", out))));
    }
    if (!out.isEmpty()) {
      return List.of(
          found(
              Confidence.LIKELY,
              "The rule for prefix "
                  + prefix
                  + " fits, but "
                  + out.size()
                  + " of its "
                  + targets.size()
                  + " targets are out of use and skipped.",
              order,
              Cited.text(GATEWAYS, "out of use", String.join(", ", out))));
    }
    return Judgement.fine(
        ROUTE,
        number
            + " fits the rule for prefix "
            + prefix
            + " and goes, in this order, to "
            + String.join(", ", targets.stream().map(RoutePreview::name).map(Quote::of).toList())
            + "; all are in use.");
  }

  private static String name(JsonObject target) {
    return Json.text(target, "id");
  }

  private static boolean out(Facts facts, JsonObject target) {
    boolean carrier = Json.text(target, "type").equals("carrier");
    return carrier
        ? facts.rows(CARRIERS).stream()
            .anyMatch(row ->
                Json.text(row, "carrier").equals(name(target))
                    && Json.text(row, "enabled").equals("false"))
        : facts.rows(GATEWAYS).stream()
            .anyMatch(row ->
                Json.text(row, "gateway").equals(name(target))
                    && !Json.text(row, "state").equals("Active"));
  }

  private static List<Judgement> dialplan(Facts facts, Question question) {
    return facts.has(TRANSLATED) && Json.text(facts.object(TRANSLATED), "translated").equals("true")
        ? Judgement.fine(
            TRANSLATED,
            "Dialplan set 1 would make "
                + Quote.of(Json.text(facts.object(TRANSLATED), "output"))
                + " of it, if the script asks it first.")
        : List.of();
  }
}
