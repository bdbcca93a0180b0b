package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;

/** The flags of {@code b2b_init_request}. */
final class BtobFlags {
  private BtobFlags() {}

  static Rewriter rewriter() {
    return scene -> {
      for (Call call : scene.script().calls("b2b_init_request")) {
        String flags = Rewrites.quoted(scene, call, 1).map(scene.script()::raw).orElse("");
        if (!flags.isEmpty() && flags.indexOf('-') < 0 && flags.indexOf('=') < 0) {
          scene.ask(
              call.span(),
              "Flags of b2b_init_request are given by name since 3.4: " + flags + ".",
              "Write a comma-separated list of names, for example transparent-auth,preserve-to.");
        }
        if (call.arguments().size() > 4) {
          scene.ask(
              call.span(),
              "Function b2b_init_request takes at most four arguments since 3.4.",
              "Create the entities with b2b_server_new and b2b_client_new before it.");
        }
      }
    };
  }
}
