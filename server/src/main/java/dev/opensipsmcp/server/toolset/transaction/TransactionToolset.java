package dev.opensipsmcp.server.toolset.transaction;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code transaction}. */
public final class TransactionToolset {

  private TransactionToolset() {}

  /** {@return the tools for single SIP requests} */
  public static Toolset make() {
    return new Toolset(
        "transaction",
        "Single SIP requests: send one, cancel, answer; count those in memory.",
        List.of(Pending.cancel(), TransactionCount.tool(), Pending.reply(), SendRequest.tool()));
  }
}
