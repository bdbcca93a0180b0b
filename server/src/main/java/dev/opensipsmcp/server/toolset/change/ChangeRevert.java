package dev.opensipsmcp.server.toolset.change;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.journal.ChangeReads;
import dev.opensipsmcp.server.journal.ChangeRecord;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;

/** The tool {@code change_revert}: the gate takes the call that undoes the change in its place. */
final class ChangeRevert implements Work.Proxy {
  private static final String DRY_RUN = "dry_run";

  private final ChangeReads journal;

  private ChangeRevert(ChangeReads journal) {
    this.journal = journal;
  }

  static Tool tool(ChangeReads journal) {
    return new Tool(
        "change_revert",
        "change",
        "Undo a change",
        new Description(
            "Revert one change: bring its target back to what it was before.",
            "Use when a change made through this server did harm or is no longer wanted.",
            Optional.of("Not for finding it; use `change_list`."),
            Optional.of(
                "Effects: those of the call that undoes it, with that call's approval and audit."
                    + " Refused when the target has moved on since. Undo: revert the revert."),
            "Returns that call's result, with a change_id of its own."),
        new Demand(Scope.MI_WRITE, Risk.DESTRUCTIVE),
        false,
        Schema.arguments(Changes.ID, SharedParameters.DRY_RUN),
        Schema.any("The undoing call's data"),
        Needs.NOTHING,
        List.of(
            "Undo my last change",
            "Take that change back, it made things worse",
            "Revert the change with this ID"),
        List.of("revert_change"),
        new ChangeRevert(journal));
  }

  @Override
  public Work.Unwrapped unwrap(Arguments arguments) {
    return switch (Changes.find(journal, arguments.text("change_id"))) {
      case Changes.Found.None(Outcome.Failure failure) -> new Work.NoInner(failure);
      case Changes.Found.One(ChangeRecord change) ->
          change.after().isPresent() && change.revertible()
              ? inner(change, change.after().get(), arguments)
              : new Work.NoInner(refused(change));
    };
  }

  private static Work.Inner inner(ChangeRecord change, JsonObject after, Arguments arguments) {
    JsonObject call = change.restore().inverse().arguments().deepCopy();
    if (!change.instance().isEmpty()) {
      call.addProperty("instance", change.instance());
    }
    if (arguments.has(DRY_RUN)) {
      call.addProperty(DRY_RUN, arguments.flag(DRY_RUN, false));
    }
    return new Work.Inner(
        change.restore().inverse().tool(),
        new Arguments(call),
        Optional.of(new Work.Reversal(change.id(), change.restore().made(), after)));
  }

  private static Outcome.Failure refused(ChangeRecord change) {
    String why =
        switch (change.status()) {
          case REVERTED -> "it was taken back by " + change.revertedBy().orElse("another");
          case FAILED -> "it was never made";
          case BEGUN, UNKNOWN -> "nobody knows whether it was made";
          case DONE -> "its target could not be read afterwards";
        };
    return ToolError.CHANGE_NOT_REVERTIBLE.failure(
        "Change " + change.id() + " can't be taken back: " + why + ".",
        "Read the target, and set what you want with " + change.restore().made().tool() + ".");
  }
}
