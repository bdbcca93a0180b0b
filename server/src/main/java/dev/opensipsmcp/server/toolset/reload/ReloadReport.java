package dev.opensipsmcp.server.toolset.reload;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.ArrayList;
import java.util.List;

/** What became of each reload of one call. Used by one thread. */
final class ReloadReport {
  private final List<JsonObject> rows = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private int reloaded;
  private int skipped;
  private int notTried;
  private boolean mayHaveRun;
  private boolean moved;

  int rows() {
    return rows.size();
  }

  boolean ran() {
    return reloaded > 0 || !failures.isEmpty();
  }

  void skipped(JsonObject row, String why) {
    skipped++;
    add(row, "skipped", why);
  }

  void notTried(JsonObject row) {
    notTried++;
    add(row, "not_tried", "An earlier reload failed, or the time was up.");
  }

  void failed(JsonObject row, MiError error) {
    String target = Json.text(row, "target");
    boolean unsure = error instanceof MiError.OutcomeUnknown unknown && unknown.mayHaveRun();
    mayHaveRun |= unsure;
    failures.add(target + ": " + error.cause());
    add(row, unsure ? "unknown" : "failed", error.cause());
  }

  void reloaded(JsonObject row, Snapshot before, Snapshot after) {
    reloaded++;
    before.rows().ifPresent(count -> row.addProperty("before", count));
    after.rows().ifPresent(count -> row.addProperty("after", count));
    if (before.comparable(after)) {
      addAll(row, "added", after.beyond(before));
      addAll(row, "removed", before.beyond(after));
    }
    if (after.stamp().isPresent()) {
      boolean other = !after.stamp().equals(before.stamp());
      moved |= other;
      row.addProperty("stamp", after.stamp().get());
      row.addProperty("stamp_moved", other);
    }
    after
        .unread()
        .ifPresent(why -> warnings.add(Json.text(row, "target") + " was not counted: " + why));
    boolean shown = after.rows().isPresent() || after.stamp().isPresent();
    add(row, "reloaded", shown ? "" : "No command shows what is loaded now; the node said OK.");
  }

  /** Adds a hint when no reload changed what its module lists. */
  void hintIfNothingMoved(String hint) {
    if (!moved) {
      warnings.add(hint);
    }
  }

  private void addAll(JsonObject row, String member, List<String> keys) {
    if (!keys.isEmpty()) {
      moved = true;
      row.add(member, Json.texts(keys));
    }
  }

  private void add(JsonObject row, String outcome, String why) {
    row.addProperty("outcome", outcome);
    Json.addText(row, "why", why);
    rows.add(row);
  }

  Outcome outcome() {
    if (reloaded == 0 && !failures.isEmpty()) {
      Outcome.Failure failure =
          ToolError.RELOAD_FAILED.failure(
              "No table became active. " + String.join(" ", failures),
              "Mend the cause on the node or in the tables, then call again.");
      return new Outcome.Failure(failure.code(), failure.cause(), failure.nextStep(), mayHaveRun);
    }
    if (!failures.isEmpty()) {
      warnings.addFirst(
          "Only a part became active: "
              + reloaded
              + " reloaded, "
              + failures.size()
              + " failed, "
              + notTried
              + " not tried. "
              + String.join(" ", failures));
    }
    JsonObject result = new JsonObject();
    result.addProperty("complete", failures.isEmpty() && notTried == 0);
    result.addProperty("reloaded", reloaded);
    result.addProperty("skipped", skipped);
    result.addProperty("failed", failures.size());
    result.add("rows", Json.list(rows));
    return new Outcome.Value(result, warnings);
  }
}
