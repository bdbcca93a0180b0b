package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import java.time.Instant;
import java.util.List;

/** The dialogs that a node has now, for tools of other sets. */
public final class LiveDialogs {
  private LiveDialogs() {}

  /**
   * {@return the rows of all dialogs of a Call-ID, as {@code dlg_list} shows them}
   *
   * @param ports the node
   * @param callId the Call-ID
   * @param now the time that ages are counted to
   */
  public static MiResult<List<JsonObject>> ofCall(ReadPorts ports, String callId, Instant now) {
    return switch (DialogFinder.byCallId(ports, callId)) {
      case MiResult.Success<List<Dialog>>(List<Dialog> found) ->
          new MiResult.Success<>(found.stream().map(dialog -> dialog.row(now)).toList());
      case MiResult.Failure<List<Dialog>>(MiError error) -> new MiResult.Failure<>(error);
    };
  }
}
