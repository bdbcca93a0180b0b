package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import java.util.ArrayList;
import java.util.List;

/** Sorting by weight was asked for in the script, and only the tables decide it since 3.3. */
final class WeightFlag {
  private WeightFlag() {}

  static Rewriter rewriter() {
    return scene -> {
      for (Call call : scene.script().calls("do_routing")) {
        String flags = Rewrites.quoted(scene, call, 1).map(scene.script()::raw).orElse("");
        if (!flags.matches("[A-Z]*W[A-Z]*")) {
          continue;
        }
        String rest = flags.replace("W", "");
        List<String> arguments = new ArrayList<>(scene.script().rawArguments(call));
        arguments.set(1, rest.isEmpty() ? "" : "\"" + rest + "\"");
        if (Rewrites.arguments(scene, call, arguments)) {
          scene.askNow(
              call.span(),
              "Gateways were sorted by weight here, which only the tables decide since 3.3.",
              "Set column sort_alg to W in dr_rules and dr_carriers.");
        }
      }
    };
  }
}
