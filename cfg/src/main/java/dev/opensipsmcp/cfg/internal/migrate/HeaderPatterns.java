package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;

/** {@code remove_hf} with a flag for what kind of pattern its name is. */
final class HeaderPatterns {
  private HeaderPatterns() {}

  static Rewriter rewriter() {
    return scene -> {
      for (Call call : scene.script().calls("remove_hf")) {
        if (call.arguments().size() != 2) {
          continue;
        }
        String name = scene.script().raw(call.arguments().getFirst());
        String flag = Rewrites.quoted(scene, call, 1).map(scene.script()::raw).orElse("?");
        switch (flag) {
          case "r" -> scene.replace(call.span(), "remove_hf_re(" + name + ")");
          case "g" -> scene.replace(call.span(), "remove_hf_glob(" + name + ")");
          default ->
              scene.ask(
                  call.span(),
                  "Function remove_hf takes no flags since 3.0.",
                  "Call remove_hf_re for an expression, remove_hf_glob for a shell pattern.");
        }
      }
    };
  }
}
