package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import java.util.List;

/** Functions whose second argument took another meaning. */
final class Challenges {
  private Challenges() {}

  /** Whether to ask for a quality of protection was told by 1 or 0. */
  static Rewriter rewriter() {
    return scene -> {
      for (String function : List.of("www_challenge", "proxy_challenge")) {
        for (Call call : scene.script().calls(function)) {
          if (call.arguments().size() < 2) {
            continue;
          }
          String realm = scene.script().raw(call.arguments().getFirst());
          String qop = scene.script().raw(call.arguments().get(1)).replace("\"", "").strip();
          switch (qop) {
            case "0" -> Rewrites.arguments(scene, call, List.of(realm));
            case "1" -> Rewrites.arguments(scene, call, List.of(realm, "\"auth\""));
            default -> {
              if (qop.startsWith("$")) {
                scene.ask(
                    call.span(),
                    "What the challenge protects is given by name since 3.1.",
                    "Let the variable hold auth, auth-int or both with a comma.");
              }
            }
          }
        }
      }
    };
  }

  static Rewriter recording() {
    return scene -> {
      for (Call call : scene.script().calls("rtpengine_start_recording")) {
        if (call.arguments().size() == 1) {
          String socket = scene.script().raw(call.arguments().getFirst());
          if (socket.startsWith("$")) {
            Rewrites.arguments(scene, call, List.of("", socket));
          }
        }
      }
    };
  }
}
