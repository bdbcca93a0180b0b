package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import java.util.List;

/** {@code t_relay} took a destination first and flags behind it up to 2.4. */
final class RelayArguments {
  private RelayArguments() {}

  static Rewriter rewriter() {
    return scene -> {
      for (Call call : scene.script().calls("t_relay")) {
        List<String> arguments = scene.script().rawArguments(call);
        if (arguments.isEmpty()) {
          continue;
        }
        String first =
            Rewrites.quoted(scene, call, 0).map(scene.script()::raw).orElse(arguments.getFirst());
        // A destination has a protocol, a host or a variable in it; flags are one number.
        if (!first.isEmpty()
            && !first.matches("\\s*(0[xX][0-9a-fA-F]+|\\d+)\\s*")
            && !FlagWords.RELAY.named(first)) {
          Rewrites.arguments(
              scene,
              call,
              List.of(arguments.size() > 1 ? arguments.get(1) : "", arguments.getFirst()));
        }
      }
    };
  }
}
