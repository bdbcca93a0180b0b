package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

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

/** A gateway, carrier or rule that is to be added, or was and does not work. */
final class RouteChange {
  private static final String TABLE = "table";
  private static final String LOADED = "loaded";
  private static final String ROUTE = "route";

  static final Task TASK =
      new Task(
          "route_change",
          "Add a gateway, carrier or rule",
          List.of(
              "add a gateway for prefix 49",
              "new carrier, create a route",
              "a gateway that I added is not used",
              "provision a rule for a number range",
              "I inserted a gateway into the table and nothing happens",
              "a new carrier gateway is in the table and no call goes to it",
              "a new trunk was added and doesn't work",
              "bring a new provider into service",
              "the proxy ignores a gateway that is in the database",
              "onboard a supplier, connect a new trunk",
              "a configured gateway is never picked"),
          List.of(
              Look.tool(TABLE, "gateways in the table", "drouting_gateway_list", "limit", 500),
              Look.tool(LOADED, "gateways in memory", "drouting_get_gateway_status", "limit", 500),
              Look.with(
                  ROUTE,
                  "rule that fits the number now, routing group 0",
                  "number",
                  "Give the prefix or a number of it as number.",
                  number ->
                      new Way.Tool(
                          "drouting_test_number", Move.arguments("number", number, "group", 0)))),
          List.of(
              new Rule("gateway in the table that is not loaded", RouteChange::unloaded),
              new Rule("gateway that is there already", RouteChange::there),
              new Rule("rule that the number fits already", RouteChange::routed)),
          List.of(
              Move.of(
                  "provision_describe", "Which columns a gateway has and what they mean",
                  "entity", "drouting_gateway"),
              Move.of("drouting_rule_list", "The rules in the table", "limit", 50)));

  private RouteChange() {}

  private static List<Judgement> unloaded(Facts facts, Question question) {
    if (!facts.has(LOADED)) {
      return List.of();
    }
    return Each.row(
        facts,
        TABLE,
        row ->
            facts.rows(LOADED).stream()
                .noneMatch(one -> Json.text(one, "gateway").equals(Json.text(row, "gwid"))),
        row ->
            found(
                    Confidence.CERTAIN,
                    "Gateway "
                        + Quote.of(Json.text(row, "gwid"))
                        + " is in the table and not in the node's memory: the table was not"
                        + " reloaded since, or the row was refused.",
                    Cited.text(TABLE, "gateway", Json.text(row, "gwid")),
                    Cited.number(LOADED, "gateways in memory", facts.rows(LOADED).size(), ""))
                .change(Move.of("drouting_reload", "Reads the tables again")),
        "All gateways of the table are loaded.");
  }

  private static List<Judgement> there(Facts facts, Question question) {
    if (question.given("gateway").isEmpty()) {
      return List.of();
    }
    String wanted = question.given("gateway").get();
    return Each.row(
        facts,
        LOADED,
        row ->
            Json.text(row, "gateway").equals(wanted) || Json.text(row, "address").contains(wanted),
        row ->
            found(
                Confidence.LIKELY,
                "Gateway "
                    + Quote.of(Json.text(row, "gateway"))
                    + " is there already: a second one would be a duplicate.",
                Cited.text(LOADED, "gateway", Json.text(row, "gateway")),
                Cited.text(LOADED, "address", Json.text(row, "address"))),
        "No gateway of that name or address is loaded.");
  }

  private static List<Judgement> routed(Facts facts, Question question) {
    return !facts.has(ROUTE)
        ? List.of()
        : Judgement.fine(
            ROUTE,
            Json.text(facts.object(ROUTE), "matched").equals("true")
                ? "A rule for prefix "
                    + Quote.of(Json.text(facts.object(ROUTE), "prefix"))
                    + " fits the number already; a longer prefix would go before it."
                : "No rule fits the number yet.");
  }
}
