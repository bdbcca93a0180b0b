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
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.engine.Way;
import java.util.ArrayList;
import java.util.List;

/** The story of one call. */
final class ShowCall {
  private static final String DIALOG = "dialog";
  private static final String CDR = "cdr";

  static final Task TASK =
      new Task(
          "show_call",
          "The story of one call",
          List.of(
              "show me call X",
              "what happened in this call",
              "why did this call fail",
              "look at the call with this Call-ID",
              "give me the ladder and the CDR of a call",
              "tell me about this call",
              "a customer's call failed, what went wrong",
              "message flow of a call with the reason",
              "I have a capture of a call, explain it",
              "what happened to a caller a minute ago",
              "trace of a single call",
              "who refused the call, with which code",
              "the caller got an error",
              "walk me through the messages of a call"),
          List.of(
              Looks.call(),
              Look.with(
                  DIALOG,
                  "the call's dialog",
                  "call_id",
                  "Give call_id.",
                  id -> new Way.Tool("dlg_list", Move.arguments("callid", id))),
              Look.with(
                  CDR,
                  "the call's CDRs",
                  "call_id",
                  "Give call_id.",
                  id -> new Way.Tool("cdr_search", Move.arguments("call_id", id)))),
          List.of(
              new Rule("how each leg ended", ShowCall::endings),
              new Rule("call that is still up", ShowCall::up),
              new Rule("where the ACK got lost", CallsDrop::ack),
              new Rule("private address in SDP that is passed on", OneWayAudio::sdp)),
          List.of(
              Move.of("live_list_calls", "Calls whose messages were copied to this server"),
              Move.of("capture_list_files", "Captures that can be looked into"),
              Move.of("homer_search_calls", "Calls that Homer has")));

  private ShowCall() {}

  private static List<Judgement> endings(Facts facts, Question question) {
    if (!facts.has(Looks.CALL)) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>();
    for (JsonObject leg : facts.rows(Looks.CALL, "legs")) {
      String ending = Json.text(leg, "ending");
      long code = Json.number(leg, "code", 0);
      String statement =
          switch (ending) {
            case "rejected" -> "The call was refused with " + code + ".";
            case "no_answer" -> "Nothing answered the call's request: the next hop is silent.";
            case "challenged" ->
                "The call was challenged with " + code + ", and no answer to the challenge came.";
            default -> "";
          };
      if (!statement.isEmpty()) {
        Finding finding =
            found(
                Confidence.CERTAIN,
                statement,
                Cited.text(Looks.CALL, "leg", Json.text(leg, "call_id")),
                Cited.text(Looks.CALL, "ending", Json.text(leg, "text")));
        judged.add(
            code >= 300
                ? finding.next(
                    Move.of("sip_explain_code", "What it means and who sends it", "code", code))
                : finding);
      }
    }
    return judged.isEmpty()
        ? Judgement.fine(Looks.CALL, "No leg of the call was refused or left without answer.")
        : judged;
  }

  private static List<Judgement> up(Facts facts, Question question) {
    return facts.rows(DIALOG).stream().anyMatch(row -> Json.text(row, "state").equals("confirmed"))
        ? Judgement.fine(DIALOG, "The call is up now.")
        : List.of();
  }
}
