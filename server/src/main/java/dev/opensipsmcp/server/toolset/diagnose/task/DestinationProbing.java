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
import dev.opensipsmcp.server.toolset.diagnose.task.CallFlow.Message;
import java.util.List;

/** A destination or gateway that stays out of use. */
final class DestinationProbing {
  private static final String DESTINATIONS = "destinations";
  private static final String GATEWAYS = "gateways";
  private static final String PROBES = "probes";

  static final Task TASK =
      new Task(
          "destination_probing",
          "A destination stays probing or inactive",
          List.of(
              "destination stuck in probing",
              "dispatcher target is inactive and does not come back",
              "gateway stays down although it is up",
              "ds_list shows state P",
              "OPTIONS ping is not answered, failover target never active again",
              "gateway disabled, state lost after reload",
              "a backend does not get any traffic",
              "a server of the pool stays out although it works",
              "dispatcher refuses to send calls to a server that answers pings",
              "marked as down while it is running fine",
              "balancer skips one member of the set",
              "a healthy destination is disabled",
              "a target is alive and gets nothing from the balancer",
              "still considered dead although it answers"),
          List.of(
              Look.tool(
                  DESTINATIONS, "destinations of dispatcher", "dispatcher_list", "limit", 500),
              Look.tool(
                  GATEWAYS, "gateways of drouting", "drouting_get_gateway_status", "limit", 500),
              Look.tool(PROBES, "whether drouting probes gateways", "drouting_get_probing"),
              Looks.lint("R16", "R17"),
              Looks.call()),
          List.of(
              new Rule("probing: pings get no answer that counts", DestinationProbing::probing),
              new Rule("inactive: nobody pings it", DestinationProbing::inactive),
              new Rule("gateway switched off by a command", DestinationProbing::byCommand),
              new Rule("gateway that waits for a ping", DestinationProbing::gateway),
              new Rule("what the pings were answered with", DestinationProbing::answers),
              Audit.rule("destinations and gateways that never come back", Confidence.LIKELY)),
          List.of(
              Move.of("change_list", "Whether a person or a tool set the state"),
              Move.of(
                  "sr_list_reports",
                  "When modules noted a change of state",
                  "group",
                  "dispatcher")));

  private DestinationProbing() {}

  private static boolean meant(Question question, String... names) {
    return question
        .given("gateway")
        .map(wanted -> List.of(names).stream().anyMatch(name -> name.contains(wanted)))
        .orElse(true);
  }

  private static List<Judgement> probing(Facts facts, Question question) {
    return Each.row(
        facts,
        DESTINATIONS,
        row -> Json.text(row, "state").equals("Probing") && meant(question, Json.text(row, "uri")),
        row ->
            destination(
                    row,
                    Confidence.CERTAIN,
                    " is probing: the node pings it and gets no answer that counts as alive, so new"
                        + " calls skip it. A 200, or a code of options_reply_codes, makes it active"
                        + " again.")
                .next(
                    Move.of(
                        "cfg_explain",
                        "Which answers count, and from which socket the ping is sent",
                        "topic",
                        "dispatcher.options_reply_codes"))
                .change(set(row)),
        "No destination meant is probing.");
  }

  private static List<Judgement> inactive(Facts facts, Question question) {
    return Each.row(
        facts,
        DESTINATIONS,
        row -> Json.text(row, "state").equals("Inactive") && meant(question, Json.text(row, "uri")),
        row ->
            destination(
                    row,
                    Confidence.CERTAIN,
                    " is inactive: a command or the script set it so, and an inactive destination"
                        + " is not pinged back into use.")
                .next(Move.of("audit_query", "Who set it, if it was set from here", "limit", 20))
                .change(set(row)),
        "No destination meant is inactive.");
  }

  private static Finding destination(JsonObject row, Confidence confidence, String statement) {
    return found(
        confidence,
        "Destination "
            + Quote.of(Json.text(row, "uri"))
            + " of set "
            + Json.number(row, "set", 0)
            + statement,
        Cited.text(DESTINATIONS, "destination", Json.text(row, "uri")),
        Cited.number(DESTINATIONS, "set", Json.number(row, "set", 0), ""),
        Cited.text(DESTINATIONS, "state", Json.text(row, "state")));
  }

  private static Move set(JsonObject row) {
    return Move.of(
        "dispatcher_set_state",
        "Gives it new calls again, once it is known to answer",
        "set",
        Json.number(row, "set", 0),
        "destination",
        Quote.shortened(Json.text(row, "uri"), 255),
        "state",
        "active");
  }

  private static List<Judgement> byCommand(Facts facts, Question question) {
    return Each.row(
        facts,
        GATEWAYS,
        row ->
            Json.text(row, "state").startsWith("Disabled")
                && meant(question, Json.text(row, "gateway"), Json.text(row, "address")),
        row ->
            found(
                    Confidence.CERTAIN,
                    "Gateway "
                        + Quote.of(Json.text(row, "gateway"))
                        + " was switched off by a command; no ping brings it back.",
                    Cited.text(GATEWAYS, "gateway", Json.text(row, "gateway")),
                    Cited.text(GATEWAYS, "state", Json.text(row, "state")))
                .change(
                    Move.of(
                        "drouting_set_gateway_status",
                        "Gives it new calls again",
                        "gateway",
                        Quote.shortened(Json.text(row, "gateway"), 64),
                        "enabled",
                        true)),
        "No gateway meant was switched off by a command.");
  }

  private static List<Judgement> gateway(Facts facts, Question question) {
    boolean off = Json.text(facts.object(PROBES), "enabled").equals("false");
    return Each.row(
        facts,
        GATEWAYS,
        row ->
            (Json.text(row, "state").equals("Probing")
                    || Json.text(row, "state").equals("Inactive"))
                && meant(question, Json.text(row, "gateway"), Json.text(row, "address")),
        row -> {
          Finding finding =
              found(
                  Confidence.CERTAIN,
                  "Gateway "
                      + Quote.of(Json.text(row, "gateway"))
                      + (off
                          ? " is out of use and probing is switched off: it can't come back."
                          : " is out of use and its pings are not answered with a code that"
                              + " counts."),
                  Cited.text(GATEWAYS, "gateway", Json.text(row, "gateway")),
                  Cited.text(GATEWAYS, "state", Json.text(row, "state")));
          return off
              ? finding.change(
                  Move.of("drouting_set_probing", "Probes gateways again", "enabled", true))
              : finding;
        },
        "No gateway meant waits for a ping.");
  }

  private static List<Judgement> answers(Facts facts, Question question) {
    if (!facts.has(Looks.CALL)) {
      return List.of();
    }
    for (Message one : CallFlow.of(facts).messages()) {
      if (one.method().equals("OPTIONS") && one.code() >= 300) {
        return List.of(
            found(
                Confidence.CERTAIN,
                Quote.of(one.from())
                    + " answers the ping with "
                    + one.code()
                    + ", which does not count as alive unless options_reply_codes names it.",
                one.cited("answer to OPTIONS")));
      }
    }
    return List.of();
  }
}
