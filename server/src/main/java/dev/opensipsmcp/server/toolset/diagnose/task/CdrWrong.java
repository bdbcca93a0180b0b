package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.Finding;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import java.util.ArrayList;
import java.util.List;

/** CDRs that are missing or wrong. */
final class CdrWrong {
  private static final String AUDIT = "audit";

  static final Task TASK =
      new Task(
          "cdr_wrong",
          "CDRs are missing or wrong",
          List.of(
              "CDRs are missing or have duration 0",
              "billing is wrong, calls are not accounted",
              "duplicate CDRs",
              "no call records since yesterday",
              "acc table has no rows for some calls",
              "call duration is zero although the call was answered",
              "call records look wrong",
              "billing does not match what was talked",
              "answered calls with zero seconds",
              "accounting entries without duration",
              "invoices charge too much or too little time",
              "acc records are incomplete"),
          List.of(
              Looks.cdr(AUDIT, "faults in the CDRs", "cdr_audit"), Looks.lint("R12", "R23", "N09")),
          List.of(
              new Rule("kinds of faults in the CDRs", CdrWrong::faults),
              Audit.rule(
                  "call records that miss calls, calls counted that are no dialogs",
                  Confidence.LIKELY)),
          List.of(
              Move.of("cdr_summary", "How many calls were accounted at all"),
              Move.of("db_schema_check", "Whether the table has the columns of this version")));

  private CdrWrong() {}

  private static List<Judgement> faults(Facts facts, Question question) {
    if (!facts.has(AUDIT)) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>();
    for (JsonObject row : facts.rows(AUDIT, "findings")) {
      String kind = Json.text(row, "kind");
      judged.add(
          switch (kind) {
            // Calls may be long, and a caller may have two.
            case "long_call", "overlap" ->
                new Judgement.Fine(
                    AUDIT,
                    Json.number(row, "count", 0)
                        + " times: "
                        + Json.text(row, "meaning")
                        + "; by itself this is no fault.");
            case "gap" -> fault(facts, row, kind, Confidence.POSSIBLE);
            default -> fault(facts, row, kind, Confidence.CERTAIN);
          });
    }
    return judged.isEmpty()
        ? Judgement.fine(AUDIT, "The CDRs of the window have none of the known faults.")
        : judged;
  }

  private static Finding fault(Facts facts, JsonObject row, String kind, Confidence confidence) {
    JsonObject about = Json.object(facts.object(AUDIT), "about");
    Finding finding =
        found(
            confidence,
            Json.number(row, "count", 0)
                + " times: "
                + Json.text(row, "meaning")
                + "."
                + cause(kind),
            Cited.text(AUDIT, "kind", kind),
            Cited.number(AUDIT, "count", Json.number(row, "count", 0), ""),
            Cited.text(
                AUDIT, "window", Json.text(about, "from") + " to " + Json.text(about, "until")),
            Cited.text(AUDIT, "sample", Json.list(row, "samples").toString()));
    return kind.equals("no_duration_kept") || kind.equals("zero_duration")
        ? finding.next(
            Move.of("cfg_explain", "How whole CDRs are asked for", "topic", "do_accounting"))
        : finding;
  }

  private static String cause(String kind) {
    return switch (kind) {
      case "no_duration_kept" ->
          " do_accounting is called without the flag cdr, or without a dialog.";
      case "zero_duration" ->
          " The call ended as it was answered, or the BYE never passed the server.";
      case "duplicate" -> " do_accounting is called more than once, or on several servers.";
      case "missed_without_acc" -> " Failed calls are not accounted (flag failed).";
      default -> "";
    };
  }
}
