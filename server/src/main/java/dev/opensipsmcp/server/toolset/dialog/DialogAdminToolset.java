package dev.opensipsmcp.server.toolset.dialog;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code dialog_admin}. */
public final class DialogAdminToolset {

  private DialogAdminToolset() {}

  /** {@return the tools that synchronise dialogs and send requests within them} */
  public static Toolset make() {
    return new Toolset(
        "dialog_admin",
        "Dialogs behind the scenes: requests within calls, cluster and database sync.",
        List.of(
            DialogAdmin.clusterSync(),
            DialogAdmin.databaseSync(),
            DialogAdmin.databaseRestore(),
            DialogAdmin.sendSequential()));
  }
}
