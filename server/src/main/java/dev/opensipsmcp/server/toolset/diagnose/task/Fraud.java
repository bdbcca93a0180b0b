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

/** Costs that explode. */
final class Fraud {
  private static final String ALARMS = "alarms";
  private static final String NOW = "now";

  static final Task TASK =
      new Task(
          "fraud",
          "Toll fraud, costs explode",
          List.of(
              "fraud, costs explode",
              "toll fraud, expensive international calls at night",
              "an account was hacked and calls premium numbers",
              "minutes to a destination rose suddenly",
              "bursts of short calls, wangiri",
              "the bill is much higher than usual",
              "we lose money on a destination",
              "unusually many expensive calls, who made them",
              "hundreds of calls to a foreign country last night",
              "stolen account is used to make calls",
              "cost of international traffic is too high",
              "minutes are way above normal"),
          List.of(
              Looks.cdr(ALARMS, "CDRs beside the same length of time before", "cdr_check_fraud"),
              Look.tool(NOW, "calls in progress by prefix and domain", "dlg_summary"),
              Looks.lint("S08", "S10", "S30")),
          List.of(
              new Rule("user or prefix far above what it was before", Fraud::alarms),
              Audit.rule("calls to gateways without a limit, open relay", Confidence.POSSIBLE)),
          List.of(
              Move.of(
                  "fraud_rule_list", "Which limits the node has (fraud_detection)", "limit", 50),
              Move.of("dlg_list", "The calls in progress, the longest first", "order", "oldest")));

  private Fraud() {}

  private static List<Judgement> alarms(Facts facts, Question question) {
    if (!facts.has(ALARMS)) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>();
    for (JsonObject row : facts.rows(ALARMS, "alarms")) {
      if (judged.size() < 4) {
        judged.add(alarm(facts, row));
      }
    }
    return judged.isEmpty()
        ? Judgement.fine(ALARMS, "No caller and no prefix is far above what it was before.")
        : judged;
  }

  private static Finding alarm(Facts facts, JsonObject row) {
    String caller = Json.text(row, "caller");
    String prefix = Json.text(row, "prefix");
    String who =
        (caller.isEmpty() ? "" : "Caller " + Quote.of(caller) + " ")
            + (prefix.isEmpty() ? "" : "to prefix " + Quote.of(prefix) + " ");
    String what =
        switch (Json.text(row, "kind")) {
          case "spending" -> "spent ";
          case "night_burst" -> "made at night ";
          case "short_calls" -> "made short calls: ";
          default -> "had ";
        };
    List<Cited> cited = new ArrayList<>();
    cited.add(Cited.text(ALARMS, "kind", Json.text(row, "kind")));
    cited.add(Cited.number(ALARMS, "calls", Json.number(row, "calls", 0), "calls"));
    cited.add(Cited.number(ALARMS, "calls before", Json.number(row, "calls_before", 0), "calls"));
    cited.add(Cited.text(ALARMS, "minutes", Json.text(row, "minutes")));
    cited.add(Cited.text(ALARMS, "minutes before", Json.text(row, "minutes_before")));
    JsonObject about = Json.object(facts.object(ALARMS), "about");
    cited.add(
        Cited.text(
            ALARMS, "window", Json.text(about, "from") + " to " + Json.text(about, "until")));
    cited.add(Cited.text(ALARMS, "who", caller));
    Finding finding =
        found(
            Confidence.LIKELY,
            (who.isEmpty() ? "Somebody " : who)
                + what
                + Json.number(row, "calls", 0)
                + " calls of "
                + Json.text(row, "minutes")
                + " minutes, against "
                + Json.number(row, "calls_before", 0)
                + " calls of "
                + Json.text(row, "minutes_before")
                + " minutes in the same time before.",
            cited);
    return caller.isEmpty()
        ? finding
        : finding.next(
            Move.of(
                "dlg_list",
                "Whether such calls are up now",
                "caller",
                Quote.shortened(caller, 100)));
  }
}
