package dev.opensipsmcp.server.toolset.change;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.journal.ChangeReads;
import dev.opensipsmcp.server.journal.ChangeRecord;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.io.IOException;
import java.util.Locale;

/** What the tools of this toolset share: finding a change, and showing it. */
final class Changes {
  /** Which change is meant. */
  static final Schema.Property ID =
      Schema.required(
          "change_id",
          Schema.text("ID, as the change's result and change_list give it").longest(64));

  private Changes() {}

  /** What came of looking for a change. */
  sealed interface Found {
    /** It is there. */
    record One(ChangeRecord change) implements Found {}

    /** It is not there, or nobody could look. */
    record None(Outcome.Failure failure) implements Found {}
  }

  static Found find(ChangeReads journal, String id) {
    try {
      return journal
          .find(id)
          .<Found>map(Found.One::new)
          .orElseGet(() ->
              new Found.None(
                  ToolError.CHANGE_NOT_FOUND.failure(
                      "The journal has no change " + id + ".",
                      "Take an ID of change_list; a change that nothing takes back has none.")));
    } catch (IOException e) {
      return new Found.None(unreadable(e));
    }
  }

  static Outcome.Failure unreadable(IOException why) {
    return ToolError.JOURNAL_UNREADABLE.failure(
        "The journal of changes can't be read (" + why.getClass().getSimpleName() + ").",
        "Ask whoever runs this server to check the rights of its state directory.");
  }

  /** {@return the change as a row of a list} */
  static JsonObject row(ChangeRecord change) {
    JsonObject row = new JsonObject();
    row.addProperty("change_id", change.id());
    row.addProperty("time", change.at().toString());
    row.addProperty("instance", change.instance());
    row.addProperty("subject", change.subject());
    row.addProperty("tool", change.restore().made().tool());
    row.addProperty("summary", change.summary());
    row.addProperty("status", change.status().name().toLowerCase(Locale.ROOT));
    row.addProperty("revertible", change.revertible());
    change.reverts().ifPresent(id -> row.addProperty("reverts", id));
    change.revertedBy().ifPresent(id -> row.addProperty("reverted_by", id));
    return row;
  }

  /** {@return the change with all that is known of it} */
  static JsonObject whole(ChangeRecord change) {
    JsonObject whole = row(change);
    whole.add("arguments", change.restore().made().arguments());
    whole.add("before", change.restore().before());
    change.after().ifPresent(state -> whole.add("after", state));
    Step inverse = change.restore().inverse();
    JsonObject undo = new JsonObject();
    undo.addProperty("tool", inverse.tool());
    undo.add("arguments", inverse.arguments());
    whole.add("undo", undo);
    return whole;
  }

  /** {@return the members that every change has} */
  static Schema.Property[] members() {
    return new Schema.Property[] {
      Schema.required("change_id", Schema.text("ID, the same as in the audit trail")),
      Schema.required("time", Schema.text("When it began, ISO 8601")),
      Schema.required("instance", Schema.text("The node")),
      Schema.required("subject", Schema.text("Who made it")),
      Schema.required("tool", Schema.text("By which tool")),
      Schema.required("summary", Schema.text("What happened to what")),
      Schema.required(
          "status", Schema.text("done, reverted, failed, unknown, or begun when it was cut off")),
      Schema.required("revertible", Schema.flag("Whether it can be taken back")),
      Schema.optional("reverts", Schema.text("The change that it took back")),
      Schema.optional("reverted_by", Schema.text("The change that took it back"))
    };
  }
}
