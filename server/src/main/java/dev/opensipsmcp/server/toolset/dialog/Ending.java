package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.List;
import java.util.Optional;

/** Proves by reading that a dialog is gone. */
final class Ending {
  private static final int LOOKS = 10;
  private static final long PAUSE_MS = 100;

  private Ending() {}

  /**
   * Looks until the node lists the dialog no more, for about a second.
   *
   * @param ports the node
   * @param target the dialog's identity
   * @return whether it is proven to be gone
   */
  static boolean awaitGone(ReadPorts ports, JsonObject target) {
    for (int look = 0; look < LOOKS; look++) {
      if (gone(ports, target)) {
        return true;
      }
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private static boolean gone(ReadPorts ports, JsonObject target) {
    return switch (DialogReader.one(
        ports, "dlg_list", Json.text(target, "callid"), Json.text(target, "from_tag"))) {
      case MiResult.Success<Optional<Dialog>>(var found) when found.isEmpty() -> true;
      case MiResult.Success<Optional<Dialog>>(var found) ->
          !found.get().id().equals(Json.text(target, "dialog_id")) && noSibling(ports, target);
      case MiResult.Failure<Optional<Dialog>> _ -> false;
    };
  }

  /** The node showed another dialog of the same Call-ID; the one in question may hide behind it. */
  private static boolean noSibling(ReadPorts ports, JsonObject target) {
    return switch (DialogFinder.byCallId(ports, Json.text(target, "callid"))) {
      case MiResult.Success<List<Dialog>>(List<Dialog> dialogs) -> {
        String id = Json.text(target, "dialog_id");
        yield dialogs.stream().noneMatch(dialog -> dialog.id().equals(id) && !dialog.deleted());
      }
      case MiResult.Failure<List<Dialog>> _ -> false;
    };
  }
}
