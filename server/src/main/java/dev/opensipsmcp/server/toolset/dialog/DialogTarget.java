package dev.opensipsmcp.server.toolset.dialog;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one dialog that a call is about, or why there is none. */
sealed interface DialogTarget {

  /** It exists, once. */
  record Found(Dialog dialog) implements DialogTarget {}

  /** It does not exist, or not once, or does not fit what else was given. */
  record Missed(Outcome.Failure failure) implements DialogTarget {}

  /**
   * {@return the dialog that the arguments {@code dialog_id}, or {@code callid} and the tags, name}
   * Tags are held against both legs, since a BYE from the callee carries them the other way round.
   */
  static DialogTarget of(Arguments arguments, ReadPorts ports) {
    Optional<String> id = arguments.maybeText("dialog_id");
    Optional<String> callid = arguments.maybeText("callid");
    if (id.isEmpty() && callid.isEmpty()) {
      return missed(
          ToolError.ARGUMENTS_INCOMPLETE,
          "Neither dialog_id nor callid is given.",
          "Give dialog_id as dlg_list shows it, or callid with from_tag and to_tag.");
    }
    if (id.isEmpty()) {
      return byCallId(callid.get(), arguments, ports);
    }
    return switch (DialogFinder.byId(ports, id.get())) {
      case MiResult.Success<Optional<Dialog>>(var found) when found.isPresent() ->
          checked(found.get(), callid, arguments);
      case MiResult.Success<Optional<Dialog>> _ -> byCallId(id.get(), arguments, ports);
      case MiResult.Failure<Optional<Dialog>>(MiError error) ->
          new Missed(Outcome.Failure.of(error));
    };
  }

  private static DialogTarget checked(Dialog dialog, Optional<String> callid, Arguments arguments) {
    if (callid.isPresent() && !callid.get().equals(dialog.callid())) {
      return missed(
          ToolError.DIALOG_MISMATCH,
          "Dialog " + dialog.id() + " has the Call-ID " + dialog.callid() + ", not the given one.",
          "Give dialog_id alone, or the callid that belongs to it.");
    }
    return choose(List.of(dialog), dialog.callid(), arguments);
  }

  private static DialogTarget byCallId(String callid, Arguments arguments, ReadPorts ports) {
    return switch (DialogFinder.byCallId(ports, callid)) {
      case MiResult.Success<List<Dialog>>(var found) when found.isEmpty() ->
          missed(
              ToolError.DIALOG_NOT_FOUND,
              "The node has no dialog " + callid + "; it may have ended already.",
              "List the calls in progress with dlg_list.");
      case MiResult.Success<List<Dialog>>(var found) -> choose(found, callid, arguments);
      case MiResult.Failure<List<Dialog>>(MiError error) -> new Missed(Outcome.Failure.of(error));
    };
  }

  private static DialogTarget choose(List<Dialog> found, String callid, Arguments arguments) {
    String fromTag = arguments.maybeText("from_tag").orElse("");
    String toTag = arguments.maybeText("to_tag").orElse("");
    List<Dialog> fitting = new ArrayList<>();
    for (Dialog dialog : found) {
      if (dialog.hasTags(fromTag, toTag)) {
        fitting.add(dialog);
      }
    }
    if (fitting.size() == 1) {
      return new Found(fitting.getFirst());
    }
    return fitting.isEmpty()
        ? missed(
            ToolError.TAG_MISMATCH,
            mismatch(found, fromTag, toTag),
            "Take the tags from dlg_list, or give dialog_id alone.")
        : missed(
            ToolError.DIALOG_AMBIGUOUS,
            fitting.size() + " dialogs have the Call-ID " + callid + ": " + ids(fitting) + ".",
            "Give the dialog_id of the one that is meant.");
  }

  private static String mismatch(List<Dialog> found, String fromTag, String toTag) {
    if (found.size() > 1) {
      return "None of the dialogs " + ids(found) + " of this Call-ID has these tags.";
    }
    Dialog dialog = found.getFirst();
    List<String> wrong = new ArrayList<>(2);
    if (!dialog.hasTags(fromTag, "")) {
      wrong.add("from_tag " + fromTag);
    }
    if (!dialog.hasTags("", toTag)) {
      wrong.add("to_tag " + toTag);
    }
    String legs =
        "dialog "
            + dialog.id()
            + ": caller "
            + dialog.callerTag()
            + ", callee "
            + String.join(", ", dialog.calleeTags());
    return wrong.isEmpty()
        ? "Both tags are of the same leg of " + legs + "."
        : String.join(" and ", wrong)
            + (wrong.size() == 1 ? " is no tag of " : " are no tags of ")
            + legs
            + ".";
  }

  private static String ids(List<Dialog> dialogs) {
    List<String> ids = new ArrayList<>();
    for (Dialog dialog : dialogs) {
      ids.add(dialog.id());
    }
    return String.join(", ", ids);
  }

  private static DialogTarget missed(ToolError error, String cause, String nextStep) {
    return new Missed(error.failure(cause, nextStep));
  }
}
