package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.Map;
import java.util.TreeMap;

/** Variables that another variable took the place of. */
final class SocketVariables {
  /** Those that named one property of the socket that a message came in by. */
  private static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.of(
              "Ri", "socket_in(ip)",
              "Rp", "socket_in(port)",
              "af", "socket_in(af)",
              "pr", "socket_in(proto)",
              "proto", "socket_in(proto)",
              "fs", "socket_out"));

  private SocketVariables() {}

  static Rewriter rewriter() {
    return scene -> {
      NAMES.forEach((old, now) -> {
        for (VariableUse use : scene.script().variables(old)) {
          if (use.subname().isEmpty()) {
            scene.replace(use.named(), now);
          }
        }
      });
      for (VariableUse use : scene.script().variables("rT")) {
        scene.ask(
            use.span(),
            "Variable $rT is gone in 3.3.",
            "Read $route.name, $route.type or $rt, whichever was meant.");
      }
    };
  }

  /** A variable goes by another name. */
  static Rewriter rename(String old, String now) {
    return scene -> {
      for (VariableUse use : scene.script().variables(old)) {
        rename(scene, use, old, now);
      }
    };
  }

  static void rename(Scene scene, VariableUse use, String old, String now) {
    int start = use.named().start();
    scene.replace(new Span(start, start + old.length()), now);
  }
}
