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
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import java.util.List;

/** Dialogs that live on without a call. */
final class StaleDialogs {
  static final String OLD = "old";
  private static final long LONG_S = 8 * 3_600;

  static final Task TASK =
      new Task(
          "stale_dialogs",
          "Dialogs that live on without a call",
          List.of(
              "stale dialogs, 300 calls 12 hours old",
              "ghost calls that never end",
              "dialogs are stuck, active calls count is too high",
              "concurrent call limit reached although nobody talks",
              "hung calls, old dialogs are not removed",
              "the list of active calls has entries that ended long ago",
              "the number of calls never goes back to zero",
              "ended calls still count as active",
              "ghosts in the dialog list",
              "dialogs from last night are still there",
              "count of active calls only grows",
              "zombie calls pile up",
              "calls are shown as running although nobody talks"),
          List.of(
              Look.tool(
                  OLD,
                  "calls that are up for 4 hours or more, oldest first",
                  "dlg_list",
                  "older_than_s",
                  14_400,
                  "order",
                  "oldest",
                  "limit",
                  500),
              Looks.lint("R18", "R12")),
          List.of(
              new Rule("calls of 4 or 8 hours", StaleDialogs::old),
              Audit.rule("dialogs that live half a day without a ping", Confidence.LIKELY)),
          List.of(
              Move.of("dlg_summary", "All calls by state and age"),
              Move.of(
                  "cfg_explain",
                  "How calls are pinged to find their end",
                  "topic",
                  "create_dialog")));

  private StaleDialogs() {}

  private static List<Judgement> old(Facts facts, Question question) {
    List<JsonObject> rows = facts.rows(OLD);
    if (!facts.has(OLD)) {
      return List.of();
    }
    if (rows.isEmpty()) {
      return Judgement.fine(OLD, "No call is up for 4 hours or more.");
    }
    JsonObject oldest = rows.getFirst();
    long very = rows.stream().filter(row -> Json.number(row, "age_s", 0) >= LONG_S).count();
    return List.of(
        found(
                very > 0 ? Confidence.LIKELY : Confidence.POSSIBLE,
                rows.size()
                    + " calls are up for 4 hours or more, "
                    + very
                    + " of them for 8 hours or more: nothing told the node that they ended, and"
                    + " only their lifetime will end them.",
                Cited.number(OLD, "calls of 4 h or more", rows.size(), "calls"),
                Cited.number(OLD, "calls of 8 h or more", very, "calls"),
                Cited.text(OLD, "oldest", Json.text(oldest, "callid")),
                Cited.number(OLD, "age of the oldest", Json.number(oldest, "age_s", 0), "s"),
                Cited.number(OLD, "its lifetime left", Json.number(oldest, "ends_in_s", 0), "s"))
            .next(
                Move.of(
                    "dlg_get",
                    "Its parties, before it is ended",
                    "dialog_id",
                    Json.text(oldest, "dialog_id")))
            .change(
                Move.of(
                    "dlg_end",
                    "Ends the oldest; the others one by one, once it is known that nobody talks",
                    "dialog_id",
                    Json.text(oldest, "dialog_id"))));
  }
}
