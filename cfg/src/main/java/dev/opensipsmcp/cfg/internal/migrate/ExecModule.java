package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;

/** {@code exec_msg} gave the whole message to the command, which exec does when told to. */
final class ExecModule {
  private ExecModule() {}

  static Rewriter rewriter() {
    return scene -> {
      for (Call call : scene.script().calls("exec_msg")) {
        if (call.arguments().size() == 1) {
          scene.replace(
              call.span(), "exec(" + scene.script().raw(call.arguments().getFirst()) + ", $mb)");
        } else {
          scene.ask(call.span(), "Function exec_msg is gone.", "Call exec(command, $mb).");
        }
      }
    };
  }
}
