package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.List;
import java.util.Optional;

/** {@code ds_mark_dst} took the partition before the state up to 2.4. */
final class DispatcherState {
  private static final String STATES = "[iIaApP012]";

  private DispatcherState() {}

  static Rewriter rewriter() {
    return scene -> {
      for (Call call : scene.script().calls("ds_mark_dst")) {
        Optional<Span> second = Rewrites.quoted(scene, call, 1);
        Optional<Span> first = Rewrites.quoted(scene, call, 0);
        if (second.isEmpty() || !scene.script().raw(second.get()).matches(STATES)) {
          continue;
        }
        if (first.map(scene.script()::raw).orElse("").matches(STATES)) {
          scene.ask(
              call.span(),
              "Either argument may be the state, which comes before the partition since 3.0.",
              "Give the partition a longer name.");
        } else {
          List<String> arguments = scene.script().rawArguments(call);
          Rewrites.arguments(scene, call, List.of(arguments.get(1), arguments.get(0)));
        }
      }
    };
  }
}
