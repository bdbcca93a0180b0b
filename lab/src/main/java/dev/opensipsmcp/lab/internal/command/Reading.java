package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.QueryFailed;
import java.util.regex.PatternSyntaxException;

/** Reads tables again while the node runs. */
final class Reading {
  private Reading() {}

  /**
   * {@return OK, or what the node says when its database does not answer, or has what it can't use}
   *
   * @param load reads all that it needs before it changes anything
   * @param failed the refusal
   */
  static Outcome again(Runnable load, Outcome failed) {
    try {
      load.run();
      return Outcome.ok();
    } catch (QueryFailed | PatternSyntaxException e) {
      return failed;
    }
  }
}
